package org.kinmark.linkage;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Times what a linkage does millions of times, each by itself: how long one of them takes, in
/// nanoseconds.
///
/// It is in the package of what it measures, which opens nothing of it for a benchmark: on the class
/// path, where this runs, a package may lie in two places. Each call takes the next of many inputs, so
/// that neither the compiler nor the caches learn one of them by heart.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class InnerLoops {

    private static final int RECORDS = 1 << 17;
    private static final int INPUTS = 1 << 12;
    private static final List<Column> COLUMNS = List.of(
            Column.NHS_NUMBER,
            Column.GIVEN_NAME,
            Column.FAMILY_NAME,
            Column.BIRTH_DATE,
            Column.SEX,
            Column.POSTCODE,
            Column.ADDRESS,
            Column.TOWN);
    private static final String[] BEGINNINGS = "Ash Birch Cold Dun Elm Fern Gold Hart Iron Kings Lang Mill".split(" ");
    private static final String[] MIDDLES = "a e er in le o u man ring".split(" ");
    private static final String[] ENDS = "ley ton worth wick bury ham field ford well den croft son".split(" ");

    private final SplittableRandom random = new SplittableRandom(5);
    private final String[] names = new String[INPUTS];
    private final byte[][] typedNames = new byte[INPUTS][];
    private final byte[][][] rows = new byte[INPUTS][COLUMNS.size()][];
    private final int[] lefts = new int[INPUTS];
    private final int[] rights = new int[INPUTS];
    private final int[] patterns = new int[INPUTS];
    private final long[] keys = new long[INPUTS];
    private final long[] placesOfNobody = new long[INPUTS];
    private final Normal normal = new Normal();
    private final Parts parts;
    private final Comparer comparer;
    private final BlockIndex index;
    private final Scoring scoring;
    private Records.Builder builder = Records.builder(EnumSet.allOf(Column.class));
    private int next;

    /// Invents a register, and pairs in it as blocking finds them: of one family name, or of one birth
    /// date.
    public InnerLoops() {
        var records = invented();
        var values = new Values();
        var people = People.first(records, values);
        values.derive();
        parts = Parts.of(values, people);
        comparer = new Comparer(values, parts, parts);
        long[] keyOf = new long[RECORDS];
        for (int i = 0; i < RECORDS; i++) {
            keyOf[i] = BlockingRule.POSTCODE_AND_FAMILY_NAME.key(parts, i);
        }
        index = new BlockIndex(keyOf);
        try (var workers = new Workers(1)) {
            var parameters = Parameters.starting();
            parameters.shareMatched = .5 / RECORDS;
            parameters.shareRelated = 1.0 / RECORDS;
            scoring = new Scoring(parameters, new Chance(values, people, people, workers), people, people);
        }
        for (int k = 0; k < INPUTS; k++) {
            lefts[k] = random.nextInt(RECORDS);
            // Households are near each other in this register.
            rights[k] = Math.min(RECORDS - 1, lefts[k] + random.nextInt(4));
            patterns[k] = comparer.pattern(lefts[k], rights[k]);
            keys[k] = keyOf[random.nextInt(RECORDS)];
            placesOfNobody[k] = BlockingRule.spread(k);
            names[k] = familyName().toLowerCase(Locale.ROOT);
        }
    }

    private Records invented() {
        var all = Records.builder(EnumSet.allOf(Column.class));
        var family = familyName();
        for (int i = 0; i < RECORDS; i++) {
            family = random.nextInt(3) == 0 ? familyName() : family;
            var row = row(family, i / 3);
            for (int c = 0; c < COLUMNS.size(); c++) {
                byte[] typed = row.get(c).getBytes(StandardCharsets.UTF_8);
                all.set(COLUMNS.get(c), typed, 0, typed.length);
                rows[i & INPUTS - 1][c] = typed;
            }
            typedNames[i & INPUTS - 1] = rows[i & INPUTS - 1][2];
            all.end();
        }
        return all.build();
    }

    private List<String> row(String family, int household) {
        return List.of(
                random.nextInt(3) == 0 ? "" : nhsNumber(),
                familyName().substring(0, 4),
                family,
                "%d-%02d-%02d".formatted(random.nextInt(1930, 2020), random.nextInt(1, 13), random.nextInt(1, 29)),
                random.nextBoolean() ? "female" : "male",
                "QX%d %d%c%c".formatted(household % 20, household / 20 % 10, 'A' + household / 200 % 20, 'A'),
                household % 90 + " " + BEGINNINGS[household % 12] + " Street",
                "Oakley");
    }

    private String familyName() {
        return BEGINNINGS[random.nextInt(BEGINNINGS.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + ENDS[random.nextInt(ENDS.length)];
    }

    private String nhsNumber() {
        while (true) {
            int firstNine = random.nextInt(400_000_000, 800_000_000);
            int check = NhsNumber.checkDigit(firstNine);
            if (check < 10) {
                return "" + firstNine + check;
            }
        }
    }

    private int next() {
        next = next + 1 & INPUTS - 1;
        return next;
    }

    /// Two names of the dictionary, whatever they are.
    @Benchmark
    public double jaroWinkler() {
        int k = next();
        return JaroWinkler.similarity(names[k], names[k * 31 & INPUTS - 1]);
    }

    /// All comparisons of a pair, near relatives most of them.
    @Benchmark
    public int pairCompared() {
        int k = next();
        return comparer.pattern(lefts[k], rights[k]);
    }

    /// The key of a rule with two parts.
    @Benchmark
    public long keyHashed() {
        return BlockingRule.POSTCODE_AND_FAMILY_NAME.key(parts, lefts[next()]);
    }

    /// A key that has a block.
    @Benchmark
    public int blockFound() {
        return index.count(keys[next()]);
    }

    /// A key that has none, as most have.
    @Benchmark
    public int noBlockFound() {
        return index.count(placesOfNobody[next()]);
    }

    /// The weight of a pair whose pattern was met before.
    @Benchmark
    public double pairScored() {
        int k = next();
        return scoring.weight(lefts[k], rights[k], patterns[k]);
    }

    /// A name in ASCII brought to its one form.
    @Benchmark
    public int nameNormalised() {
        byte[] typed = typedNames[next()];
        normal.name(typed, 0, typed.length);
        return normal.length;
    }

    /// A row of eight fields read and coded.
    @Benchmark
    public int rowRead() {
        byte[][] row = rows[next()];
        for (int c = 0; c < row.length; c++) {
            builder.set(COLUMNS.get(c), row[c], 0, row[c].length);
        }
        builder.end();
        if (builder.size() == RECORDS) {
            builder = Records.builder(EnumSet.allOf(Column.class));
        }
        return builder.size();
    }
}
