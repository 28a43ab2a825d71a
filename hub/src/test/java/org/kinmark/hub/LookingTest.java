package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the audit and the queue show of themselves when less of them is asked for, page by page.
class LookingTest {

    private static TestArea test;
    private static Area area;

    @BeforeAll
    static void start() {
        test = TestArea.start();
        area = test.area();
        var agreement = area.agreementInForce();
        var rows = Area.families(12) + "F90,P90,,Ruth,Alone,2004-03-05,female,SE15 1AA,A81001,no,worklessness\n";
        Area.json(area.coordinator().send("POST", "/api/v1/families", "text/csv", rows));
        area.openRound(agreement);
        area.mark(Area.PRACTICE, "Family1");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        test.moveOn(Duration.ofDays(29));
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static TestHub.Page lead(String path) {
        return test.signedIn(Area.TEAM, "information_governance_lead").get(path);
    }

    private static List<String> cells(TestHub.Page page, int column) {
        return page.document().select("tbody td:nth-child(" + column + ")").eachText();
    }

    @Test
    void the_audit_is_searched_by_day_act_and_who_acted_from_the_start_page() {
        var search = test.home(Area.TEAM, "information_governance_lead").follow("Search the audit");
        assertThat(search.text()).contains("as of 27 November 2040, 8am");
        var coordinator = search.document().select("#staff option").stream()
                .filter(one -> cells(search, 3).stream()
                        .anyMatch(who -> who.startsWith(one.text()) && who.contains("coordinator")))
                .findFirst()
                .orElseThrow();
        assertThat(coordinator.val()).matches("[0-9a-f-]{36}");
        var hers = lead("/audit?act=round_opened&staff=" + coordinator.val());
        assertThat(cells(hers, 4)).containsExactly("A round was opened");
        assertThat(hers.document().select("#act option[selected]").text()).isEqualTo("A round was opened");
        assertThat(hers.document().select("form[method=get]").attr("action")).isEqualTo("/audit");
        assertThat(cells(lead("/audit?staff=hub"), 3)).isNotEmpty().allMatch(who -> who.startsWith("The hub"));
        assertThat(cells(lead("/audit?act=round_opened&staff=hub"), 4)).isEmpty();
        var day = "&from-day=29&from-month=10&from-year=2040&to-day=29&to-month=10&to-year=2040";
        assertThat(cells(lead("/audit?x" + day), 2)).isNotEmpty().allMatch(when -> when.startsWith("29 October 2040"));
        var none = lead("/audit?from-day=1&from-month=1&from-year=2041");
        assertThat(none.text()).contains("Nothing was found");
        var wrong = lead("/audit?from-day=31&from-month=2&from-year=2040");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Enter a day, month and year");
        assertThat(lead("/audit?" + day.substring(1) + "&from-day=30").status()).isEqualTo(200);
    }

    @Test
    void the_audit_by_api_is_narrowed_alike() {
        var api = area.as(Area.TEAM, "information_governance_lead");
        var opened = Area.json(api.get("/api/v1/audit?act=round_opened"));
        assertThat(opened.size()).isEqualTo(1);
        assertThat(Area.json(api.get("/api/v1/audit?act=round_opened&from=2040-10-30"))
                        .size())
                .isZero();
        assertThat(Area.json(api.get("/api/v1/audit?act=round_opened&to=2040-10-29&from=2040-10-29"))
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/audit?act=nothing").status()).isEqualTo(422);
    }

    @Test
    void a_search_of_the_audit_goes_on_over_pages_of_one_size() {
        for (int i = 0; i < 130; i++) {
            area.coordinator().get("/api/v1/queue");
        }
        var first = lead("/audit?act=queue_shown");
        assertThat(cells(first, 4)).hasSize(100).containsOnly("The queue was shown");
        var second = first.follow("Earlier entries");
        assertThat(cells(second, 4)).hasSizeGreaterThanOrEqualTo(30).containsOnly("The queue was shown");
        assertThat(cells(second, 1)).doesNotContainAnyElementsOf(cells(first, 1));
    }

    @Test
    void the_queue_is_narrowed_without_moving_anybody() {
        var queue = test.signedIn(Area.TEAM, "key_worker");
        var all = queue.get("/queue");
        assertThat(all.text()).contains("The queue as of 27 November 2040, 8am");
        assertThat(narrowed(queue, "health=health_priority")).containsExactly("2 F1 1 Health priority");
        assertThat(narrowed(queue, "health=not_asked")).containsExactly("13 F90 1 Not asked");
        assertThat(narrowed(queue, "health=no_signal&criteria=2"))
                .containsExactly("1 F0 2 No signal", "3 F3 2 No signal", "4 F6 2 No signal", "5 F9 2 No signal");
        assertThat(narrowed(queue, "criteria=1")).hasSize(9).first().isEqualTo("2 F1 1 Health priority");
        assertThat(narrowed(queue, "health=none")).isEmpty();
        assertThat(narrowed(queue, "health=worst")).hasSize(13);
        assertThat(queue.get("/queue?criteria=2").text()).contains("4 of 13 families, each in its place");
        assertThat(Area.json(area.coordinator().get("/api/v1/queue?health=not_asked"))
                        .size())
                .isEqualTo(1);
    }

    private static List<String> narrowed(TestHub.Browser browser, String query) {
        return browser.get("/queue?" + query).document().select("tbody tr").eachText().stream()
                .map(row -> row.replace(" Why?", ""))
                .toList();
    }
}
