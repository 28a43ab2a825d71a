package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.staff.DemonstrationAccounts;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.SetUpUnits;
import org.kinmark.hub.staff.UnitKind;
import org.kinmark.hub.staff.Units;

/// Who may bring whom into which unit, and who reads of it.
class StaffTest {

    private static final String TEAM = "Family Team";
    private static final String PRACTICE = "Riverside Practice";
    private static final String OTHER_PRACTICE = "Hillside Practice";
    private static final String BOARD = "Care Board";
    private static final String PASSWORD = "three random words";

    private static String url;
    private static TestHub hub;
    private static final Map<String, DemonstrationAccounts.Credential> PEOPLE = new HashMap<>();

    @BeforeAll
    static void start() {
        url = TestDatabase.url();
        hub = TestHub.start(url);
        unit("Riverside Council", TEAM, UnitKind.FAMILY_TEAM);
        unit(PRACTICE, PRACTICE, UnitKind.GP_PRACTICE);
        unit(OTHER_PRACTICE, OTHER_PRACTICE, UnitKind.GP_PRACTICE);
        unit(BOARD, BOARD, UnitKind.HEALTH_BODY);
        hub.part(DemonstrationAccounts.class)
                .create()
                .forEach(one -> PEOPLE.put(one.organisation() + "/" + one.role(), one));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static UUID unit(String body, String name, UnitKind kind) {
        var by = Actor.theHub(hub.part(FirstAdministrator.class).partnership(), false);
        return hub.part(SetUpUnits.class)
                .create(by, new SetUpUnits.NewUnit(body, name, kind, null, null, null, null, null))
                .orElseThrow();
    }

    private static TestHub.Browser as(String unit, String role) {
        var who = Objects.requireNonNull(PEOPLE.get(unit + "/" + role), unit + "/" + role);
        return signedIn(who.username(), who.password());
    }

    private static TestHub.Browser signedIn(String name, String password) {
        var browser = hub.browser();
        var home = browser.get("/sign-in").submit(form -> form.set("name", name).set("password", password));
        assertThat(home.text()).contains("Sign out");
        return browser;
    }

    private static TestHub.Page first(TestHub.Browser partnership, UUID unit, String name, String signInName) {
        return partnership
                .get("/units/" + unit)
                .submit(
                        "main form[action$=administrator]",
                        form -> form.set("name", name).set("signInName", signInName));
    }

    private static TestHub.Page invite(String unit, String signInName, String registration, String... roles) {
        return as(unit, "administrator")
                .get("/staff/new")
                .submit(form -> form.set("name", "Somebody Else")
                        .set("signInName", signInName)
                        .set("registration", registration)
                        .set("role", roles));
    }

    private static String link(TestHub.Page page) {
        return page.document().expectFirst("#link").text();
    }

    private static void takeUp(String link) {
        assertThat(hub.browser()
                        .get(link)
                        .submit(form -> form.set("password", PASSWORD))
                        .text())
                .contains("Your password is set");
    }

    @Test
    void the_partnership_invites_the_first_administrator_of_a_unit_and_nobody_after() {
        var unit = unit("New", "New Practice", UnitKind.GP_PRACTICE);
        var partnership = as("Partnership", "administrator");
        var made = first(partnership, unit, "Fay First", "fay.first");
        assertThat(made.status()).isEqualTo(200);
        var second = first(partnership, unit, "Max Second", "max.second");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text()).contains("Leave it to the unit");
        takeUp(link(made));
        assertThat(first(partnership, unit, "Max Second", "max.second").status())
                .isEqualTo(422);
        hub.moveOn(Duration.ofDays(8));
        assertThat(first(partnership, unit, "Max Second", "max.second").status())
                .as("long after the invitation was taken up")
                .isEqualTo(422);
    }

    @Test
    void an_invitation_that_lapsed_is_made_again_for_the_same_person_or_another() {
        var unit = unit("Late", "Late Practice", UnitKind.GP_PRACTICE);
        var partnership = as("Partnership", "administrator");
        var lapsed = link(first(partnership, unit, "Lee Late", "lee.late"));
        hub.moveOn(Duration.ofDays(8));
        assertThat(hub.browser().get(lapsed).text()).contains("works no longer");
        var again = first(as("Partnership", "administrator"), unit, "Lee Late", "lee.late");
        assertThat(again.status()).isEqualTo(200);
        hub.moveOn(Duration.ofDays(8));
        takeUp(link(first(as("Partnership", "administrator"), unit, "Ann Other", "ann.other")));
        assertThat(hub.browser().get(link(again)).text()).contains("works no longer");
    }

    @Test
    void a_unit_whose_administrators_are_all_gone_is_helped_by_whoever_runs_the_hub() {
        var handle = "hillside-practice";
        var link = hub.part(FirstAdministrator.class).invite("Hal Help", handle).orElseThrow();
        takeUp(link);
        assertThat(signedIn("hal.help@" + handle, PASSWORD).get("/staff").text())
                .contains("Hal Help");
        assertThat(as(OTHER_PRACTICE, "information_governance_lead")
                        .get("/audit")
                        .text())
                .contains("The hub")
                .contains("A member of staff was invited");
        assertThat(hub.part(FirstAdministrator.class).invite("Hal Help", "no-such-unit"))
                .isEmpty();
    }

    @Test
    void an_administrator_holds_no_other_role_and_nobody_one_that_their_unit_has_not() {
        assertThat(invite(TEAM, "both", "", "administrator", "coordinator").status())
                .isEqualTo(422);
        assertThat(invite(TEAM, "doctor", "GMC 1234567", "professional").status())
                .isEqualTo(422);
        assertThat(invite(PRACTICE, "doctor", "", "professional").text()).contains("Enter the registration number");
    }

    @Test
    void nobody_works_on_both_sides() {
        var ours = invite(TEAM, "mia.both", "SWE 55 21", "key_worker");
        assertThat(ours.status()).isEqualTo(200);
        var theirs = invite(PRACTICE, "mia.other", "swe 5521", "professional");
        assertThat(theirs.status()).isEqualTo(422);
        assertThat(theirs.text()).contains("a registration that nobody on another side has");
        assertThat(invite(PRACTICE, "mia.both", "", "service_lead").status())
                .as("another of the same name: a refusal would tell who works elsewhere")
                .isEqualTo(200);
        assertThat(invite(OTHER_PRACTICE, "pat.practice", "", "service_lead").status())
                .isEqualTo(200);
        assertThat(invite(PRACTICE, "pat.practice", "", "service_lead").status())
                .as("another of the same name on the same side")
                .isEqualTo(200);
        var administrator = as(TEAM, "administrator");
        administrator
                .get("/staff")
                .document()
                .select("tr:contains(mia.both@) a")
                .forEach(one -> administrator.get(one.attr("href")).submit("form[action$=/end]", form -> form));
        assertThat(hub.browser().get(link(ours)).text()).contains("works no longer");
        assertThat(invite(PRACTICE, "mia.other", "swe 5521", "professional").status())
                .as("whoever left may work elsewhere")
                .isEqualTo(200);
    }

    @Test
    void nobody_takes_up_an_invitation_who_works_on_the_other_side_by_then() throws SQLException {
        var link = link(invite(TEAM, "una.turn", "SWE 7711", "key_worker"));
        var side = hub.part(StaffSide.class);
        var practice = side.actForAll(() -> hub.part(Units.class).all(side).stream()
                .filter(unit -> unit.name().equals(PRACTICE))
                .findFirst()
                .orElseThrow());
        try (var connection = TestDatabase.asAdministrator(url);
                var add = connection.createStatement()) {
            add.execute("insert into staff.person (unit, id, name, sign_in_name, registration, created_at) values ('"
                    + practice.id() + "', '" + UUID.randomUUID() + "', 'Una Turn', 'u.turn', 'SWE 7711', now())");
        }
        var taken = hub.browser();
        assertThat(taken.get(link)
                        .submit(form -> form.set("password", PASSWORD))
                        .text())
                .contains("works no longer");
    }

    @Test
    void what_the_partnership_does_to_a_unit_is_in_the_audit_of_all_whom_it_concerns() {
        var partnership = as("Partnership", "administrator");
        partnership
                .get("/units")
                .follow(PRACTICE)
                .submit("main form[action$=guardian]", form -> form.set("guardian", unitId(BOARD)));
        for (var unit : List.of(PRACTICE, BOARD, "Partnership")) {
            assertThat(as(unit, "information_governance_lead").get("/audit").text())
                    .as(unit)
                    .contains("A Caldicott Guardian was lent");
        }
        assertThat(as(PRACTICE, "information_governance_lead").get("/audit").text())
                .contains("(partnership)");
        var unit = unit("Told", "Told Practice", UnitKind.GP_PRACTICE);
        takeUp(link(first(partnership, unit, "Tom Told", "tom.told")));
        var told = signedIn("tom.told@told-practice", PASSWORD);
        takeUp(link(told.get("/staff/new")
                .submit(form -> form.set("name", "Ivy Gee")
                        .set("signInName", "ivy.gee")
                        .set("role", "information_governance_lead"))));
        assertThat(signedIn("ivy.gee@told-practice", PASSWORD).get("/audit").text())
                .contains("(partnership)")
                .contains("A member of staff was invited");
    }

    private static String unitId(String name) {
        var side = hub.part(StaffSide.class);
        return side.actForAll(() -> hub.part(Units.class).all(side).stream()
                .filter(unit -> unit.name().equals(name))
                .map(unit -> unit.id().toString())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void the_partnerships_information_governance_lead_reads_its_audit_and_sets_nothing_up() {
        var lead = as("Partnership", "information_governance_lead");
        assertThat(lead.get("/audit").text()).contains("A unit was set up");
        assertThat(lead.get("/units").status()).isEqualTo(404);
        assertThat(lead.get("/").text()).doesNotContain("Units");
    }

    @Test
    void a_registration_is_recorded_later_and_put_right() {
        takeUp(link(invite(PRACTICE, "rae.later", "", "service_lead")));
        var administrator = as(PRACTICE, "administrator");
        var page = administrator.get(administrator
                .get("/staff")
                .document()
                .expectFirst("tr:contains(rae.later@) a")
                .attr("href"));
        assertThat(page.submit("form[action$=/roles]", form -> form.set("role", "professional"))
                        .status())
                .isEqualTo(422);
        assertThat(page.submit("form[action$=/registration]", form -> form.set("registration", "none"))
                        .status())
                .isEqualTo(422);
        for (var registration : List.of("GMC 765432", "GMC 7654321")) {
            assertThat(page.submit("form[action$=/registration]", form -> form.set("registration", registration))
                            .text())
                    .contains("Their registration is recorded")
                    .contains(registration);
            page = administrator.get(page.uri().getPath());
        }
        assertThat(page.submit("form[action$=/roles]", form -> form.set("role", "professional"))
                        .text())
                .contains("Their roles are as you chose");
        assertThat(signedIn("rae.later@riverside-practice", PASSWORD)
                        .get("/account")
                        .text())
                .contains("GMC 7654321");
        assertThat(as(PRACTICE, "information_governance_lead").get("/audit").text())
                .contains("A member of staff's registration was recorded");
    }

    @Test
    void a_second_press_of_the_button_shows_the_same_link() {
        var form = as(TEAM, "administrator").get("/staff/new");
        var presses = List.of(1, 2).stream()
                .map(_ -> CompletableFuture.supplyAsync(() -> form.submit(filled -> filled.set("name", "Dot Double")
                        .set("signInName", "dot.double")
                        .set("role", "key_worker"))))
                .toList();
        var first = presses.getFirst().join();
        assertThat(link(presses.getLast().join())).isEqualTo(link(first));
        assertThat(link(first.browser().get(first.uri().getPath()))).isEqualTo(link(first));
        assertThat(as(TEAM, "administrator").get(first.uri().getPath()).status())
                .as("in another session")
                .isEqualTo(404);
        takeUp(link(first));
    }

    @Test
    void a_legal_body_is_one_however_its_name_is_typed() {
        var partnership = as("Partnership", "administrator");
        for (var typed : List.of("Riverside  council", "  RIVERSIDE COUNCIL", "Riverside\u00a0Council")) {
            var name = "Adult Social Care " + UUID.randomUUID();
            partnership
                    .get("/units/new")
                    .submit(form -> form.set("name", name)
                            .set("body", "another")
                            .set("anotherBody", typed)
                            .set("kind", "adult_social_care"));
            assertThat(partnership.get("/units").follow(name).text()).contains("Riverside Council");
        }
        var chosen = partnership.get("/units/new");
        assertThat(chosen.document().select("#body option").eachText())
                .containsOnlyOnce("Riverside Council")
                .contains("Another body");
        assertThat(chosen.submit(form -> form.set("name", "Nobody's").set("kind", "camhs"))
                        .text())
                .contains("Select the legal body");
    }

    @Test
    void without_a_provider_a_program_has_a_secret_and_acts_in_the_chosen_roles_until_it_is_ended() {
        takeUp(link(invite(PRACTICE, "kim.case", "", "information_governance_lead", "service_lead")));
        var administrator = as(PRACTICE, "administrator");
        var page = administrator.get("/staff/clients/new");
        var made = page.submit(form -> form.set("name", "Case system")
                .set(
                        "person",
                        page.document()
                                .expectFirst("option:contains(kim.case@)")
                                .val())
                .set("role", "service_lead"));
        var token = token(
                made.document().expectFirst("#client").text(),
                made.document().expectFirst("#secret").text());
        assertThat(hub.api(token).get("/api/v1/lists").status()).isEqualTo(200);
        assertThat(hub.api(token).get("/api/v1/audit").status())
                .as("in a role of theirs that was not chosen")
                .isEqualTo(404);
        assertThat(signedIn("kim.case@riverside-practice", PASSWORD)
                        .get("/account")
                        .text())
                .contains("Case system: Service lead");
        assertThat(as(PRACTICE, "information_governance_lead").get("/audit").text())
                .contains("A client of the API was created");
        assertThat(as(TEAM, "administrator").get("/staff/clients").text()).doesNotContain("Case system");
        administrator.get("/staff/clients").submit("tr:contains(Case system) form", form -> form);
        assertThat(hub.api(token).get("/api/v1/lists").status()).isEqualTo(401);
        assertThat(administrator.get("/staff/clients").text()).contains("Ended");
    }

    private static String token(String client, String secret) {
        return Area.json(hub.api(null)
                        .send(
                                "POST",
                                "/oauth2/token",
                                "application/x-www-form-urlencoded",
                                "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret))
                .get("access_token")
                .asString();
    }

    @Test
    void a_role_that_was_taken_from_somebody_is_gone_from_their_programs() {
        takeUp(link(invite(OTHER_PRACTICE, "rob.role", "GMC 3332221", "professional", "service_lead")));
        var administrator = as(OTHER_PRACTICE, "administrator");
        var page = administrator.get("/staff/clients/new");
        var made = page.submit(form -> form.set("name", "Both")
                .set(
                        "person",
                        page.document()
                                .expectFirst("option:contains(rob.role@)")
                                .val())
                .set("role", "service_lead", "professional"));
        var api = hub.api(token(
                made.document().expectFirst("#client").text(),
                made.document().expectFirst("#secret").text()));
        assertThat(api.get("/api/v1/lists").status()).isEqualTo(200);
        administrator
                .get(administrator
                        .get("/staff")
                        .document()
                        .expectFirst("tr:contains(rob.role@) a")
                        .attr("href"))
                .submit("form[action$=/roles]", form -> form.set("role", "information_governance_lead"));
        assertThat(api.get("/api/v1/lists").status()).isEqualTo(404);
    }
}
