package org.kinmark.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.kinmark.hub.SharedWorld.Course;
import org.kinmark.hub.SharedWorld.SharedRound;

/// Times what the team's ten main endpoints take in two worlds that differ on the health side alone, before the release
/// and after it. Nothing is asserted: the figures are of this machine, and whoever reads them judges.
///
/// Two hubs on two databases are never equally fast, whatever happened in them. So each pair of worlds is lived twice,
/// each
/// world once in each hub, and what is compared is the mean of a difference and of the one with the hubs exchanged:
/// what
/// comes of the hubs cancels, and what comes of the worlds stays. The same is done with one world twice, where nothing
/// but chance can differ, so that a reader sees how often chance alone puts 0 outside.
///
/// Of a pair, one is the world in which the fewest things happened at health out of many that were drawn, and the other
/// the one with most, always in this order: a hub that is slower the more health did shows, and does not average out.
final class TimingCommand {

    private static final int TURNS = 10;
    /// Out of how many the quietest world and the busiest are taken.
    private static final int DRAWN = 40;
    /// Requests to each endpoint that do not count: at the very first, and whenever another world has begun.
    private static final int WARM_UP = 300;
    private static final int WARM = 10;
    private static final int RESAMPLED = 1_000;
    private static final Duration BEFORE = Duration.ofDays(20).plusHours(13);
    private static final Duration AFTER = Duration.ofDays(36).plusHours(13);

    private final Random random;
    private final List<World> worlds;
    private boolean isWarm;

    private TimingCommand(Random random) {
        this.random = random;
        this.worlds = WorldHub.two().stream().map(World::of).toList();
    }

    /// A hub in which worlds are lived, with those of the team who ask.
    private record World(WorldHub hub, Seat coordinator, Seat lead) {

        static World of(WorldHub hub) {
            return new World(hub, hub.seat("coordinator"), hub.seat("information_governance_lead"));
        }

        void begin() {
            coordinator.begin();
            lead.begin();
        }

        void close() {
            coordinator.close();
            lead.close();
            hub.close();
        }
    }

    /// What was measured of one kind of pair at one moment: for each endpoint how long it took in the first world, and
    /// for each turn the differences.
    private record Measured(Map<String, List<Long>> times, Map<String, List<double[]>> differences) {

        Measured() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /// Times, and prints.
    ///
    /// @param arguments how many pairs of requests each endpoint gets at each of the two moments, and the seed
    public static void main(String[] arguments) {
        new TimingCommand(new Random(Long.parseLong(arguments[1]))).run(Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    private void run(int pairs) {
        int turns = Math.clamp(pairs / 2, 1, TURNS);
        // Each turn has two arrangements of a pair, and half as many of its control.
        int each = Math.ceilDiv(pairs, 2 * turns);
        var two = Map.of(BEFORE, new Measured(), AFTER, new Measured());
        var same = Map.of(BEFORE, new Measured(), AFTER, new Measured());
        for (int turn = 0; turn < turns; turn++) {
            long seed = random.nextLong();
            var shared = shared(random, worlds.getFirst().hub().roles());
            var lives = lives(shared, seed);
            System.err.println("turn " + (turn + 1) + " of " + turns + ": "
                    + lives.getFirst().acts().size() + " things happen at health, and "
                    + lives.getLast().acts().size());
            measure(shared, seed, lives, each, two);
            measure(shared, seed, List.of(lives.getFirst(), lives.getFirst()), Math.ceilDiv(each, 2), same);
        }
        for (var at : List.of(BEFORE, AFTER)) {
            var when = at.equals(BEFORE) ? "before the release" : "after the release";
            report("A quiet world and a busy one, " + when, Objects.requireNonNull(two.get(at)));
            report("For comparison, one world twice, " + when, Objects.requireNonNull(same.get(at)));
        }
        worlds.forEach(World::close);
    }

    /// A round that is answered, in which the team itself does nothing.
    private static SharedRound shared(Random random, List<String> roles) {
        var drawn = SharedWorld.draw(random, 0, roles).rounds().getLast();
        return new SharedRound(Course.ANSWERED, drawn.families(), List.of(), List.of(), drawn.seed());
    }

    /// The quietest of many worlds, and the busiest, with the same bits.
    private List<HealthWorld> lives(SharedRound shared, long seed) {
        var people = begin(shared, seed);
        var drawn = Stream.generate(
                        () -> HealthWorld.draw(random, Course.ANSWERED, HealthWorld.asked(people), List.of()))
                .limit(DRAWN)
                .sorted(Comparator.comparingInt(life -> life.acts().size()))
                .toList();
        var lives = List.of(drawn.getFirst(), drawn.getLast());
        lives.forEach(life -> life.withoutObjections(people));
        var bits = new TreeSet<String>();
        people.keySet().forEach(family -> {
            if (lives.stream().allMatch(life -> life.canBeMarked(family)) && random.nextBoolean()) {
                bits.add(family);
            }
        });
        lives.forEach(life -> life.mark(random, bits, shared.declined()));
        return lives;
    }

    /// Opens the round in both hubs, from the same beginning.
    private Map<String, Map<String, HealthWorld.Listed>> begin(SharedRound shared, long seed) {
        worlds.forEach(world -> world.hub().begin(seed));
        return worlds.stream()
                .map(world -> world.hub().open(shared, List.of()))
                .toList()
                .getFirst();
    }

    /// Lives two worlds in the two hubs, and then each in the other, and measures both at both moments.
    private void measure(
            SharedRound shared, long seed, List<HealthWorld> lives, int count, Map<Duration, Measured> into) {
        var one = lived(shared, seed, lives, count, false);
        var other = lived(shared, seed, lives, count, true);
        into.forEach((at, measured) -> one.getOrDefault(at, Map.of()).forEach((endpoint, took) -> {
            var exchanged =
                    Objects.requireNonNull(other.getOrDefault(at, Map.of()).get(endpoint));
            var differences = new double[count];
            for (int i = 0; i < count; i++) {
                differences[i] = (took[0][i] - took[1][i] + exchanged[0][i] - exchanged[1][i]) / 2.0;
            }
            measured.differences()
                    .computeIfAbsent(endpoint, _ -> new ArrayList<>())
                    .add(differences);
            var times = measured.times().computeIfAbsent(endpoint, _ -> new ArrayList<>());
            LongStream.concat(LongStream.of(took[0]), LongStream.of(exchanged[0]))
                    .forEach(times::add);
        }));
    }

    /// How long the requests took, in nanoseconds, by moment and endpoint: in the first life, and in the second.
    private Map<Duration, Map<String, long[][]>> lived(
            SharedRound shared, long seed, List<HealthWorld> lives, int count, boolean isExchanged) {
        begin(shared, seed);
        var hubs = isExchanged ? worlds.reversed() : worlds;
        var took = new LinkedHashMap<Duration, Map<String, long[][]>>();
        var from = Duration.ZERO;
        for (var until : List.of(BEFORE, AFTER)) {
            hubs.getFirst().hub().live(shared, lives.getFirst(), from, until);
            hubs.getLast().hub().live(shared, lives.getLast(), from, until);
            took.put(until, ask(hubs, count));
            from = until;
        }
        return took;
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
    private Map<String, long[][]> ask(List<World> hubs, int count) {
        hubs.forEach(World::begin);
        var endpoints = endpoints(hubs.getFirst());
        var took = new LinkedHashMap<String, long[][]>();
        endpoints.keySet().forEach(name -> took.put(name, new long[2][count]));
        int unused = isWarm ? Math.min(WARM, count) : WARM_UP;
        isWarm = true;
        for (int i = -unused; i < count; i++) {
            if (Math.floorMod(i, WARM_UP) == 0) {
                hubs.forEach(World::begin);
            }
            for (var endpoint : endpoints.entrySet()) {
                int first = random.nextInt(2);
                for (int which : new int[] {first, 1 - first}) {
                    long nanos = time(hubs.get(which), endpoint.getValue());
                    if (i >= 0) {
                        took.getOrDefault(endpoint.getKey(), new long[2][count])[which][i] = nanos;
                    }
                }
            }
        }
        return took;
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

    private void report(String what, Measured measured) {
        int count = measured.differences().values().iterator().next().stream()
                .mapToInt(one -> one.length)
                .sum();
        System.out.println(what + ": " + 2 * count + " pairs of requests, in microseconds: the median time in the first"
                + " world, the median of the paired differences, and its 95 % confidence interval");
        int around = 0;
        for (var endpoint : measured.times().entrySet()) {
            var turns = measured.differences().getOrDefault(endpoint.getKey(), List.of());
            double[] interval = interval(turns);
            boolean isAround = interval[0] <= 0 && interval[1] >= 0;
            around += isAround ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "  %-32s %9.1f %9.1f   [%8.1f, %8.1f]%s%n",
                    endpoint.getKey(),
                    median(endpoint.getValue().stream().mapToDouble(Long::doubleValue)) / 1e3,
                    median(turns.stream().flatMapToDouble(DoubleStream::of)) / 1e3,
                    interval[0] / 1e3,
                    interval[1] / 1e3,
                    isAround ? "" : "  0 is outside");
        }
        System.out.println("0 is in " + around + " of " + measured.times().size() + " intervals.");
    }

    private static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// Between which values the median lies with a confidence of 95 %: by the bootstrap, which draws whole turns,
    /// since the requests of a turn share a database and are no independent witnesses (Davison and Hinkley,
    /// Bootstrap Methods and their Application, 1997, section 3.8).
    private double[] interval(List<double[]> turns) {
        var medians = new double[RESAMPLED];
        for (int i = 0; i < RESAMPLED; i++) {
            medians[i] = median(random.ints(turns.size(), 0, turns.size())
                    .mapToObj(turns::get)
                    .flatMapToDouble(DoubleStream::of));
        }
        Arrays.sort(medians);
        return new double[] {medians[RESAMPLED * 25 / 1000], medians[RESAMPLED * 975 / 1000 - 1]};
    }
}
