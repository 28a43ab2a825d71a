package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.release.Clockwork;

/// What one import after another makes of the families that a team knows. Each test has people of its own.
class FamilyListTest {

    private static final String HEADER =
            "family_id,person_id,nhs_number,given_name,family_name,birth_date,sex,postcode,gp_practice,shielded,criteria\n";

    private static String url;
    private static TestHub hub;
    private static Area area;

    @BeforeAll
    static void start() {
        url = TestDatabase.url();
        hub = TestHub.start(url);
        area = Area.setUp(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void importing(String... rows) {
        Area.json(area.coordinator()
                .send("POST", "/api/v1/families?gone=confirmed", "text/csv", HEADER + String.join("\n", rows) + "\n"));
    }

    private static List<String> rows(String query) {
        try (var connection = TestDatabase.asAdministrator(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(String family, String person) {
        return rows("select m.person from team.member m join team.family f on f.id = m.family where f.reference = '"
                        + family + "' and m.person_id = '" + person + "'")
                .getFirst();
    }

    private static String counts(String family, String person) {
        return rows("select m.came_with_family || ' ' || (m.added_at::date - date '2040-10-01') from team.member m"
                        + " join team.family f on f.id = m.family where f.reference = '"
                        + family + "' and m.person_id = '" + person + "'")
                .getFirst();
    }

    private static String person(String family, String id, String number, String name, String born) {
        return family + "," + id + "," + number + "," + name + "," + born + ",female,SE15 1AA,A81001,no,worklessness";
    }

    @Test
    void a_family_under_another_reference_is_the_same_people_and_whoever_is_new_in_it_came_later() {
        importing(
                person("A1", "a", "", "Anna,Ash", "2004-03-05"),
                person("A1", "b", "9000000009", "Bea,Ash", "2029-07-20"),
                person("A1", "c", "", "Cleo,Ash", "2031-01-02"));
        var anna = key("A1", "a");
        var bea = key("A1", "b");
        var cleo = key("A1", "c");
        importing(
                person("A2", "a", "", "Anna,Ash", "2004-03-05"),
                person("A2", "x", "9000000009", "Bea,Ash", ""),
                person("A2", "y", "", "Cleo,Ash", "2031-01-02"),
                person("A2", "d", "", "Dora,Ash", "2033-04-05"));
        assertThat(key("A2", "a")).isEqualTo(anna);
        assertThat(key("A2", "x")).isEqualTo(bea);
        assertThat(key("A2", "y")).isEqualTo(cleo);
        assertThat(counts("A2", "a")).startsWith("true");
        assertThat(counts("A2", "d")).startsWith("false");
    }

    @Test
    void one_person_under_two_references_in_two_families_is_one_and_so_are_keys_that_turn_out_to_be() {
        importing(
                person("B1", "a", "9000000017", "Eve,Beech", "2004-03-05"),
                person("B2", "b", "9000000017", "Evie,Birch", ""));
        assertThat(key("B2", "b")).isEqualTo(key("B1", "a"));
        importing(person("B3", "c", "9000000025", "Fay,Beech", "2004-03-06"), person("B4", "d", "", "Faye,Birch", ""));
        var former = key("B4", "d");
        assertThat(former).isNotEqualTo(key("B3", "c"));
        importing(
                person("B3", "c", "9000000025", "Fay,Beech", "2004-03-06"),
                person("B4", "d", "9000000025", "Faye,Birch", ""));
        assertThat(key("B4", "d")).isEqualTo(key("B3", "c"));
        assertThat(rows("select former || ' ' || person from team.same_person"))
                .hasSize(1)
                .allMatch(one -> one.contains(former));
    }

    @Test
    void somebody_else_under_a_persons_reference_was_added_now_and_the_person_has_left_and_is_known_again() {
        importing(person("C1", "a", "", "Gwen,Cedar", "2004-03-05"), person("C1", "b", "", "Hal,Cedar", "2029-07-20"));
        var hal = key("C1", "b");
        hub.moveOn(Duration.ofDays(100));
        importing(
                person("C1", "a", "9000000033", "Gwen,Cedar", "2004-03-05"),
                person("C1", "b", "", "Otto,Pine", "1999-12-24"));
        assertThat(counts("C1", "a")).startsWith("true");
        assertThat(counts("C1", "b")).startsWith("false").doesNotEndWith(" 0");
        assertThat(key("C1", "b")).isNotEqualTo(hal);
        importing(
                person("C1", "a", "9000000033", "Gwen,Cedar", "2004-03-05"),
                person("C1", "b", "", "Hal,Cedar", "2029-07-20"));
        assertThat(key("C1", "b")).isEqualTo(hal);
        assertThat(counts("C1", "b")).startsWith("false");
    }

    @Test
    void two_who_were_taken_for_one_are_two_once_their_numbers_say_so() {
        importing(person("D1", "a", "", "Ivy,Dale", "2004-03-05"), person("D1", "b", "", "Ivy,Dale", "2004-03-05"));
        assertThat(key("D1", "a")).isEqualTo(key("D1", "b"));
        importing(
                person("D1", "a", "9000000041", "Ivy,Dale", "2004-03-05"),
                person("D1", "b", "9000000068", "Ivy,Dale", "2004-03-05"));
        assertThat(key("D1", "a")).isNotEqualTo(key("D1", "b"));
    }

    @Test
    void merged_entries_keep_their_criteria_and_protection_and_nobody_is_lost_with_the_other() {
        var shielded = "E1,b,,Joy,Elder,2004-03-05,female,SE15 1AA,A81001,yes,school_attendance";
        importing(person("E1", "a", "", "Joy,Elder", "2004-03-05"), shielded);
        var who = area.credential(Area.TEAM, "coordinator");
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        var merged = browser.get("/families").follow("E1").submit("main form[action$=merge]", form -> form);
        assertThat(merged.document().select("tbody tr")).hasSize(1);
        assertThat(merged.text()).contains("School attendance").contains("Protected");
        importing(shielded);
        var alone = browser.get("/families").follow("E1");
        assertThat(alone.document().select("tbody tr")).hasSize(1);
    }

    @Test
    void who_is_gone_is_named_by_the_teams_references_and_each_change_of_membership_is_audited() {
        importing(
                person("G1", "a", "", "Kit,Grove", "2004-03-05"),
                person("G1", "b", "", "Lou,Grove", "2029-07-20"),
                person("G2", "c", "", "Mia,Glen", "2004-03-05"));
        var lou = key("G1", "b");
        var file = HEADER + person("G1", "a", "", "Kit,Grove", "2004-03-05") + "\n";
        var asked = area.coordinator().send("POST", "/api/v1/families", "text/csv", file);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text())
                .contains("family G1: b")
                .contains("family G2, the whole family: c")
                .doesNotContain("Lou");
        Area.json(area.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", file));
        assertThat(rows("select act from team.audit where object = '" + lou + "' order by number"))
                .containsExactly("member_added", "member_left");
        assertThat(rows("select a.act from team.audit a join team.family f on f.id::text = a.object"
                        + " where f.reference in ('G1', 'G2') order by f.reference, a.number"))
                .containsExactly("family_added", "family_changed", "family_added", "family_left");
    }

    @Test
    void a_family_that_declined_has_no_mark_and_is_left_out_of_rounds_for_a_year() {
        var agreement = area.agreementInForce();
        Area.json(area.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", Area.families(12)));
        area.openRound(agreement);
        area.mark(Area.PRACTICE, "Family1", "Family2");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        hub.moveOn(Duration.ofDays(29));
        hub.part(Clockwork.class).whatIsDue();
        assertThat(marks()).containsExactly("F1", "F2");
        for (int again = 0; again < 2; again++) {
            Area.post(area.as(Area.TEAM, "key_worker"), "/api/v1/declinings", "{\"family\":\"F1\"}");
        }
        assertThat(marks()).containsExactly("F2");
        assertThat(rows("select act from team.audit where act = 'declining_recorded'"))
                .hasSize(1);
        hub.moveOn(Duration.ofDays(200));
        var preview = Area.post(
                area.coordinator(), "/api/v1/rounds/preview", "{\"agreement\":\"" + agreement + "\",\"criteria\":1}");
        assertThat(preview.get("families").asInt()).isEqualTo(11);
        assertThat(preview.get("not_asked")).hasSize(1);
        assertThat(preview.get("not_asked").toString()).contains("\"F1\"").contains("declined not long ago");
    }

    private static List<String> marks() {
        return rows("select f.reference from released.mark m join team.family f on f.id = m.family order by 1");
    }

    @Test
    void doubles_are_found_and_merged_and_a_second_source_has_a_day_by_api() {
        importing(
                person("H1", "a", "", "Tess,Hazel", "2004-03-05"),
                person("H1", "b", "", "Tess,Hazel", "2004-03-05"),
                person("H1", "c", "", "Owen,Hazel", "2029-07-20"));
        var doubles = Area.json(area.coordinator().get("/api/v1/double-entries"));
        assertThat(doubles.toString()).isEqualTo("[{\"family\":\"H1\",\"people\":[\"a\",\"b\"]}]");
        for (int again = 0; again < 2; again++) {
            Area.post(
                    area.coordinator(),
                    "/api/v1/double-entries/merges",
                    "{\"family\":\"H1\",\"person\":\"b\",\"into\":\"a\"}");
        }
        assertThat(Area.json(area.coordinator().get("/api/v1/double-entries"))).isEmpty();
        Area.post(
                area.coordinator(),
                "/api/v1/second-sources",
                "{\"family\":\"H1\",\"person\":\"c\",\"organisation\":\"A school\",\"on\":\"2040-09-30\"}");
        assertThat(
                        rows(
                                "select second_source || ' ' || second_source_on from team.member where second_source is not null"))
                .containsExactly("A school 2040-09-30");
        assertThat(area.coordinator()
                        .send(
                                "POST",
                                "/api/v1/second-sources",
                                "application/json",
                                "{\"family\":\"H1\",\"person\":\"c\",\"organisation\":\"A school\",\"on\":\"2099-01-01\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_number_that_might_be_a_real_persons_is_refused_by_its_line() {
        var file = HEADER + person("I1", "a", "", "Pia,Ivy", "2004-03-05") + "\n"
                + person("I1", "b", "4010232137", "Quin,Ivy", "2029-07-20") + "\n";
        var refused = area.coordinator().send("POST", "/api/v1/families", "text/csv", file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("families.csv, line 3, column nhs_number")
                .doesNotContain("4010232137");
    }

    @Test
    void who_may_be_one_person_in_two_families_is_for_the_coordinator_to_decide_and_stays_decided() {
        var crowd = new ArrayList<String>();
        for (int i = 0; i < 150; i++) {
            crowd.add("J" + i + ",j" + i + ",," + (i < 80 ? "Sam,Jones" : "Given" + i + ",Other" + i) + ","
                    + LocalDate.of(1960, 1, 1).plusDays(i * 150L) + ",,ZZ" + i + " 1AA,Z" + i + ",no,worklessness");
        }
        for (int i = 0; i < 2; i++) {
            crowd.add("K" + i + ",k" + i + ",,Sam,Jones,1990-05-17,,YY" + i + " 1AA,Y" + i + ",no,worklessness");
            crowd.add("L" + i + ",l" + i + ",,Sam,Jones,1990-05-18,,XX" + i + " 1AA,X" + i + ",no,worklessness");
        }
        importing(crowd.toArray(String[]::new));
        assertThat(key("K0", "k0")).isNotEqualTo(key("K1", "k1"));
        var who = area.credential(Area.TEAM, "coordinator");
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        var doubles = browser.get("/families").follow("Look at probable double entries");
        assertThat(doubles.document().select("tbody th").eachText())
                .containsExactly("Sam Jones, 17 May 1990", "Sam Jones, 18 May 1990");
        var second = doubles.submit("main tbody tr:first-child form", form -> form.set("decision", "one"));
        assertThat(second.text()).contains("They count as one person from now on");
        assertThat(key("K0", "k0")).isEqualTo(key("K1", "k1"));
        var none = second.submit("main tbody tr:first-child form", form -> form.set("decision", "two"));
        assertThat(none.text()).contains("They count as two people").contains("No two people share names");
        assertThat(second.submit(
                                "main tbody tr:first-child form",
                                form -> form.set("once", "").set("decision", "one"))
                        .text())
                .contains("this was decided already");
        importing(crowd.toArray(String[]::new));
        assertThat(key("K0", "k0")).isEqualTo(key("K1", "k1"));
        assertThat(key("L0", "l0")).isNotEqualTo(key("L1", "l1"));
        assertThat(browser.get("/families/doubles").document().select("tbody")).isEmpty();
        assertThat(rows("select act from team.audit where act like 'people_%' order by number"))
                .containsExactly("people_joined", "people_told_apart");
    }
}
