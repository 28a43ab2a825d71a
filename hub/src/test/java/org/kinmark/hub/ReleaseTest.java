package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.staff.FirstAdministrator;
import org.kinmark.hub.staff.SetUpUnits;
import org.kinmark.hub.staff.UnitKind;
import tools.jackson.databind.JsonNode;

/// What a release does beside the bits themselves: who else waits for it, what it records, and how it ends.
class ReleaseTest {

    private static final String OTHER = "Other Family Team";

    private final String url = TestDatabase.url();

    @SuppressWarnings("NullAway.Init")
    private TestHub hub;

    @SuppressWarnings("NullAway.Init")
    private Area area;

    @BeforeEach
    void start() {
        hub = TestHub.start(url);
        var by = Actor.theHub(hub.part(FirstAdministrator.class).partnership(), false);
        hub.part(SetUpUnits.class)
                .create(
                        by,
                        new SetUpUnits.NewUnit(
                                "Other Council",
                                OTHER,
                                UnitKind.FAMILY_TEAM,
                                null,
                                null,
                                null,
                                null,
                                "Families First"));
        area = Area.setUp(hub);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void a_round_that_lost_its_key_holds_no_other_teams_round_up() throws IOException, SQLException {
        var broken = markedRound();
        var other = area.as(OTHER, "coordinator");
        var agreement = Area.post(other, "/api/v1/agreements", Area.terms())
                .get("agreement")
                .asString();
        Area.post(other, "/api/v1/agreements/" + agreement + "/signatures", "");
        Area.post(other, "/api/v1/notices", "{\"words\":\"We work together.\"}");
        Area.SERVICES.forEach(service ->
                Area.post(area.as(service, "service_lead"), "/api/v1/agreements/" + agreement + "/signatures", ""));
        hub.moveOn(Duration.ofDays(28));
        Area.json(other.send("POST", "/api/v1/families", "text/csv", Area.families(12)));
        var now = hub.now();
        var sound = Area.post(
                        other,
                        "/api/v1/rounds",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"closes_at\":\""
                                + now.plus(Duration.ofDays(14)) + "\",\"second_closes_at\":\""
                                + now.plus(Duration.ofDays(28)) + "\",\"releases_at\":\""
                                + now.plus(Duration.ofDays(29)) + "\"}")
                .get("round")
                .asString();
        var keys = TestDatabase.folderOfData().resolve("keys");
        Files.delete(keys.resolve(broken + ".key"));
        moveOn(Duration.ofDays(29));
        assertThat(text("select state from shared.round where id = '" + broken + "'"))
                .isEqualTo("open");
        assertThat(text("select state from shared.round where id = '" + sound + "'"))
                .isEqualTo("void");
        assertThat(keys.resolve(sound + ".key")).doesNotExist();
    }

    @Test
    void what_is_recorded_of_a_round_carries_the_rounds_own_instants() throws SQLException {
        var round = markedRound();
        hub.moveOn(Duration.ofDays(29).plusMinutes(7));
        hub.part(Clockwork.class).whatIsDue();
        assertThat(text("select releases_at = ended_at from shared.round where id = '" + round + "'"))
                .isEqualTo("t");
        assertThat(at("round_released")).isEqualTo(instant("releases_at", round));
        assertThat(text("select count(distinct a.at) || ' ' || bool_and(a.at = r.releases_at) from health.audit a,"
                        + " shared.round r where a.act = 'round_released' and r.id = '" + round + "'"))
                .isEqualTo("1 true");
    }

    @Test
    void so_does_what_is_recorded_of_a_void_one_and_its_map_is_gone() throws SQLException {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var round = area.openRound(agreement);
        hub.moveOn(Duration.ofDays(40));
        hub.part(Clockwork.class).whatIsDue();
        assertThat(text("select second_closes_at = ended_at from shared.round where id = '" + round + "'"))
                .isEqualTo("t");
        assertThat(at("round_extended")).isEqualTo(instant("closes_at", round));
        assertThat(at("round_void")).isEqualTo(instant("second_closes_at", round));
        assertThat(text("select count(*) from release.map")).isEqualTo("0");
    }

    @Test
    void an_agreement_that_was_ended_during_the_round_shares_no_mark() throws SQLException {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var round = area.openRound(agreement);
        mark();
        Area.post(area.coordinator(), "/api/v1/agreements/" + agreement + "/end", "");
        moveOn(Duration.ofDays(29));
        assertThat(results(round)).hasSize(12).allMatch(result -> result.endsWith("no_signal"));
        assertThat(text("select string_agg(distinct decision || ' ' || decision_row, ',') from health.audit"
                        + " where act = 'round_released'"))
                .isEqualTo("withhold M2");
    }

    @Test
    void an_agreement_in_force_shares_and_says_so() throws SQLException {
        var round = markedRound();
        moveOn(Duration.ofDays(29));
        assertThat(results(round)).contains("F1 health_priority", "F0 no_signal");
        assertThat(text("select string_agg(distinct decision || ' ' || decision_row, ',') from health.audit"
                        + " where act = 'round_released'"))
                .isEqualTo("share M7");
    }

    @Test
    void when_a_rounds_retention_ends_neither_word_is_said_of_it_any_more() throws SQLException {
        var round = markedRound();
        moveOn(Duration.ofDays(29));
        moveOn(Duration.ofDays(400));
        assertThat(results(round)).hasSize(12).allMatch(result -> result.endsWith("ended"));
        assertThat(queue()).hasSize(12).allMatch(place -> place.endsWith(" ended"));
        moveOn(Duration.ofDays(1));
        assertThat(text("select count(*) from team.audit where act = 'marks_ended' and object = '" + round + "'"))
                .isEqualTo("1");
        assertThat(at("marks_ended")).isEqualTo(instant("retention_ends_at", round));
        assertThat(text("select count(*) from released.mark")).isEqualTo("0");
    }

    @Test
    void a_later_release_takes_the_place_of_what_an_earlier_round_said() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var first = area.openRound(agreement);
        mark();
        moveOn(Duration.ofDays(29));
        moveOn(Duration.ofDays(200));
        var second = area.openRound(agreement);
        area.mark(Area.PRACTICE, "Family3");
        area.mark(Area.CAMHS);
        area.mark(Area.AMHS);
        assertThat(results(first)).contains("F1 health_priority");
        moveOn(Duration.ofDays(29));
        assertThat(results(second)).contains("F3 health_priority", "F1 no_signal");
        assertThat(results(first)).hasSize(12).allMatch(result -> result.endsWith("ended"));
    }

    @Test
    void the_clock_is_moved_once_under_one_key() {
        var path = "/api/v1/demonstration/clock";
        var to = "{\"now\":\"" + hub.now().plus(Duration.ofDays(3)) + "\"}";
        var first = area.coordinator().sendOnce(path, to, "a-key");
        assertThat(first.status()).isEqualTo(200);
        hub.moveOn(Duration.ofMinutes(1));
        assertThat(area.coordinator().sendOnce(path, to, "a-key").text()).isEqualTo(first.text());
        var other = "{\"now\":\"" + hub.now().plus(Duration.ofDays(9)) + "\"}";
        assertThat(area.coordinator().sendOnce(path, other, "a-key").status()).isEqualTo(409);
    }

    private String markedRound() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        var round = area.openRound(agreement);
        mark();
        return round;
    }

    private void mark() {
        area.mark(Area.PRACTICE, "Family1");
        area.mark(Area.CAMHS, "Family2");
        area.mark(Area.AMHS);
    }

    private void moveOn(Duration by) {
        hub.moveOn(by);
        hub.part(Clockwork.class).whatIsDue();
    }

    private List<String> results(String round) {
        return stream(Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"))
                        .get("families"))
                .map(one ->
                        one.get("family").asString() + " " + one.get("result").asString())
                .toList();
    }

    private List<String> queue() {
        return stream(Area.json(area.coordinator().get("/api/v1/queue")))
                .map(one ->
                        one.get("family").asString() + " " + one.get("health").asString())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Instant at(String act) throws SQLException {
        return Instant.parse(text("select to_char(at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from team.audit where act = '" + act + "'"));
    }

    private Instant instant(String column, String round) throws SQLException {
        return Instant.parse(text("select to_char(" + column
                + " at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from shared.round where id = '" + round
                + "'"));
    }

    private String text(String query) throws SQLException {
        try (var connection = TestDatabase.asAdministrator(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
