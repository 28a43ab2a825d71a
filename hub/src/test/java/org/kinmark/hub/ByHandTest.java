package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.staff.FirstAdministrator;

/// A whole round by hand, as somebody who has only the pages: from the first administrator to the queue, with links and
/// forms alone and no script.
class ByHandTest {

    private static final String PASSWORD = "three random words";
    private static final Map<String, String> SERVICES = new LinkedHashMap<>();

    static {
        SERVICES.put("Park Practice", "gp_practice");
        SERVICES.put("Young Minds", "camhs");
        SERVICES.put("Adult Minds", "amhs");
        SERVICES.put("Community Nurses", "community_health");
    }

    private static TestHub hub;
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, TestHub.Browser> people = new HashMap<>();

    @BeforeAll
    static void start() {
        hub = TestHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void a_round_is_done_by_hand() {
        setUpUnits();
        inviteStaff();
        agree();
        importFamilies();
        openRound();
        judge();
        release();
    }

    private void setUpUnits() {
        var partnership = accept(hub.part(FirstAdministrator.class).invite("Ada Clerk"), "ada.clerk@partnership");
        unit(partnership, "Family Team", "Council", "family_team");
        SERVICES.forEach((name, kind) -> unit(partnership, name, name, kind));
    }

    private void unit(TestHub.Browser partnership, String name, String body, String kind) {
        var all = partnership
                .get("/units/new")
                .submit(form -> form.set("name", name)
                        .set("body", "another")
                        .set("anotherBody", body)
                        .set("kind", kind)
                        .set("odsCode", kind.equals("gp_practice") ? "A81001" : ""));
        var page = all.follow(name);
        var handle = page.document().expectFirst(".govuk-input__suffix").text();
        units.put(name, handle);
        // On each side somebody of their own.
        var signInName = kind.equals("family_team") ? "team.admin" : "admin";
        var invited = page.submit(
                "main form[action$=administrator]",
                form -> form.set("name", "Alex Admin").set("signInName", signInName));
        people.put(
                name + "/admin", accept(invited.document().expectFirst("#link").text(), signInName + handle));
    }

    private TestHub.Browser accept(String link, String signInName) {
        var browser = hub.browser();
        var home = browser.get(link)
                .submit(form -> form.set("password", PASSWORD))
                .submit(form -> form.set("name", signInName).set("password", PASSWORD));
        assertThat(home.text()).contains("What waits for you");
        return browser;
    }

    private void inviteStaff() {
        staff("Family Team", "Cora Nator", "coordinator", "");
        SERVICES.keySet().forEach(service -> {
            staff(service, "Lee Lead", "service_lead", "");
            staff(service, "Pat Doctor", "professional", "7654321");
        });
    }

    private void staff(String unit, String name, String role, String registration) {
        var admin = person(unit, "admin");
        var signInName = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
        var invited = admin.get("/staff/new")
                .submit(form -> form.set("name", name)
                        .set("signInName", signInName)
                        .set("registration", registration)
                        .set("role", role));
        people.put(
                unit + "/" + role,
                accept(invited.document().expectFirst("#link").text(), signInName + units.get(unit)));
    }

    private TestHub.Browser person(String unit, String role) {
        return java.util.Objects.requireNonNull(people.get(unit + "/" + role));
    }

    private TestHub.Browser coordinator() {
        return person("Family Team", "coordinator");
    }

    private void agree() {
        var draft = coordinator()
                .get("/agreements")
                .follow("Draft an agreement")
                .submit(form -> form.set("title", "Riverside families")
                        .set("starts-day", "1")
                        .set("starts-month", "10")
                        .set("starts-year", "2040")
                        .set("ends-day", "30")
                        .set("ends-month", "9")
                        .set("ends-year", "2041"));
        assertThat(draft.text()).contains("Incomplete").doesNotContain("Sign for the family team");
        var asked = draft.follow("What is asked");
        for (var one : List.of("Anxiety/mental health", "Alcohol/substances", "Asthma/physical health")) {
            asked = asked.submit(
                    "main form[action$=indicators]",
                    form -> form.set("title", one.split("/")[0]).set("group", one.split("/")[1]));
        }
        var whom = asked.follow("These are all").follow("Who is asked");
        var services = whom.document().select("input[name=unit]").eachAttr("value");
        whom = whom.submit(
                "main form[action$=parties]",
                form -> form.set("unit", services.toArray(String[]::new)).set("why", "They could know them"));
        var rest = whom.follow("These are all")
                .follow("How much")
                .submit(form ->
                        form.set("families", "100").set("onOneList", "100").set("retention", "12"));
        rest = rest.follow("Legal bases")
                .submit(form -> form.set("dataProtection", "Public task").set("confidentiality", "One bit"));
        assertThat(rest.submit("main form[action$=signature]", form -> form).text())
                .contains("The family team has signed");
        coordinator()
                .get("/notice")
                .submit("main form[action='/notice']", form -> form.set("words", "We share a yes."));
        SERVICES.keySet().forEach(service -> {
            var lead = person(service, "service_lead");
            lead.get("/").follow("Read and sign").submit("main form[action$=signature]", form -> form);
            lead.get("/notice").submit("main form[action='/notice']", form -> form.set("words", "We share a yes."));
        });
        assertThat(hub.browser().get("/notices").text())
                .contains("We share a yes.")
                .contains("Park Practice");
        move("notice");
    }

    private void move(String to) {
        coordinator().get("/demonstration/clock").submit(form -> form.set("to", to));
    }

    private void importFamilies() {
        var form = coordinator().get("/families/import");
        var broken = send(form, Area.families(12).replace("2004-03-05", "5 March"));
        assertThat(broken.text())
                .contains("Nothing was imported")
                .contains("line 2")
                .doesNotContain("5 March");
        assertThat(send(form, Area.families(12)).text()).contains("12 families").contains("Imported");
    }

    private TestHub.Page send(TestHub.Page form, String file) {
        var page = coordinator()
                .upload("/families/import", form.csrf(), "families.csv", file.getBytes(StandardCharsets.UTF_8));
        while (page.text().contains("is being imported")) {
            page = page.follow("Look again");
        }
        return page;
    }

    private void openRound() {
        var agreement = coordinator().get("/rounds").follow("Prepare a round");
        var id = agreement.document().expectFirst("input[name=agreement]").val();
        var dates = coordinator().get("/rounds/new?agreement=" + id + "&criteria=1");
        var query = new StringBuilder("/rounds/new?");
        dates.document()
                .select("main form input")
                .forEach(field -> query.append(field.attr("name"))
                        .append('=')
                        .append(field.val())
                        .append('&'));
        var check = coordinator().get(query.toString());
        assertThat(check.text())
                .contains("Check the round before anything is sent")
                .contains("12 families");
        assertThat(check.submit("main form[action='/rounds']", form -> form).text())
                .contains("The round is open. 12 families are with the services");
    }

    private void judge() {
        SERVICES.keySet().forEach(service -> {
            var professional = person(service, "professional");
            var sheet = professional.get("/").follow("Judge 12 families");
            var third = sheet.document().expectFirst("[data-surname=Family3]").attr("data-family");
            var said = sheet.submit(
                    "#sheet",
                    form -> service.equals("Young Minds")
                            ? form.set("mark-" + third, "priority").set("declare", "yes")
                            : form.set("declare", "yes"));
            assertThat(said.text()).contains("Declare these judgements").contains("Registration 7654321");
            assertThat(said.submit(form -> form).text())
                    .contains("The judgements are declared")
                    .contains("Receipt");
        });
    }

    private void release() {
        assertThat(coordinator().get("/queue").text())
                .contains("In no round yet")
                .doesNotContain("Health priority 1");
        move("next");
        move("next");
        var queue = coordinator().get("/queue");
        assertThat(queue.document().select("tbody tr:contains(Health priority)").eachText())
                .containsExactly("1 F3 2 Health priority Why?");
        assertThat(coordinator().get("/rounds").text()).contains("Released");
    }
}
