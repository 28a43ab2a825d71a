package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.TestDatabase;

/// The hub is killed around the instant of release, a dozen times: there are all bits or none, never before the
/// instant, never twice, and nothing that a service was told was taken is lost.
class KilledAtReleaseTest {

    private static final int SEEDS = Integer.getInteger("kinmark.kills", 12);
    private static final long SEED = Long.getLong("kinmark.seed", 3);

    private final String url = TestDatabase.url();
    private final Random random = new Random(SEED);
    private final ArrayList<String> hits = new ArrayList<>();

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
            var release = now.plus(Duration.ofHours(3));
            var moving = CompletableFuture.runAsync(() -> move(here, release));
            if (seed == 0) {
                long began = System.nanoTime();
                moving.join();
                took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
            } else {
                TimeUnit.MICROSECONDS.sleep(random.nextLong(took * 3 / 2));
                running.kill();
                ignoreThatItDied(moving);
                long there = marks(round);
                assertThat(there).as("bits after the kill, seed %d", seed).isIn(0L, (long) marked.size());
                hits.add(there == 0 ? "before" : "after");
                running = HubOfItsOwn.start(url);
            }
            var again = area.at(running.hub());
            if (now(again).isBefore(release)) {
                assertThat(marks(round)).as("bits before their instant").isZero();
                move(again, release);
            }
            assertThat(released(again, round)).as("seed %d", seed).isEqualTo(marked);
            assertThat(entries(round)).as("entries of the release").isEqualTo(1);
        }
        running.close();
        System.out.println("Killed " + SEEDS + " times around a release: " + hits);
        assertThat(hits).contains("before", "after");
    }

    private static void ignoreThatItDied(CompletableFuture<?> moving) {
        try {
            moving.join();
        } catch (CompletionException e) {
            assertThat(e).isNotNull();
        }
    }

    private static String families(int seed) {
        return Area.families(40)
                .replaceAll("(?m)^F", "F" + seed + "x")
                .replace("Family", "Family" + seed + "x")
                .replaceAll(",P([0-9])", ",P" + seed + "x$1");
    }

    private Set<String> draw(int seed) {
        var marked = new TreeSet<String>();
        for (int i = 0; i < 40; i++) {
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
