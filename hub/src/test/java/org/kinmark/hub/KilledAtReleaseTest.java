package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.TestDatabase;

/// The hub is killed around the instant of release, a dozen times, most of them within the release's own transaction:
/// there are all bits or none, never before the instant, never twice, and nothing that a service was told was taken is
/// lost.
class KilledAtReleaseTest {

    private static final int SEEDS = Integer.getInteger("kinmark.kills", 12);
    private static final long SEED = Long.getLong("kinmark.seed", 3);
    private static final int FAMILIES = 120;
    /// One kill in so many is at any moment; the others are within the release's transaction.
    private static final int ANY_MOMENT = 4;

    private enum Hit {
        /// It had written, and all of it was taken back.
        WITHIN,
        /// At some moment, and nothing of it is there.
        BEFORE_OR_WITHIN,
        AFTER
    }

    /// Rows to which the release comes late: when the marks are written, when the drafts are gone, when the people are,
    /// when each service's audit has its entry.
    private static final List<String> HELD = List.of(
            "select 1 from health.draft d where exists (select 1 from health.list l"
                    + " where l.unit = d.unit and l.list_ref = d.list_ref and l.round = :round)",
            "select 1 from health.listed d where exists (select 1 from health.list l"
                    + " where l.unit = d.unit and l.list_ref = d.list_ref and l.round = :round)",
            "select 1 from health.audit_head where unit = (select max(unit::text)::uuid from health.list"
                    + " where round = :round)",
            "select 1 from team.audit_head where unit = (select unit from shared.round where id = :round)");

    private final String url = TestDatabase.url();
    private final Random random = new Random(SEED);
    private final Map<Hit, Integer> hits = new EnumMap<>(Hit.class);

    @Test
    void there_are_all_bits_or_none() throws SQLException, InterruptedException {
        Area area;
        String agreement;
        try (var hub = TestHub.start(url)) {
            area = Area.setUp(hub);
            agreement = area.agreementInForce();
        }
        var running = HubOfItsOwn.start(url);
        long took = 0;
        for (int seed = 0; seed <= SEEDS; seed++) {
            var here = area.at(running.hub());
            var families = families(seed);
            Area.json(here.coordinator().send("POST", "/api/v1/families?gone=confirmed", "text/csv", families));
            var now = now(here);
            var round = open(here, agreement, now);
            var marked = draw(seed);
            Area.SERVICES.forEach(service -> here.mark(
                    service, marked.stream().map(one -> "Family" + one).toArray(String[]::new)));
            // Only the release is still to come, so that the closing is not what is hit.
            move(here, now.plus(Duration.ofHours(2)));
            assertThat(marks(round)).as("bits before the release").isZero();
            assertAllIsThere(round);
            var release = now.plus(Duration.ofHours(3));
            if (seed == 0) {
                long began = System.nanoTime();
                move(here, release);
                took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
            } else {
                if (seed % ANY_MOMENT == 0) {
                    var moving = CompletableFuture.runAsync(() -> move(here, release));
                    killAtAnyMoment(round, marked, took, moving, running);
                } else {
                    killWithin(round, seed, here, release, running);
                }
                if (marks(round) == 0) {
                    assertAllIsThere(round);
                }
                running = HubOfItsOwn.start(url);
            }
            var again = area.at(running.hub());
            if (now(again).isBefore(release)) {
                assertThat(marks(round)).as("bits before their instant").isZero();
                move(again, release);
            }
            assertThat(released(again, round)).as("seed %d", seed).isEqualTo(marked);
            assertAllIsOver(round);
        }
        running.close();
        System.out.println("Killed " + SEEDS + " times around a release: " + hits);
        assertThat(hits.getOrDefault(Hit.WITHIN, 0))
                .as("kills within the transaction")
                .isGreaterThanOrEqualTo(SEEDS / 2);
    }

    /// Holds a row that the release comes to when it has written others, and kills it where it waits for that.
    private void killWithin(String round, int seed, Area here, Instant release, HubOfItsOwn running)
            throws SQLException, InterruptedException {
        var rows = HELD.get(seed % HELD.size()).replace(":round", "'" + round + "'");
        try (var holding = TestDatabase.asAdministrator(url);
                var statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.executeQuery(rows + " limit 1 for update").close();
            var moving = CompletableFuture.runAsync(() -> move(here, release));
            while (count("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and usename = 'kinmark_release' and wait_event_type = 'Lock'"
                            + " and backend_xid is not null")
                    == 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            running.kill();
            ignoreThatItDied(moving);
            holding.rollback();
        }
        waitUntilItsSessionsEnd();
        assertThat(marks(round)).as("bits after a kill within").isZero();
        hits.merge(Hit.WITHIN, 1, Integer::sum);
    }

    private void killAtAnyMoment(
            String round, Set<String> marked, long took, CompletableFuture<?> moving, HubOfItsOwn running)
            throws SQLException, InterruptedException {
        TimeUnit.MICROSECONDS.sleep(random.nextLong(took * 2));
        running.kill();
        ignoreThatItDied(moving);
        waitUntilItsSessionsEnd();
        long there = marks(round);
        assertThat(there).as("bits after a kill").isIn(0L, (long) marked.size());
        hits.merge(there > 0 ? Hit.AFTER : Hit.BEFORE_OR_WITHIN, 1, Integer::sum);
    }

    /// What a session of a killed hub had sent may still be carried out.
    private void waitUntilItsSessionsEnd() throws SQLException, InterruptedException {
        while (count("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()")
                > 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /// Before the release: each answer that a service was told was taken, the map, the key; and nobody was told.
    private void assertAllIsThere(String round) throws SQLException {
        assertThat(count("select count(*) from shared.round where state = 'open' and id = '" + round + "'"))
                .as("the round is open")
                .isEqualTo(1);
        assertThat(count("select count(*) from health.draft join health.list using (unit, list_ref) where round = '"
                        + round + "'"))
                .as("drafts")
                .isEqualTo(Area.SERVICES.size());
        assertThat(count("select count(*) from health.declaration join health.list using (unit, list_ref)"
                        + " where withdrawn_at is null and round = '" + round + "'"))
                .as("declarations")
                .isEqualTo(Area.SERVICES.size());
        assertThat(count("select count(*) from release.map where round = '" + round + "'"))
                .as("references")
                .isPositive();
        assertThat(key(round)).as("the round's key").exists();
        assertThat(entries(round)).as("entries of the release").isZero();
    }

    /// After it: nothing of what a service answered is left, and everybody was told once.
    private void assertAllIsOver(String round) throws SQLException {
        assertThat(count("select count(*) from shared.round where state = 'released' and id = '" + round + "'"))
                .as("the round is released")
                .isEqualTo(1);
        assertThat(count("select count(*) from health.draft join health.list using (unit, list_ref) where round = '"
                        + round + "'"))
                .as("drafts")
                .isZero();
        assertThat(count("select count(*) from health.listed join health.list using (unit, list_ref) where round = '"
                        + round + "'"))
                .as("people on lists")
                .isZero();
        assertThat(key(round)).as("the round's key").doesNotExist();
        assertThat(entries(round)).as("entries of the release").isEqualTo(1);
        assertThat(count("select count(*) from health.audit join health.list on object = list_ref::text"
                        + " where act = 'round_released' and round = '" + round + "'"))
                .as("entries of the release at the services")
                .isEqualTo(Area.SERVICES.size());
    }

    private static Path key(String round) {
        return TestDatabase.folderOfData().resolve("keys").resolve(round + ".key");
    }

    private static void ignoreThatItDied(CompletableFuture<?> moving) {
        try {
            moving.join();
        } catch (CompletionException e) {
            assertThat(e).isNotNull();
        }
    }

    private static String families(int seed) {
        return Area.families(FAMILIES)
                .replaceAll("(?m)^F", "F" + seed + "x")
                .replace("Family", "Family" + seed + "x")
                .replaceAll(",P([0-9])", ",P" + seed + "x$1");
    }

    private Set<String> draw(int seed) {
        var marked = new TreeSet<String>();
        for (int i = 0; i < FAMILIES; i++) {
            if (random.nextBoolean()) {
                marked.add(seed + "x" + i);
            }
        }
        return marked;
    }

    private static Instant now(Area area) {
        return Instant.parse(Area.json(area.coordinator().get("/api/v1/demonstration/clock"))
                .get("now")
                .asString());
    }

    private static void move(Area area, Instant to) {
        Area.post(area.coordinator(), "/api/v1/demonstration/clock", "{\"now\":\"" + to + "\"}");
    }

    private static String open(Area area, String agreement, Instant now) {
        return Area.post(
                        area.coordinator(),
                        "/api/v1/rounds",
                        "{\"agreement\":\"" + agreement + "\",\"criteria\":1,\"closes_at\":\""
                                + now.plus(Duration.ofHours(1)) + "\",\"second_closes_at\":\""
                                + now.plus(Duration.ofMinutes(90)) + "\",\"releases_at\":\""
                                + now.plus(Duration.ofHours(3)) + "\"}")
                .get("round")
                .asString();
    }

    private long marks(String round) throws SQLException {
        return count("select count(*) from released.mark where round = '" + round + "'");
    }

    private long entries(String round) throws SQLException {
        return count("select count(*) from team.audit where act = 'round_released' and object = '" + round + "'");
    }

    private long count(String query) throws SQLException {
        try (var connection = TestDatabase.asAdministrator(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Set<String> released(Area area, String round) {
        var bits = new TreeSet<String>();
        for (var family : Area.json(area.coordinator().get("/api/v1/rounds/" + round + "/released"))
                .get("families")) {
            if (family.get("result").asString().equals("health_priority")) {
                bits.add(family.get("family").asString().substring(1));
            }
        }
        return bits;
    }
}
