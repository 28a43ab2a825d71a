package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.release.Clockwork;

/// What a service is told and may do as the closing of its list comes near, at the very instant, and where its
/// agreement ended before.
class ClosingTest {

    private static TestArea test;
    private static TestHub hub;
    private static Area area;
    private static String agreement;
    private static Instant openedAt;
    private static Snapshot opened;

    private String list = "";
    private String path = "";

    @BeforeAll
    static void start() {
        test = TestArea.start();
        hub = test.hub();
        area = test.area();
        agreement = area.agreementInForce();
        area.importFamilies(12);
        area.openRound(agreement);
        openedAt = hub.now();
        opened = test.snapshot("opened");
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @BeforeEach
    void again() {
        at(Duration.ZERO);
        opened.restore();
        list = area.list(Area.PRACTICE);
        path = "/lists/" + list;
    }

    private static void at(Duration sinceOpening) {
        hub.part(DemonstrationClock.class).standAt(openedAt.plus(sinceOpening));
    }

    private static void lookAt(Duration sinceOpening) {
        at(sinceOpening);
        hub.part(Clockwork.class).whatIsDue();
    }

    private static String reminders(String service) {
        return test.text("select count(*) from health.reminder where unit = (select id from shared.unit where name = '"
                + service + "')");
    }

    private TestHub.Answer upload(String query) {
        var csv = new StringBuilder("list_ref,family_ref,mark\n");
        area.rowsKept(Area.PRACTICE).forEach(family -> csv.append(list + "," + family + ",1\n"));
        return area.as(Area.PRACTICE, "professional").send("POST", "/api/v1/marks" + query, "text/csv", csv.toString());
    }

    @Test
    void a_service_is_reminded_before_each_closing_that_concerns_it_and_the_team_sees_nothing() {
        area.mark(Area.CAMHS);
        assertThat(test.home(Area.PRACTICE, "service_lead").text())
                .contains("14 days left, closes on Monday 12 November 2040, 8am")
                .doesNotContain("Closing soon");
        var team = test.home(Area.TEAM, "coordinator");
        var before = team.browser().get("/").document().expectFirst("main").outerHtml();
        var recorded = test.text("select count(*) from team.audit");
        lookAt(Duration.ofDays(11).plusHours(1));
        assertThat(test.text("select count(*) from team.audit")).isEqualTo(recorded);
        assertThat(team.browser().get("/").document().expectFirst("main").outerHtml())
                .isEqualTo(before);
        var reminded = test.home(Area.PRACTICE, "professional");
        assertThat(reminded.text()).contains("Closing soon: 3 days left, closes on Monday 12 November 2040, 8am");
        assertThat(reminded.follow("Start").text()).contains("Closing soon: 3 days left");
        lookAt(Duration.ofDays(14));
        assertThat(test.home(Area.PRACTICE, "professional").text())
                .contains("14 days left, closes a second time on Monday 26 November 2040, 8am")
                .doesNotContain("Closing soon");
        lookAt(Duration.ofDays(25));
        lookAt(Duration.ofDays(26));
        assertThat(test.home(Area.PRACTICE, "professional").text())
                .contains("Closing soon: 2 days left, closes a second time on Monday 26 November 2040, 8am");
        assertThat(reminders(Area.PRACTICE)).isEqualTo("2");
        assertThat(reminders(Area.CAMHS)).isEqualTo("0");
        area.mark(Area.PRACTICE);
        assertThat(test.home(Area.PRACTICE, "professional").text()).contains("Nothing waits for you");
    }

    @Test
    void on_its_last_day_a_list_says_so() {
        at(Duration.ofDays(13).plusHours(20));
        assertThat(test.home(Area.PRACTICE, "professional").text())
                .containsIgnoringCase("last day, closes on Monday 12 November 2040, 8am");
        assertThat(test.home(Area.PRACTICE, "professional")
                        .browser()
                        .get("/lists")
                        .text())
                .containsIgnoringCase("last day, closes on Monday 12 November 2040, 8am");
    }

    @Test
    void a_file_is_taken_until_the_closing_and_not_at_its_instant() {
        for (var service : List.of(Area.CAMHS, Area.AMHS, Area.COMMUNITY)) {
            area.mark(service);
        }
        var closing = Duration.ofDays(14);
        area.rowsKept(Area.PRACTICE);
        at(closing.minusNanos(1_000_000));
        assertThat(upload("").status()).isEqualTo(200);
        for (var instant : List.of(closing, closing.plusNanos(1_000_000))) {
            lookAt(instant);
            assertThat(upload("?declare=true").status()).isEqualTo(409);
            assertThat(upload("?replace=true").text()).contains("closed");
            assertThat(area.as(Area.PRACTICE, "professional")
                            .send("POST", "/api/v1" + path + "/declaration", "application/json", "")
                            .status())
                    .isEqualTo(409);
        }
        assertThat(test.text("select count(*) from health.declaration d join health.list l using (unit, list_ref)"
                        + " where l.list_ref = '" + list + "'"))
                .isEqualTo("0");
    }

    @Test
    void nothing_is_judged_under_an_agreement_that_ended_in_between() {
        area.rowsKept(Area.PRACTICE);
        var sheet = test.home(Area.PRACTICE, "professional").browser().get(path);
        var declaring = sheet.browser().get(path + "/declaration");
        Area.post(area.coordinator(), "/api/v1/agreements/" + agreement + "/end", "");
        var family = sheet.document().select("[data-family]").attr("data-family");
        var professional = area.as(Area.PRACTICE, "professional");
        var refused = List.of(
                professional.send(
                        "PUT",
                        "/api/v1" + path + "/judgements/" + family,
                        "application/json",
                        "{\"judgement\":\"priority\"}"),
                upload("?declare=true"),
                professional.send("POST", "/api/v1" + path + "/declaration", "application/json", ""),
                professional.get("/api/v1" + path + "/list.csv"));
        assertThat(refused).allMatch(answer -> answer.status() == 409);
        assertThat(refused.getFirst().text()).contains("not in force any more").contains("rule 5");
        assertThat(sheet.submit("#sheet", form -> form.set("mark-" + family, "priority"))
                        .text())
                .contains("not in force any more");
        assertThat(declaring.submit(form -> form).text())
                .contains("not in force any more")
                .contains("nothing of it will be shared")
                .contains("Rule 5");
        assertThat(test.home(Area.PRACTICE, "professional").text()).contains("Nothing waits for you");
        assertThat(test.text("select count(*) from health.draft")).isEqualTo("0");
        assertThat(test.text("select count(*) from health.declaration")).isEqualTo("0");
    }
}
