package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.exchange.ServiceEntry;
import org.kinmark.hub.HealthWorld.Fact;
import org.kinmark.hub.SharedWorld.Course;
import org.kinmark.hub.SharedWorld.Look;
import org.kinmark.hub.SharedWorld.SharedRound;

/// The contract's fourth sentence: what one service sees depends neither on another service's answers, beyond how the
/// round ended, nor on by how many criteria the team chose a family. In two worlds one service does the same, and
/// everything else is drawn anew: the others' marks, drafts, times, late and failed files, sign-ins, at which
/// of them somebody objected, who of them answered, the bits themselves; and in one of the two every family meets one
/// criterion more, which the round asks.
///
/// What is taken out of a service's pages, besides what [TeamVisitor] takes out of the team's: the receipt of its own
/// judgements and the digest of its own file, which are made under the round's key, and that is drawn anew.
class ServicesWorldsTest {

    private static final int PAIRS = Integer.getInteger("kinmark.pairs", 2);
    private static final int ENOUGH = 20;
    private static final int EACH = 50;
    private static final int FIRST = Integer.getInteger("kinmark.first-pair", 0);
    private static final long SEED = Long.getLong("kinmark.seed", 20261124L);
    private static final List<String> SERVICES =
            SharedWorld.SERVICES.stream().map(ServiceEntry::name).toList();

    /// Before and after each closing, as all bits appear, and a week later.
    private static final List<Duration> LOOKS = List.of(
            Duration.ofDays(6).plusHours(13),
            Duration.ofDays(13).plusHours(13),
            Duration.ofDays(14),
            Duration.ofDays(26).plusHours(13),
            Duration.ofDays(28),
            SharedWorld.RELEASE,
            Duration.ofDays(36).plusHours(13));

    /// When it sends every form and calls every operation too: while it can still judge, and when all is over.
    private static final Set<Duration> ACTS = Set.of(LOOKS.get(1), LOOKS.getLast());

    /// What is an answer, which this service gives as the worlds say and not as it looks about; what is sent by a
    /// page's script; and what waits for a decision in no world.
    private static final Set<String> NOT_REACHED = Set.of(
            "POST /api/v1/lists/{list}/declaration",
            "POST /lists/{list}/declaration",
            "POST /lists/{list}/withdrawal",
            "POST /marks/replacement",
            "POST /lists/{list}/judgements/{family}",
            "POST /agreements/{id}/signature",
            "POST /waivers/{waiver}",
            "POST /api/v1/waivers/{waiver}/decision");

    private static List<WorldHub> hubs;

    @BeforeAll
    static void start() {
        hubs = WorldHub.two();
    }

    @AfterAll
    static void stop() {
        hubs.forEach(WorldHub::close);
    }

    /// Whoever objects is left off every list, so that each service may see that somebody is gone; and what was said on
    /// the form is before every service's Guardian. At which other service it was said is none of its business.
    private static final EnumSet<Fact> OF_ALL_SERVICES =
            EnumSet.of(Fact.OBJECTIONS_ON_THE_FORM, Fact.OBJECTIONS_BEFORE_THE_ROUND);

    /// What was moved so far.
    private final Map<Fact, Integer> moved = new EnumMap<>(Fact.class);

    private final Map<String, Integer> looked = new TreeMap<>();
    private int criteria;

    @Test
    void a_service_sees_the_same_bytes_whatever_the_others_answer() {
        liveAll();
    }

    /// Lives every pair.
    void liveAll() {
        for (int pair = FIRST; pair < FIRST + PAIRS; pair++) {
            if ((pair - FIRST) % EACH == EACH - 1) {
                System.out.println((pair - FIRST) + " of " + PAIRS + " pairs were the same");
            }
            live(pair, SERVICES.get(pair % SERVICES.size()));
        }
        System.out.println(report());
        if (PAIRS < ENOUGH) {
            // A few pairs cannot have moved all and looked with every service.
            return;
        }
        for (var fact : EnumSet.complementOf(OF_ALL_SERVICES)) {
            assertThat(moved.getOrDefault(fact, 0))
                    .as("pairs in which %s moved", fact)
                    .isGreaterThan(PAIRS / ENOUGH);
        }
        assertThat(missed()).as("routes that were not fetched").isEmpty();
    }

    private void live(int pair, String service) {
        var random = new Random(SEED * 1_000_003 + pair);
        var shared = SharedWorld.draw(random, pair, hubs.getFirst().roles());
        looked.merge(service, 1, Integer::sum);
        // Whoever looks about for the first time signs in: before life begins, and in both.
        hubs.forEach(hub -> hub.service(service));
        hubs.getFirst().begin(SEED + pair, WorldHub.Variant.AS_DRAWN);
        hubs.getLast().begin(SEED + pair, WorldHub.Variant.TWO_EACH);
        hubs.forEach(hub -> hub.service(service).begin(Map.of()));
        hubs.forEach(hub -> hub.drawForServicesFrom(SEED + pair));
        criteria++;
        for (var round : shared.rounds()) {
            var lists = hubs.stream().map(hub -> hub.open(round, List.of())).toList();
            assertThat(lists.getFirst()).isEqualTo(lists.getLast());
            var worlds = worlds(random, round, service, lists.getFirst());
            var looks = round.looks().isEmpty() ? List.<Look>of() : looks(service, random);
            var one = live(hubs.getFirst(), service, round, worlds.getFirst(), looks);
            var other = live(hubs.getLast(), service, round, worlds.getLast(), looks);
            compare(pair, service + ", " + round.course(), one.join(), other.join());
        }
    }

    private static CompletableFuture<Map<String, Map<String, String>>> live(
            WorldHub hub, String service, SharedRound round, HealthWorld world, List<Look> looks) {
        return CompletableFuture.supplyAsync(() -> hub.liveAsSeenBy(service, round, world, looks));
    }

    private static List<Look> looks(String service, Random random) {
        var roles = hubs.getFirst().service(service).roles();
        return LOOKS.stream()
                .map(at -> new Look(at, roles, ACTS.contains(at), SharedWorld.Opening.NONE, random.nextLong()))
                .toList();
    }

    /// Two worlds in which one service does the same, and that end alike.
    private List<HealthWorld> worlds(
            Random random, SharedRound round, String service, Map<String, Map<String, HealthWorld.Listed>> people) {
        var asked = HealthWorld.asked(people);
        var one = HealthWorld.draw(random, round.course(), asked, List.of());
        var other = one.redrawnExcept(random, round.course(), asked, service);
        one.object(random, people, round.objected());
        other.objectElsewhere(random, one, service, people, round.objected());
        for (var world : List.of(one, other)) {
            world.mark(random, drawn(random, world, round.course()), round.declined());
        }
        other.marks().put(service, one.marks().getOrDefault(service, Set.of()));
        if (!round.looks().isEmpty()) {
            one.movedFrom(other).forEach(fact -> moved.merge(fact, 1, Integer::sum));
        }
        return List.of(one, other);
    }

    /// Bits as they come: no service is told any.
    private static Set<String> drawn(Random random, HealthWorld world, Course course) {
        var bits = new java.util.TreeSet<String>();
        world.listed().keySet().forEach(family -> {
            if (course != Course.VOID && world.canBeMarked(family) && random.nextBoolean()) {
                bits.add(family);
            }
        });
        return bits;
    }

    private static void compare(
            int pair, String what, Map<String, Map<String, String>> one, Map<String, Map<String, String>> other) {
        for (var moment : one.keySet()) {
            var differences =
                    TeamVisitor.differences(plain(one.get(moment)), plain(other.getOrDefault(moment, Map.of())));
            if (!differences.isEmpty()) {
                throw new WorldsDiffer(pair, SEED, what + ", " + moment, differences);
            }
        }
    }

    private static Map<String, String> plain(Map<String, String> seen) {
        var plain = new TreeMap<String, String>();
        seen.forEach((what, answer) -> plain.put(
                what,
                answer.replaceAll("name=\"(receipt|file|held)\" value=\"[0-9a-f]+\"", "name=\"$1\"")
                        .replaceAll("\"receipt\":\"[0-9a-f]+\"", "\"receipt\":\"\"")
                        .replaceAll("Receipt: [0-9a-f]{16}", "Receipt:")));
        return plain;
    }

    /// Pages, forms and operations that never did what they are for; but the demonstration's clock, which the test
    /// moves.
    private static List<String> missed() {
        var answers = new TreeMap<String, Set<Integer>>();
        SERVICES.forEach(service -> hubs.getFirst()
                .service(service)
                .answers()
                .forEach((route, statuses) -> answers.merge(
                        route,
                        Set.copyOf(statuses.keySet()),
                        (a, b) -> Set.copyOf(
                                Stream.concat(a.stream(), b.stream()).distinct().toList()))));
        return hubs.getFirst().routesOfServices().stream()
                .filter(route -> !route.endsWith("/demonstration/clock") || route.startsWith("GET "))
                .filter(route -> !NOT_REACHED.contains(route))
                .filter(route -> answers.getOrDefault(route, Set.of()).stream().noneMatch(status -> status < 400))
                .toList();
    }

    private String report() {
        var lines = new ArrayList<String>();
        lines.add("Two worlds between services: " + PAIRS + " pairs from " + FIRST + " of seed " + SEED
                + ", as seen by " + looked + ". Moved in pairs:");
        lines.add(String.format("  %-32s %3d", "CRITERIA", criteria));
        moved.forEach((fact, pairs) -> lines.add(String.format("  %-32s %3d", fact, pairs)));
        lines.add("Not fetched: " + missed());
        lines.add("Fetched, with how often each status was the answer:");
        looked.keySet()
                .forEach(service -> lines.add(
                        "  " + service + " " + hubs.getFirst().service(service).answers()));
        return String.join("\n", lines);
    }
}
