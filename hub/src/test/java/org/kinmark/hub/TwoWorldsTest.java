package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.HealthWorld.Fact;
import org.kinmark.hub.SharedWorld.Course;
import org.kinmark.hub.SharedWorld.SharedRound;

/// The contract's first two sentences: before the release, what the family team sees does not depend on the health side
/// at all; after it, on the bits alone. Two worlds that share everything that the team knows, and the bits, and differ
/// in what happened at the services, give the team the same bytes.
class TwoWorldsTest {

    private static final int PAIRS = Integer.getInteger("kinmark.pairs", 20);
    private static final int ENOUGH = 20;
    /// How often somebody who waits for thousands is told how far it is.
    private static final int EACH = 50;
    private static final int FIRST = Integer.getInteger("kinmark.first-pair", 0);
    private static final long SEED = Long.getLong("kinmark.seed", 20261124L);
    /// The demonstration's clock, which the test itself moves; where a hub is served for real, neither is there.
    private static final Set<String> MOVED_BY_THE_TEST =
            Set.of("POST /demonstration/clock", "POST /api/v1/demonstration/clock");

    private static final ExecutorService BOTH = Executors.newFixedThreadPool(2);

    private static List<WorldHub> hubs;

    @BeforeAll
    static void start() {
        hubs = WorldHub.two();
    }

    @AfterAll
    static void stop() {
        BOTH.shutdownNow();
        hubs.forEach(WorldHub::close);
    }

    /// What was moved and seen so far.
    private final Map<Fact, Integer> moved = new EnumMap<>(Fact.class);

    private final Map<Course, Integer> courses = new EnumMap<>(Course.class);
    private int bits;

    @Test
    void the_team_sees_the_same_bytes() {
        liveAll();
    }

    /// Lives every pair.
    void liveAll() {
        for (int pair = FIRST; pair < FIRST + PAIRS; pair++) {
            live(pair);
            int lived = pair - FIRST + 1;
            if (lived % EACH == 0) {
                System.out.println(lived + " of " + PAIRS + " pairs were the same, "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            }
        }
        report();
        if (PAIRS < ENOUGH) {
            // A few pairs that are repeated to look at one of them cannot have moved and fetched all.
            return;
        }
        for (var fact : Fact.values()) {
            assertThat(moved.getOrDefault(fact, 0))
                    .as("pairs in which %s moved", fact)
                    .isGreaterThan(PAIRS / 20);
        }
        assertThat(messages).as("messages to the team").isPositive();
        assertThat(missed()).as("routes that were not fetched").isEmpty();
    }

    private void live(int pair) {
        try {
            liveBoth(pair);
        } catch (RuntimeException | AssertionError failure) {
            System.out.println("In pair " + pair + " of seed " + SEED + ":");
            throw failure;
        }
    }

    private void liveBoth(int pair) {
        var random = new Random(SEED * 1_000_003 + pair);
        var shared = SharedWorld.draw(random, pair, hubs.getFirst().roles());
        courses.merge(shared.rounds().getLast().course(), 1, Integer::sum);
        both(hub -> {
            hub.begin(SEED + pair);
            return true;
        });
        for (var round : shared.rounds()) {
            boolean isLast = !round.looks().isEmpty();
            var before = isLast
                    ? List.of(HealthWorld.before(random), HealthWorld.before(random))
                    : List.of(List.<HealthWorld.Said>of(), List.<HealthWorld.Said>of());
            var lists = List.of(
                    ask(() -> hubs.getFirst().open(round, before.getFirst())),
                    ask(() -> hubs.getLast().open(round, before.getLast())));
            var people = List.of(got(lists.getFirst()), got(lists.getLast()));
            var worlds = List.of(
                    HealthWorld.draw(random, round.course(), HealthWorld.asked(people.getFirst()), before.getFirst()),
                    HealthWorld.draw(random, round.course(), HealthWorld.asked(people.getLast()), before.getLast()));
            alike(random, round, worlds, people);
            var looks = List.of(
                    ask(() -> hubs.getFirst().live(round, worlds.getFirst())),
                    ask(() -> hubs.getLast().live(round, worlds.getLast())));
            compare(pair, round, got(looks.getFirst()), got(looks.getLast()));
        }
    }

    /// Gives two worlds the same bits.
    ///
    /// @param people who is listed to which services, in each
    private void alike(
            Random random,
            SharedRound round,
            List<HealthWorld> worlds,
            List<Map<String, Map<String, HealthWorld.Listed>>> people) {
        var one = worlds.getFirst();
        var other = worlds.getLast();
        one.object(random, people.getFirst(), round.objected());
        other.object(random, people.getLast(), round.objected());
        var wanted = new TreeSet<String>();
        one.listed().keySet().forEach(family -> {
            if (round.course() != Course.VOID
                    && one.canBeMarked(family)
                    && other.canBeMarked(family)
                    && random.nextBoolean()) {
                wanted.add(family);
            }
        });
        one.mark(random, wanted, round.declined());
        other.mark(random, wanted, round.declined());
        if (!round.looks().isEmpty()) {
            one.movedFrom(other).forEach(fact -> moved.merge(fact, 1, Integer::sum));
            bits += wanted.size();
            this.wanted = wanted;
        }
    }

    private Set<String> wanted = Set.of();
    private int messages;

    private void compare(
            int pair, SharedRound round, Map<String, Map<String, String>> one, Map<String, Map<String, String>> other) {
        for (var moment : one.keySet()) {
            var differences =
                    TeamVisitor.differences(one.getOrDefault(moment, Map.of()), other.getOrDefault(moment, Map.of()));
            if (!differences.isEmpty()) {
                throw new WorldsDiffer(pair, SEED, round.course() + ", " + moment, differences);
            }
        }
        messages += (int) one.values().stream()
                .flatMap(look -> look.keySet().stream())
                .filter(what -> what.startsWith(WorldHub.MAIL))
                .count();
        if (!round.looks().isEmpty()) {
            var visible = new TreeSet<>(wanted);
            visible.removeAll(round.declined());
            visible.removeAll(round.leftWithOne());
            assertThat(one.getOrDefault("the bits", Map.of())).containsEntry("all", visible.toString());
        }
    }

    private interface Doing<T> {
        T in(WorldHub hub);
    }

    /// In both hubs at once.
    private static <T> List<T> both(Doing<T> what) {
        return hubs.stream().map(hub -> ask(() -> what.in(hub))).toList().stream()
                .map(TwoWorldsTest::got)
                .toList();
    }

    private static <T> java.util.concurrent.Future<T> ask(Callable<T> what) {
        return BOTH.submit(what);
    }

    private static <T> T got(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /// Routes of the team that never did what they are for, with what they answered instead.
    private static List<String> missed() {
        var answers = hubs.getFirst().answers();
        return hubs.getFirst().routes().stream()
                .filter(route -> !MOVED_BY_THE_TEST.contains(route))
                .filter(route ->
                        answers.getOrDefault(route, Map.of()).keySet().stream().noneMatch(status -> status < 400))
                .map(route -> route + " " + answers.getOrDefault(route, Map.of()))
                .toList();
    }

    private void report() {
        var lines = new ArrayList<String>();
        lines.add("Two worlds: " + PAIRS + " pairs from " + FIRST + " of seed " + SEED + ", " + courses + ", " + bits
                + " bits of 1, "
                + hubs.getFirst().answers().values().stream()
                        .flatMap(statuses -> statuses.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum()
                + " answers and " + messages + " messages compared. Moved in pairs:");
        moved.forEach((fact, pairs) -> lines.add(String.format("  %-32s %3d", fact, pairs)));
        lines.add("Fetched, with how often each status was the answer:");
        hubs.getFirst().answers().forEach((route, statuses) -> lines.add("  " + route + " " + statuses));
        System.out.println(String.join("\n", lines));
    }
}
