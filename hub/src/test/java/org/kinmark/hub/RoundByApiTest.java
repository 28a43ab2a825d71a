package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.release.Clockwork;
import tools.jackson.databind.JsonNode;

/// A round from the agreement to the queue, by API.
class RoundByApiTest {

    @SuppressWarnings("NullAway.Init")
    private TestHub hub;

    @SuppressWarnings("NullAway.Init")
    private Area area;

    @BeforeEach
    void start() {
        hub = TestHub.start();
        area = Area.setUp(hub);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void every_bit_appears_at_once_and_at_its_instant_and_leads_the_queue() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var round = area.openRound(agreement);
        area.mark(Area.PRACTICE, "Family1");
        area.mark(Area.CAMHS, "Family2");
        area.mark(Area.AMHS);
        moveOn(Duration.ofDays(28));
        assertThat(results(round)).hasSize(12).allMatch(result -> result.endsWith("asked"));
        moveOn(Duration.ofDays(1));
        assertThat(results(round))
                .containsSubsequence("F0 no_signal", "F1 health_priority", "F2 health_priority", "F3 no_signal");
        assertThat(results(round).stream().filter(result -> result.endsWith("health_priority")))
                .hasSize(2);
        var queue = Area.json(area.coordinator().get("/api/v1/queue"));
        assertThat(stream(queue).map(place -> place.get("family").asString()).toList())
                .startsWith("F0", "F1", "F2", "F3", "F6", "F9", "F4");
        assertThat(Area.json(area.as(Area.TEAM, "information_governance_lead").get("/api/v1/audit"))
                        .size())
                .isGreaterThan(14);
    }

    @Test
    void where_too_few_declare_the_second_closing_takes_its_place_and_then_the_round_is_void() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var round = area.openRound(agreement);
        area.mark(Area.PRACTICE, "Family1");
        area.mark(Area.SOCIAL_CARE, "Family1");
        moveOn(Duration.ofDays(14));
        assertThat(state(round)).isEqualTo("extended");
        area.mark(Area.CAMHS, "Family1");
        moveOn(Duration.ofDays(14));
        assertThat(state(round)).isEqualTo("void");
        moveOn(Duration.ofDays(1));
        assertThat(results(round)).hasSize(12).allMatch(result -> result.endsWith("asked"));
        assertThat(area.openRound(agreement)).isNotEqualTo(round);
    }

    @Test
    void a_list_says_who_and_never_why_and_each_service_gets_whom_it_could_know() {
        var agreement = area.agreementInForce();
        area.importFamilies(10);
        area.openRound(agreement);
        assertThat(area.rows(Area.PRACTICE)).hasSize(20);
        assertThat(area.rows(Area.CAMHS)).hasSize(10).allMatch(row -> row[4].equals("Bob"));
        assertThat(area.rows(Area.AMHS)).hasSize(10).allMatch(row -> row[4].equals("Anna"));
        assertThat(area.rows(Area.PRACTICE).getFirst()).hasSize(9);
    }

    @Test
    void nine_families_are_too_few_and_nothing_goes() {
        var agreement = area.agreementInForce();
        area.importFamilies(9);
        var refused = area.coordinator()
                .send(
                        "POST",
                        "/api/v1/rounds",
                        "application/json",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Only 9 families");
        assertThat(Area.json(area.as(Area.PRACTICE, "professional").get("/api/v1/lists"))
                        .size())
                .isZero();
    }

    @Test
    void marks_that_are_not_of_the_list_are_refused_and_the_same_twice_gets_the_same_receipt() {
        var agreement = area.agreementInForce();
        area.importFamilies(10);
        area.openRound(agreement);
        var professional = area.as(Area.PRACTICE, "professional");
        var list = area.list(Area.PRACTICE);
        var families =
                area.rows(Area.PRACTICE).stream().map(row -> row[1]).distinct().toList();
        var zeros = csv(list, families, "0");
        assertThat(upload(professional, csv(list, families.subList(0, 9), "0"), "")
                        .text())
                .contains("the family in line 20 of list.csv has no row");
        assertThat(upload(area.as(Area.CAMHS, "professional"), zeros, "").status())
                .isEqualTo(404);
        var first = upload(professional, zeros, "");
        assertThat(first.status()).isEqualTo(200);
        assertThat(upload(professional, zeros, "").text()).isEqualTo(first.text());
        var ones = csv(list, families, "1");
        assertThat(upload(professional, ones, "").text()).contains("10 families differ");
        assertThat(upload(professional, ones, "?replace=true&declare=true").status())
                .isEqualTo(200);
        assertThat(upload(professional, zeros, "?replace=true").text()).contains("declared");
        assertThat(upload(area.as(Area.PRACTICE, "service_lead"), ones, "?declare=true")
                        .status())
                .isEqualTo(403);
    }

    private static TestHub.Answer upload(TestHub.Api as, String csv, String query) {
        return as.send("POST", "/api/v1/marks" + query, "text/csv", csv);
    }

    private static String csv(String list, List<String> families, String mark) {
        var csv = new StringBuilder("list_ref,family_ref,mark\n");
        families.forEach(family -> csv.append(list)
                .append(',')
                .append(family)
                .append(',')
                .append(mark)
                .append('\n'));
        return csv.toString();
    }

    private void moveOn(Duration by) {
        hub.moveOn(by);
        hub.part(Clockwork.class).whatIsDue();
    }

    private String state(String round) {
        return Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"))
                .get("round")
                .get("state")
                .asString();
    }

    private List<String> results(String round) {
        var released = Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"));
        return stream(released.get("families"))
                .map(one ->
                        one.get("family").asString() + " " + one.get("result").asString())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
