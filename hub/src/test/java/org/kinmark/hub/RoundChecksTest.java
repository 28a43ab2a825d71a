package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.page.Moments;
import tools.jackson.databind.JsonNode;

/// What keeps a family off a round, what lets it through, and what the team sees of it before anything goes.
class RoundChecksTest {

    private static final String ALONE = "F90,P90,,Ruth,Alone,2004-03-05,female,SE15 1AA,A81001,no,worklessness\n";
    private static final Duration SEVEN_MONTHS = Duration.ofDays(214);

    private static TestArea test;
    private static TestHub hub;
    private static Area area;
    private static Snapshot begun;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        hub = test.hub();
        area = test.area();
        begun = test.snapshot("begun");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void begin() {
        begun.restore();
        hub.part(DemonstrationClock.class).standAt(TestHub.START);
    }

    @Test
    void a_check_that_a_health_guardian_waived_lets_the_family_through_and_is_kept_with_it() {
        var agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        assertThat(keptOff(agreement)).containsExactly("F90");
        for (var check : List.of("members", "explanations")) {
            decide(ask(agreement, check, unit(agreement, Area.COMMUNITY)), Area.COMMUNITY, 30);
        }
        assertThat(keptOff(agreement)).isEmpty();
        assertThat(coordinators("/waivers/new?agreement=" + agreement + "&criteria=1&failed=members")
                        .status())
                .isEqualTo(200);
        area.openRound(agreement);
        assertThat(test.text("select a.waived::text from team.asked a join team.family f on f.id = a.family"
                        + " where f.reference = 'F90'"))
                .isEqualTo("{EXPLANATIONS,MEMBERS}");
    }

    @Test
    void a_waiver_holds_until_its_last_day_and_under_the_terms_that_its_guardian_read() {
        var agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        for (var check : List.of("members", "explanations")) {
            decide(ask(agreement, check, unit(agreement, Area.COMMUNITY)), Area.COMMUNITY, 1);
        }
        assertThat(keptOff(agreement)).isEmpty();
        test.change("update shared.waiver set version = 1");
        test.change("insert into shared.agreement select (jsonb_populate_record(a, '{\"version\": 2}')).*"
                + " from shared.agreement a");
        test.change("update shared.waiver set version = 2");
        assertThat(keptOff(agreement)).containsExactly("F90");
        test.change("update shared.waiver set version = 1");
        assertThat(keptOff(agreement)).isEmpty();
        hub.moveOn(Duration.ofDays(2));
        assertThat(keptOff(agreement)).containsExactly("F90");
    }

    @Test
    void the_councils_own_guardian_can_neither_be_asked_nor_decide() {
        var agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        var council = unit(agreement, Area.SOCIAL_CARE);
        assertThat(asking(agreement, "\"members\"", "[\"F90\"]", council, "\"Why\"")
                        .status())
                .isEqualTo(422);
        var waiver = ask(agreement, "members", unit(agreement, Area.COMMUNITY));
        assertThat(area.as(Area.SOCIAL_CARE, "caldicott_guardian")
                        .send("POST", "/api/v1/waivers/" + waiver + "/decision", "application/json", granted(30))
                        .status())
                .isEqualTo(404);
        assertThat(keptOff(agreement)).containsExactly("F90");
    }

    @Test
    void what_was_signed_or_concerns_the_whole_round_cannot_be_waived_and_what_is_missing_is_asked_for() {
        var agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        var guardian = unit(agreement, Area.COMMUNITY);
        for (var check : List.of("\"cap\"", "\"families\"", "\"indicators\"", "\"MEMBERS\"", "null")) {
            assertThat(asking(agreement, check, "[\"F90\"]", guardian, "\"Why\"")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(asking(agreement, "\"members\"", "null", guardian, "\"Why\"").status())
                .isEqualTo(422);
        assertThat(asking(agreement, "\"members\"", "[\"F90\"]", guardian, "null")
                        .status())
                .isEqualTo(422);
        var waiver = ask(agreement, "members", guardian);
        assertThat(area.as(Area.COMMUNITY, "caldicott_guardian")
                        .send(
                                "POST",
                                "/api/v1/waivers/" + waiver + "/decision",
                                "application/json",
                                "{\"granted\":false}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_family_of_whom_one_more_would_be_asked_about_is_kept_off_and_the_same_again_is_not() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        released(agreement);
        importing(Area.families(12) + newcomer("F3"));
        hub.moveOn(SEVEN_MONTHS);
        assertThat(keptOff(agreement)).containsExactly("F3");
        assertThat(preview(agreement).get("families").asInt()).isEqualTo(11);
        assertThat(preview(agreement).get("not_asked").get(0).get("reasons").toString())
                .contains("Together with what was asked before");
    }

    @Test
    void a_new_health_issue_would_name_itself() {
        var agreement = area.agreementInForce();
        var wider = area.agreementInForce(
                Area.terms()
                        .replace(
                                "\"indicators\":[",
                                "\"indicators\":[{\"id\":\"autism\",\"title\":\"autism\",\"group\":\"other\",\"codes\":[\"35489007\"]},"));
        area.importFamilies(12);
        released(agreement);
        hub.moveOn(SEVEN_MONTHS);
        assertThat(keptOff(wider)).hasSize(12);
        assertThat(keptOff(agreement)).isEmpty();
    }

    @Test
    void a_new_service_would_name_itself() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var ofCommunity = " where signer = (select id from shared.unit where name = '" + Area.COMMUNITY + "')";
        test.change("create table signed_later as select * from shared.signature" + ofCommunity);
        test.change("set session_replication_role = replica; delete from shared.signature" + ofCommunity);
        released(agreement);
        hub.moveOn(SEVEN_MONTHS);
        assertThat(keptOff(agreement)).isEmpty();
        test.change("insert into shared.signature select * from signed_later");
        test.change("drop table signed_later");
        assertThat(keptOff(agreement)).hasSize(12);
    }

    @Test
    void a_void_round_tells_nothing_and_counts_for_nothing() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        area.openRound(agreement);
        test.moveOn(Duration.ofDays(14));
        test.moveOn(Duration.ofDays(14));
        importing(Area.families(12) + newcomer("F3"));
        assertThat(keptOff(agreement)).isEmpty();
    }

    @Test
    void a_family_that_is_entered_anew_under_another_reference_is_not_asked_about_again_so_soon() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        released(agreement);
        var rows = Area.families(12);
        importing(rows + rows.substring(rows.indexOf('\n') + 1).replaceAll("(?m)^F", "G"));
        hub.moveOn(Duration.ofDays(91));
        assertThat(keptOff(agreement)).hasSize(24).contains("G0");
        assertThat(preview(agreement).get("not_asked").get(0).get("reasons").toString())
                .contains("ask again from");
    }

    @Test
    void whose_address_is_protected_is_nowhere_selected_or_shown_by_it() {
        var agreement = area.agreementInForce(Area.terms()
                .replace(
                        "\"unit\":\"community\",\"why\":\"It could know them\"",
                        "\"unit\":\"community\",\"why\":\"It could know them\",\"districts\":[\"SE15\"]"));
        importing(Area.families(12)
                .replace(
                        "2029-07-20,male,SE15 1AA,A81001,no,\nF1,",
                        "2001-07-20,male,SE15 1AA,A81001,,domestic_abuse\n"
                                + "F0,P0c,,Kim,Family0,2029-07-20,male,SE15 1AA,A81001,,\nF1,")
                .replace(
                        "Anna,Family0,2004-03-05,female,SE15 1AA,A81001,no",
                        "Anna,Family0,2004-03-05,female,SE15 9ZZ,A81001,")
                .replace(
                        "P1a,,Anna,Family1,2004-03-05,female,SE15 1AA,A81001,no",
                        "P1a,,Anna,Family1,2004-03-05,female,SE15 1AA,A81001,yes")
                .replace("P2a,,Anna,Family2", "P1a,,Anna,Family1"));
        var community = service(preview(agreement), Area.COMMUNITY);
        var listed = stream(community.get("listed"))
                .flatMap(family -> stream(family.get("people")).map(JsonNode::asString))
                .toList();
        assertThat(listed).doesNotContain("P0a", "P0b", "P0c", "P1a").contains("P1b", "P3a");
        var page = coordinators(newRound(agreement)).text();
        assertThat(page).contains("What a service would see of a person").doesNotContain("SE15 9ZZ");
        area.openRound(agreement);
        assertThat(area.rows(Area.PRACTICE).stream()
                        .filter(row -> row[8].isEmpty())
                        .map(row -> row[4] + " " + row[5]))
                .contains("Anna Family0", "Bob Family0", "Anna Family1")
                .doesNotContain("Bob Family1", "Anna Family3");
        assertThat(test.text("select string_agg(distinct person_id, ',') from team.listing where person_id = 'P1a'"
                        + " and service = (select id from shared.unit where name = '" + Area.COMMUNITY + "')"))
                .isEqualTo("null");
    }

    @Test
    void who_would_be_listed_to_whom_is_told_before_and_page_by_page() {
        var agreement = area.agreementInForce();
        area.importFamilies(30);
        var preview = preview(agreement);
        var camhs = service(preview, Area.CAMHS).get("listed");
        assertThat(camhs.size()).isEqualTo(30);
        assertThat(camhs.get(3).get("family").asString()).isEqualTo("F3");
        assertThat(stream(camhs.get(3).get("people")).map(JsonNode::asString)).containsExactly("P3b");
        assertThat(stream(preview.get("not_seen")).map(JsonNode::asString)).contains("your reference of it");
        var first = coordinators(newRound(agreement));
        assertThat(first.text()).contains("page 1 of 2").contains("Riverside CAMHS (P3b)");
        assertThat(first.document().select("th:matchesOwn(^F24$)")).hasSize(1);
        assertThat(first.document().select("th:matchesOwn(^F25$)")).isEmpty();
        var second = first.follow("Next families");
        assertThat(second.document().select("th:matchesOwn(^F29$)")).hasSize(1);
    }

    @Test
    void a_family_that_is_kept_off_comes_with_the_ways_on_one_click_each() {
        var agreement = area.agreementInForce();
        importing(Area.families(12) + ALONE);
        var preview = coordinators(newRound(agreement));
        var waive = preview.document()
                .select("main td a:contains(Ask a Caldicott Guardian)")
                .attr("href");
        assertThat(coordinators(waive).text()).contains("F90");
        assertThat(preview.follow("Approach the family first").text()).contains("Family F90");
        var round = area.openRound(agreement);
        var page = coordinators("/rounds/" + round + "?show=not_asked");
        assertThat(page.follow("Approach the family first").text()).contains("Family F90");
        var released = Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"));
        var keptOff = stream(released.get("families"))
                .filter(family -> family.get("family").asString().equals("F90"))
                .findFirst()
                .orElseThrow();
        assertThat(keptOff.get("mends").toString()).contains("Approach the family first", "Leave it");
    }

    @Test
    void what_would_be_more_than_was_signed_is_withheld_by_its_row_and_rule() {
        var agreement = area.agreementInForce(Area.terms().replace("\"families\":500", "\"families\":11"));
        area.importFamilies(12);
        area.openRound(agreement);
        assertThat(
                        test.text(
                                "select n.decision || ' ' || n.decision_row || ' ' || n.decision_rule || ' ' || n.checks::text"
                                        + " from team.not_asked n join team.family f on f.id = n.family where f.reference = 'F11'"))
                .isEqualTo("withhold L3 5 {CAP}");
        assertThat(test.text("select string_agg(distinct decision || ' ' || decision_row || ' ' || decision_rule, ',')"
                        + " from team.listing"))
                .isEqualTo("share L7 1");
    }

    @Test
    void too_few_families_are_fewer_than_the_agreement_says() {
        var agreement = area.agreementInForce(
                Area.terms().replace("\"caps\":", "\"limits\":{\"families_in_round\":20},\"caps\":"));
        area.importFamilies(12);
        assertThat(preview(agreement).get("refusals").toString()).contains("at least 20 are needed");
    }

    @Test
    void a_family_that_somebody_joined_is_asked_about_as_last_time_at_a_press_and_as_it_is_now_at_another() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        released(agreement);
        importing(Area.families(12) + newcomer("F3"));
        hub.moveOn(SEVEN_MONTHS);
        var preview = coordinators(newRound(agreement));
        assertThat(preview.text()).contains("Would be asked about 11 families");
        var again = preview.submit("main form[action='/rounds/as-last-time']", form -> form);
        assertThat(again.text())
                .contains("asked about with the people and the services of last time")
                .contains("Would be asked about 12 families, 24 people")
                .contains("1 family is asked about as last time");
        assertThat(stream(preview(agreement).get("asked_as_last_time")).map(JsonNode::asString))
                .containsExactly("F3");
        var now = again.submit("main form[action='/rounds/as-last-time']", form -> form);
        assertThat(now.text()).contains("Would be asked about 11 families");
        Area.json(area.coordinator()
                .send(
                        "PUT",
                        "/api/v1/rounds/as-last-time",
                        "application/json",
                        "{\"family\":\"F3\",\"as_last_time\":true}"));
        area.openRound(agreement);
        assertThat(area.rows(Area.PRACTICE).stream().map(row -> row[4]).distinct())
                .containsExactlyInAnyOrder("Anna", "Bob");
        assertThat(test.text("select string_agg(distinct person_id, ',' order by person_id) from team.listing l"
                        + " join team.family f on f.id = l.family join shared.round r on r.id = l.round"
                        + " where f.reference = 'F3' and r.state = 'open'"))
                .isEqualTo("P3a,P3b");
        assertThat(test.text("select count(*) from team.audit where act = 'family_as_last_time'"))
                .isEqualTo("2");
    }

    @Test
    void as_last_time_leaves_out_a_new_service_and_somebody_else_under_an_old_reference() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var ofCommunity = " where signer = (select id from shared.unit where name = '" + Area.COMMUNITY + "')";
        test.change("create table signed_later as select * from shared.signature" + ofCommunity);
        test.change("set session_replication_role = replica; delete from shared.signature" + ofCommunity);
        released(agreement);
        test.change("insert into shared.signature select * from signed_later");
        test.change("drop table signed_later");
        Area.json(area.coordinator()
                .send(
                        "POST",
                        "/api/v1/families?gone=confirmed",
                        "text/csv",
                        Area.families(12).replace("Bob,Family5,2029-07-20", "Otto,Pine,2031-12-24")));
        hub.moveOn(SEVEN_MONTHS);
        for (int i = 0; i < 12; i++) {
            Area.json(area.coordinator()
                    .send(
                            "PUT",
                            "/api/v1/rounds/as-last-time",
                            "application/json",
                            "{\"family\":\"F" + i + "\",\"as_last_time\":true}"));
        }
        assertThat(keptOff(agreement)).containsExactly("F5");
        assertThat(preview(agreement).get("not_asked").toString()).contains("Only 1 member would be listed");
        assertThat(service(preview(agreement), Area.COMMUNITY).get("families").asInt())
                .isZero();
        assertThat(service(preview(agreement), Area.PRACTICE).get("families").asInt())
                .isEqualTo(11);
        assertThat(area.coordinator()
                        .send(
                                "PUT",
                                "/api/v1/rounds/as-last-time",
                                "application/json",
                                "{\"family\":\"F99\",\"as_last_time\":true}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void where_the_question_itself_is_another_it_is_not_offered_as_last_time() {
        var agreement = area.agreementInForce();
        var wider = area.agreementInForce(
                Area.terms()
                        .replace(
                                "\"indicators\":[",
                                "\"indicators\":[{\"id\":\"autism\",\"title\":\"autism\",\"group\":\"other\",\"codes\":[\"35489007\"]},"));
        area.importFamilies(12);
        released(agreement);
        hub.moveOn(SEVEN_MONTHS);
        var preview = coordinators(newRound(wider));
        assertThat(preview.document().select("form[action='/rounds/as-last-time']"))
                .isEmpty();
        assertThat(preview.text()).contains("The same question again would tell nothing new, but cannot be asked");
    }

    private static String newcomer(String family) {
        return family + ",PX,,Zoe,Newcomer,2030-01-09,female,SE15 1AA,A81001,no,\n";
    }

    private static void importing(String csv) {
        Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", csv));
    }

    private static void released(String agreement) {
        area.openRound(agreement);
        for (var service : List.of(Area.PRACTICE, Area.CAMHS, Area.AMHS)) {
            area.mark(service);
        }
        test.moveOn(Duration.ofDays(28));
        test.moveOn(Duration.ofDays(1));
        assertThat(test.text("select string_agg(state, ',') from shared.round")).isEqualTo("released");
    }

    private static JsonNode preview(String agreement) {
        return Area.post(
                area.coordinator(), "/api/v1/rounds/preview", "{\"agreement\":\"" + agreement + "\",\"criteria\":1}");
    }

    private static List<String> keptOff(String agreement) {
        return stream(preview(agreement).get("not_asked"))
                .map(one -> one.get("family").asString())
                .toList();
    }

    private static JsonNode service(JsonNode preview, String name) {
        return stream(preview.get("services"))
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String unit(String agreement, String name) {
        return service(preview(agreement), name).get("unit").asString();
    }

    private static TestHub.Answer asking(
            String agreement, String check, String families, String guardian, String reason) {
        return area.coordinator()
                .send(
                        "POST",
                        "/api/v1/waivers",
                        "application/json",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"check\":" + check + ",\"families\":"
                                + families + ",\"guardian\":\"" + guardian + "\",\"reason\":" + reason + "}");
    }

    private static String ask(String agreement, String check, String guardian) {
        Area.json(asking(agreement, "\"" + check + "\"", "[\"F90\"]", guardian, "\"No other way is left\""));
        return stream(Area.json(area.coordinator().get("/api/v1/waivers")))
                .filter(one -> one.get("check").asString().equalsIgnoreCase(check))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private static void decide(String waiver, String guardian, int days) {
        Area.post(area.as(guardian, "caldicott_guardian"), "/api/v1/waivers/" + waiver + "/decision", granted(days));
    }

    private static String granted(int days) {
        return "{\"granted\":true,\"reason\":\"It would be worse not to\",\"expires_on\":\""
                + Moments.dayOf(hub.now()).plusDays(days) + "\"}";
    }

    private static String newRound(String agreement) {
        var path = new ArrayList<String>();
        for (var one : List.of("closes 10", "second 20", "releases 21")) {
            var parts = one.split(" ");
            var day = Moments.dayOf(hub.now()).plusDays(Long.parseLong(parts[1]));
            path.add(parts[0] + "-day=" + day.getDayOfMonth() + "&" + parts[0] + "-month=" + day.getMonthValue() + "&"
                    + parts[0] + "-year=" + day.getYear());
        }
        return "/rounds/new?agreement=" + agreement + "&criteria=1&" + String.join("&", path);
    }

    private static TestHub.Page coordinators(String path) {
        return test.signedIn(Area.TEAM, "coordinator").get(path);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
