package org.kinmark.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.kinmark.hub.SharedWorld.Course;
import org.kinmark.hub.SharedWorld.SharedRound;

/// Times what the team's ten main endpoints take in two worlds that differ on the health side alone, before the release
/// and after it. Nothing is asserted: the figures are of this machine, and whoever reads them judges.
final class TimingCommand {

    private static final int WARM_UP = 300;
    private static final Duration BEFORE = Duration.ofDays(20).plusHours(13);
    private static final Duration AFTER = Duration.ofDays(36).plusHours(13);
    /// The normal distribution's 97.5 % point.
    private static final double Z = 1.959964;

    private TimingCommand() {}

    /// One of a pair of worlds, with those of the team who ask.
    private record World(WorldHub hub, Seat coordinator, Seat lead) {

        static World of(WorldHub hub) {
            return new World(hub, hub.seat("coordinator"), hub.seat("information_governance_lead"));
        }

        void begin() {
            coordinator.begin();
            lead.begin();
        }
    }

    /// Times, and prints.
    ///
    /// @param arguments how many pairs of requests each endpoint gets, and the seed
    public static void main(String[] arguments) {
        int pairs = Integer.parseInt(arguments[0]);
        var random = new Random(Long.parseLong(arguments[1]));
        var hubs = WorldHub.two();
        var worlds = hubs.stream().map(World::of).toList();
        var shared = shared(random, hubs.getFirst().roles());
        long seed = random.nextLong();
        hubs.forEach(hub -> hub.begin(seed));
        var lists =
                hubs.stream().map(hub -> hub.open(shared, List.of())).toList().getFirst();
        var lives = lives(random, shared, lists);
        live(hubs, shared, lives, Duration.ZERO, BEFORE);
        measure("before the release", worlds, pairs, random);
        live(hubs, shared, lives, BEFORE, AFTER);
        measure("after the release", worlds, pairs, random);
        worlds.forEach(world -> {
            world.coordinator().close();
            world.lead().close();
            world.hub().close();
        });
        System.exit(0);
    }

    /// A round that is answered, in which the team itself does nothing.
    private static SharedRound shared(Random random, List<String> roles) {
        var drawn = SharedWorld.draw(random, 0, roles).rounds().getLast();
        return new SharedRound(Course.ANSWERED, drawn.families(), List.of(), List.of(), drawn.seed());
    }

    private static List<HealthWorld> lives(
            Random random, SharedRound shared, Map<String, Map<String, HealthWorld.Listed>> people) {
        var asked = HealthWorld.asked(people);
        var lives = List.of(
                HealthWorld.draw(random, Course.ANSWERED, asked, List.of()),
                HealthWorld.draw(random, Course.ANSWERED, asked, List.of()));
        lives.forEach(life -> life.withoutObjections(people));
        var bits = new TreeSet<String>();
        people.keySet().forEach(family -> {
            if (lives.stream().allMatch(life -> life.canBeMarked(family)) && random.nextBoolean()) {
                bits.add(family);
            }
        });
        lives.forEach(life -> life.mark(random, bits, shared.declined()));
        System.out.println("The two worlds differ in " + lives.getFirst().movedFrom(lives.getLast()));
        return lives;
    }

    private static void live(
            List<WorldHub> hubs, SharedRound shared, List<HealthWorld> lives, Duration from, Duration until) {
        hubs.getFirst().live(shared, lives.getFirst(), from, until);
        hubs.getLast().live(shared, lives.getLast(), from, until);
    }

    private static Map<String, Function<World, HubConnection.Reply>> endpoints(World any) {
        var round = any.hub().round();
        var families = any.coordinator().get("/families").text();
        var family = families.replaceAll("(?s).*?href=\"(/families/[0-9a-f-]{36})\".*", "$1");
        var endpoints = new LinkedHashMap<String, Function<World, HubConnection.Reply>>();
        for (var page : List.of("/", "/families", family, "/rounds/" + round, "/notices", "/agreements")) {
            endpoints.put(
                    "GET " + page.replaceAll("[0-9a-f-]{36}", "…"),
                    world -> world.coordinator().get(page));
        }
        for (var path : List.of("/api/v1/queue", "/api/v1/rounds", "/api/v1/rounds/" + round + "/released")) {
            endpoints.put(
                    "GET " + path.replaceAll("[0-9a-f-]{36}", "…"),
                    world -> world.coordinator().api("GET", path, List.of(), ""));
        }
        endpoints.put("GET /api/v1/audit", world -> world.lead().api("GET", "/api/v1/audit", List.of(), ""));
        return endpoints;
    }

    /// One request to each endpoint in each world in turn, which of the two worlds comes first by chance.
    private static void measure(String when, List<World> worlds, int pairs, Random random) {
        worlds.forEach(World::begin);
        var endpoints = endpoints(worlds.getFirst());
        var differences = new LinkedHashMap<String, long[]>();
        var times = new LinkedHashMap<String, long[]>();
        endpoints.keySet().forEach(name -> {
            differences.put(name, new long[pairs]);
            times.put(name, new long[pairs]);
        });
        for (int i = -Math.min(WARM_UP, pairs); i < pairs; i++) {
            if (Math.floorMod(i, WARM_UP) == 0) {
                worlds.forEach(World::begin);
            }
            for (var endpoint : endpoints.entrySet()) {
                int first = random.nextInt(2);
                var took = new long[2];
                took[first] = time(worlds.get(first), endpoint.getValue());
                took[1 - first] = time(worlds.get(1 - first), endpoint.getValue());
                if (i >= 0) {
                    differences.getOrDefault(endpoint.getKey(), took)[i] = took[0] - took[1];
                    times.getOrDefault(endpoint.getKey(), took)[i] = took[0];
                }
            }
        }
        report(when, pairs, times, differences);
    }

    private static long time(World world, Function<World, HubConnection.Reply> endpoint) {
        long began = System.nanoTime();
        var reply = endpoint.apply(world);
        long took = System.nanoTime() - began;
        if (reply.status() != 200) {
            throw new AssertionError("an endpoint answered " + reply.status());
        }
        return took;
    }

    private static void report(String when, int pairs, Map<String, long[]> times, Map<String, long[]> differences) {
        System.out.println(pairs + " pairs of requests " + when + ", in microseconds: the median time in one world, the"
                + " median of the paired differences, and its 95 % confidence interval");
        var around = new ArrayList<String>();
        times.forEach((name, took) -> {
            var sorted = differences.getOrDefault(name, took).clone();
            Arrays.sort(sorted);
            int[] ranks = ranks(sorted.length);
            long low = sorted[ranks[0]];
            long high = sorted[ranks[1]];
            System.out.printf(
                    Locale.ROOT,
                    "  %-32s %9.1f %9.1f   [%8.1f, %8.1f]%s%n",
                    name,
                    median(took) / 1e3,
                    sorted[sorted.length / 2] / 1e3,
                    low / 1e3,
                    high / 1e3,
                    low > 0 || high < 0 ? "  0 is outside" : "");
            if (low <= 0 && high >= 0) {
                around.add(name);
            }
        });
        System.out.println("0 is in " + around.size() + " of " + times.size() + " intervals.");
    }

    private static double median(long[] values) {
        var sorted = LongStream.of(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// The ranks, from 0, of the order statistics between which the median lies with a confidence of 95 %: distribution
    /// free, by the binomial distribution's normal approximation (Conover, Practical Nonparametric Statistics, 3rd
    /// edition, 1999, section 3.2).
    private static int[] ranks(int count) {
        double half = Z * Math.sqrt(count) / 2;
        int low = (int) Math.floor(count / 2.0 - half);
        int high = (int) Math.ceil(count / 2.0 + half);
        return new int[] {Math.max(0, low - 1), Math.min(count - 1, high)};
    }
}
