package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.DemonstrationClock;

/// Somebody of the family team has a relation to a family: whatever they ask, it is as if it were not there,
/// and nobody but an administrator changes that.
class OwnFamilyTest {

    private static final String ALONE = "F90,P90,,Ruth,Alone,2004-03-05,female,SE15 1AA,A81001,no,worklessness\n";
    private static final String NONE = TeamVisitor.NO_ID;

    private static TestArea test;
    private static Area area;
    private static String agreement;
    private static String round;
    private static Snapshot begun;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        round = area.openRound(agreement);
        area.mark(Area.PRACTICE, "Family1");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        test.moveOn(Duration.ofDays(29));
        begun = test.snapshot("begun");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void begin() {
        var now = test.hub().now();
        begun.restore();
        test.hub().part(DemonstrationClock.class).standAt(now);
    }

    private static void importing(String csv) {
        Area.json(area.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", csv));
    }

    private static String idOf(String reference) {
        return test.text("select id from team.family where reference = '" + reference + "'");
    }

    private static TestHub.Browser coordinator() {
        return test.signedIn(Area.TEAM, "coordinator");
    }

    /// An answer without what is another in every showing.
    private static String plain(TestHub.Page page) {
        return page.status() + page.answer().text().replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "");
    }

    private static boolean shows(String text, String family) {
        return Pattern.compile("\\b(F|Family|P)" + family + "[ab]?\\b")
                .matcher(text)
                .find();
    }

    private static TestHub.Page declareOnItsPage(TestHub.Browser browser, String reference) {
        return browser.get("/families/" + idOf(reference)).submit("main form[action$=relation]", form -> form);
    }

    private static TestHub.Page administrators(String person, String reference) {
        return test.signedIn(Area.TEAM, "administrator")
                .get("/staff/relations")
                .submit(
                        "main form[action='/staff/relations']",
                        form -> form.set("person", person).set("reference", reference));
    }

    private static String keyOf(String role) {
        var name = area.credential(Area.TEAM, role).username();
        return test.text("select p.id from staff.person p join shared.unit u on u.id = p.unit"
                + " where p.sign_in_name || '@' || u.handle = '" + name + "'");
    }

    @Test
    void whoever_knows_a_family_says_so_on_its_page_and_finds_no_such_family_from_then_on() {
        var browser = coordinator();
        var id = idOf("F1");
        var said = declareOnItsPage(browser, "F1");
        assertThat(said.text()).contains("It is recorded").contains("Do you know a family yourself?");
        assertThat(plain(browser.get("/families/" + id))).isEqualTo(plain(browser.get("/families/" + NONE)));
        for (var act : List.of("merge", "second-source", "declining", "relation")) {
            assertThat(plain(browser.post("/families/" + id + "/" + act, said.csrf())))
                    .as(act)
                    .isEqualTo(plain(browser.post("/families/" + NONE + "/" + act, said.csrf())));
        }
        assertThat(plain(browser.get("/families")
                        .submit("main form[action='/families/find']", form -> form.set("reference", "F1"))))
                .isEqualTo(plain(browser.get("/families")
                        .submit("main form[action='/families/find']", form -> form.set("reference", "F77"))));
        assertThat(test.signedIn(Area.TEAM, "key_worker").get("/families/" + id).text())
                .contains("Family F1");
    }

    @Test
    void no_page_and_no_operation_shows_a_row_of_it() {
        var browser = coordinator();
        var pages = List.of(
                "/queue",
                "/queue?health=health_priority",
                "/families",
                "/families/doubles",
                "/rounds/" + round,
                "/rounds/" + round + "?show=health_priority",
                preview());
        var operations = List.of("/api/v1/queue", "/api/v1/rounds/" + round + "/released", "/api/v1/double-entries");
        assertThat(pages.stream().filter(path -> shows(browser.get(path).text(), "1")))
                .hasSize(6);
        declareOnItsPage(browser, "F1");
        for (var path : pages) {
            var page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(shows(page.text(), "1")).as(path).isFalse();
        }
        for (var path : operations) {
            assertThat(shows(area.coordinator().get(path).text(), "1")).as(path).isFalse();
        }
        assertThat(shows(previewByApi(), "1")).isFalse();
        assertThat(shows(previewByApi(), "2")).isTrue();
        var worker = area.as(Area.TEAM, "key_worker").get("/api/v1/queue").text();
        assertThat(worker).contains("\"F1\"", "health_priority");
    }

    private static String preview() {
        return "/rounds/new?agreement=" + agreement + "&criteria=1&closes-day=1&closes-month=7&closes-year=2041"
                + "&second-day=8&second-month=7&second-year=2041&releases-day=20&releases-month=7&releases-year=2041";
    }

    private static String previewByApi() {
        return area.coordinator()
                .send(
                        "POST",
                        "/api/v1/rounds/preview",
                        "application/json",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1}")
                .text();
    }

    @Test
    void no_operation_does_anything_to_it_and_each_answers_as_for_a_reference_of_nothing() {
        declareOnItsPage(coordinator(), "F1");
        var bodies = List.of(
                "POST /api/v1/declinings {\"family\":\"F1\"}",
                "POST /api/v1/double-entries/merges {\"family\":\"F1\",\"person\":\"P1a\",\"into\":\"P1b\"}",
                "POST /api/v1/second-sources {\"family\":\"F1\",\"person\":\"P1a\",\"organisation\":\"A school\","
                        + "\"on\":\"2040-10-20\"}",
                "PUT /api/v1/rounds/as-last-time {\"family\":\"F1\",\"as_last_time\":true}");
        for (var body : bodies) {
            assertThat(call(body))
                    .as(body)
                    .isEqualTo(call(body.replace("\"F1\"", "\"F77\"")))
                    .startsWith("422");
        }
        assertThat(test.count("select count(*) from team.declined")).isZero();
        assertThat(test.count("select count(*) from team.as_last_time")).isZero();
        assertThat(test.count("select count(*) from released.mark")).isOne();
    }

    private static String call(String request) {
        var parts = request.split(" ", 3);
        var answer = area.coordinator().send(parts[0], parts[1], "application/json", parts[2]);
        return answer.status() + answer.text();
    }

    @Test
    void no_check_is_waived_by_them_for_it() {
        var form = "/waivers/new?agreement=" + agreement + "&criteria=1&failed=members";
        var browser = coordinator();
        assertThat(browser.get(form).text()).contains("F90");
        declareOnItsPage(browser, "F90");
        assertThat(browser.get(form).text())
                .contains("This check keeps no family off now")
                .doesNotContain("F90");
    }

    @Test
    void it_is_declared_by_its_reference_before_it_is_ever_opened_and_no_answer_tells_whether_there_is_one() {
        var browser = test.signedIn(Area.TEAM, "key_worker");
        var known = declared(browser, "F2");
        var unknown = declared(browser, "F77");
        assertThat(withoutReferences(known))
                .isEqualTo(withoutReferences(unknown))
                .contains("It is recorded");
        assertThat(declared(browser, " ").text()).contains("Enter the team’s reference");
        assertThat(shows(browser.get("/queue").text(), "2")).isFalse();
        importing(Area.families(12)
                + ALONE
                + Area.families(1)
                        .lines()
                        .skip(1)
                        .reduce("", (a, b) -> a + b + "\n")
                        .replace("F0", "F77")
                        .replace("P0", "P77")
                        .replace("Family0", "Family77"));
        assertThat(browser.get("/families").text()).doesNotContain("F77");
        assertThat(coordinator().get("/families").text()).contains("F77");
        assertThat(area.as(Area.TEAM, "key_worker")
                        .send("POST", "/api/v1/relations", "application/json", "{\"family\":\"F3\"}")
                        .status())
                .isEqualTo(200);
        assertThat(shows(browser.get("/queue").text(), "3")).isFalse();
        assertThat(test.count("select count(*) from team.audit where act = 'relation_declared'"))
                .isEqualTo(3);
    }

    private static String withoutReferences(TestHub.Page page) {
        return page.text().replaceAll("(F2|F77) \\S+ \\S+ \\S+ ", "");
    }

    private static TestHub.Page declared(TestHub.Browser browser, String reference) {
        return browser.get("/relations").submit("main form", form -> form.set("reference", reference));
    }

    @Test
    void an_administrator_records_it_by_the_reference_alone_and_learns_nothing() {
        var known = administrators(keyOf("key_worker"), "F4");
        var unknown = administrators(keyOf("key_worker"), "F77");
        assertThat(known.text()).contains("It is recorded, and holds for any family with that reference.");
        assertThat(unknown.text()).contains("It is recorded, and holds for any family with that reference.");
        var worker = test.signedIn(Area.TEAM, "key_worker");
        assertThat(shows(worker.get("/families").text(), "4")).isFalse();
        assertThat(worker.get("/relations").text()).contains("You have not said of any family");
        assertThat(administrators("", "F4").text()).contains("Select who has a relation to it");
        assertThat(administrators(NONE, "F4").text()).contains("Select somebody of this unit");
        assertThat(test.count("select count(*) from team.audit where act = 'relation_found'"))
                .isEqualTo(2);
    }

    @Test
    void only_an_administrator_ends_it_with_a_reason() {
        var browser = coordinator();
        declareOnItsPage(browser, "F1");
        var relation = test.text("select id from team.relation");
        var path = "/staff/relations/" + relation + "/end";
        assertThat(browser.post(path, browser.get("/relations").csrf()).status())
                .isEqualTo(404);
        var administrator = test.signedIn(Area.TEAM, "administrator");
        var without = administrator.get("/staff/relations").submit("main form[action='" + path + "']", form -> form);
        assertThat(without.status()).isEqualTo(422);
        assertThat(shows(browser.get("/families").text(), "1")).isFalse();
        var ended = administrator
                .get("/staff/relations")
                .submit("main form[action='" + path + "']", form -> form.set("reason", "It was another family"));
        assertThat(ended.text()).contains("The relation is ended").contains("No relation is recorded");
        assertThat(shows(browser.get("/families").text(), "1")).isTrue();
        assertThat(test.text("select end_reason from team.relation")).isEqualTo("It was another family");
        assertThat(test.count("select count(*) from team.audit where act = 'relation_ended'"))
                .isOne();
    }

    @Test
    void nobody_ends_their_own() {
        administrators(keyOf("administrator"), "F4");
        var path = "/staff/relations/" + test.text("select id from team.relation") + "/end";
        var administrator = test.signedIn(Area.TEAM, "administrator");
        var page = administrator.get("/staff/relations");
        var form = page.document().selectFirst("main form[action='" + path + "']");
        if (form != null) {
            page.submit("main form[action='" + path + "']", filled -> filled.set("reason", "It is my own"));
        }
        administrator.post(path + "?reason=mine", page.csrf());
        assertThat(test.text("select ended_at from team.relation")).isEqualTo("null");
    }

    @Test
    void it_stays_closed_when_it_comes_again_under_another_reference() {
        var browser = coordinator();
        declareOnItsPage(browser, "F1");
        importing(Area.families(12).replace("\nF1,", "\nG1,") + ALONE);
        assertThat(test.count("select count(*) from team.family where reference = 'G1'"))
                .isOne();
        assertThat(browser.get("/families").text()).doesNotContain("G1");
        assertThat(browser.get("/families/" + idOf("G1")).status()).isEqualTo(404);
        assertThat(test.signedIn(Area.TEAM, "key_worker").get("/families").text())
                .contains("G1");
    }

    @Test
    void the_whole_file_is_imported_all_the_same_and_its_report_leaves_the_family_out() {
        declareOnItsPage(coordinator(), "F1");
        importing(Area.families(12) + ALONE);
        assertThat(test.count("select count(*) from team.family where left_at is null"))
                .isEqualTo(13);
        var file = Area.families(12).replaceAll("(?m)^F[12],.*\n", "") + ALONE;
        var refused = area.coordinator().send("POST", "/api/v1/families", "text/csv", file);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("family F2").doesNotContain("F1,").contains("2 people, and 1 whole");
        var browser = coordinator();
        var page = browser.get("/families/import")
                .upload("main form", "families.csv", file.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100 && page.text().contains("is being imported"); i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            page = browser.get(page.uri().getPath());
        }
        assertThat(page.text()).contains("Have these left?").contains("F2");
        assertThat(shows(page.text(), "1")).isFalse();
    }

    @Test
    void a_round_is_composed_of_every_family_whoever_opens_it() {
        declareOnItsPage(coordinator(), "F1");
        test.moveOn(Duration.ofDays(214));
        var opened = area.openRound(agreement);
        assertThat(test.count("select count(*) from team.asked a join team.family f on f.id = a.family"
                        + " where f.reference = 'F1' and a.round = '" + opened + "'"))
                .isOne();
        assertThat(shows(coordinator().get("/rounds/" + opened).text(), "1")).isFalse();
    }

    @Test
    void who_opened_a_family_is_found_by_its_reference_unless_it_is_the_readers_own() {
        coordinator().get("/families/" + idOf("F1"));
        var found = audited("F1");
        assertThat(found.uri().toString()).endsWith("/audit?about=" + idOf("F1"));
        assertThat(found.text()).contains("A family was shown", "A family was listed to the services asked");
        assertThat(audited("F77").text()).contains("Enter the reference of a family");
        administrators(keyOf("information_governance_lead"), "F1");
        assertThat(plain(audited("F1"))).isEqualTo(plain(audited("F77")));
        var lead = test.signedIn(Area.TEAM, "information_governance_lead");
        assertThat(lead.get("/audit?about=" + idOf("F1")).text()).contains("Nothing was found");
        assertThat(Area.json(area.as(Area.TEAM, "information_governance_lead").get("/api/v1/audit?about=" + idOf("F1")))
                        .size())
                .isZero();
        assertThat(lead.get("/audit?about=" + idOf("F2")).text()).contains("listed to the services");
    }

    private static TestHub.Page audited(String reference) {
        return Objects.requireNonNull(test.signedIn(Area.TEAM, "information_governance_lead"))
                .get("/audit")
                .submit("main form[action='/audit/family']", form -> form.set("reference", reference));
    }
}
