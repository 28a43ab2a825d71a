package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Finds the pairs worth comparing, each once, and compares them.
///
/// The smaller file is indexed by each rule in turn and the larger one streamed past it. A pair that an earlier rule
/// met is passed over. A block with more pairs than [#LARGEST_BLOCK] is left out: it is a default value (a date that
/// stands for "unknown", the postcode of an institution), and the other rules find its people. A wide rule is used
/// only where all its pairs are at most [#WIDE_PAIRS_PER_RECORD] for each record of the two files, or [#WIDE_PAIRS].
final class Blocking {

    static final long LARGEST_BLOCK = 250_000;
    static final int WIDE_PAIRS_PER_RECORD = 2;
    /// So many are compared in a moment, however few records there are.
    private static final long WIDE_PAIRS = 500_000;
    private static final int SAMPLED = 16;
    /// A rule with more pairs than these is refused: long work on what tells nobody apart.
    private static final long PAIRS_PER_RECORD = 60;
    private static final long LEAST_LIMIT = 20_000_000;
    private static final int LARGEST_SHOWN = 3;

    private final Parts left;
    private final Parts right;
    private final Workers workers;
    private final boolean leftIsIndexed;
    private final Parts indexed;
    private final Parts streamed;
    /// Whether a rule that was used, and leaves no block out, has records meet that agree so.
    private final boolean[] met = new boolean[Parts.AGREEMENTS];
    private final List<Partly> partly = new ArrayList<>();
    private final ThreadLocal<Comparer> comparers;
    private final Plausible plausible;

    /// A rule that was used but for some blocks.
    ///
    /// @param over the keys of the blocks that are left out, rising
    private record Partly(BlockingRule rule, long[] over) {}

    /// Records of the larger file that meet a block of a rule.
    private static final class Meetings {

        private int[] record = new int[256];
        private int[] block = new int[256];
        private int size;

        private void add(int i, int met) {
            if (size == record.length) {
                record = Arrays.copyOf(record, size * 2);
                block = Arrays.copyOf(block, size * 2);
            }
            record[size] = i;
            block[size++] = met;
        }
    }

    /// What came of comparing.
    ///
    /// @param compared how many pairs have each pattern, of all that were compared
    /// @param pairs those of them that may be links
    record Compared(Counts compared, Pairs pairs) {}

    Blocking(Values values, Parts left, Parts right, Parameters start, Workers workers) {
        this.left = left;
        this.right = right;
        this.workers = workers;
        this.leftIsIndexed = left.size() <= right.size();
        this.indexed = leftIsIndexed ? left : right;
        this.streamed = leftIsIndexed ? right : left;
        this.comparers = ThreadLocal.withInitial(() -> new Comparer(values, left, right));
        this.plausible = new Plausible(start);
    }

    /// A rule whose records have met.
    ///
    /// @param pairs of blocks that are not left out; of a rule that is too wide, about so many
    private record Turn(BlockingRule rule, BlockIndex index, List<Meetings> meetings, long pairs, Plan.Use use) {}

    /// Compares all pairs of all rules, in an order that depends on the two files only.
    ///
    /// @throws TooManyPairs where a rule brings so many that comparing would not end
    Compared compare(Progress progress) {
        var counted = new ArrayList<Counts>();
        var found = new ArrayList<Pairs>();
        eachRule("Comparing", progress, turn -> {
            if (turn.use == Plan.Use.REFUSED) {
                throw new TooManyPairs(turn.rule.label(), turn.pairs);
            }
            if (turn.use == Plan.Use.USED) {
                workers.all(turn.meetings, met -> compare(turn.index, met)).forEach(one -> {
                    counted.add(one.compared());
                    found.add(one.pairs());
                });
            }
        });
        return new Compared(Counts.joined(counted), Pairs.joined(found));
    }

    /// What [#compare] would do.
    List<Plan.Rule> plan(Progress progress) {
        var rules = new ArrayList<Plan.Rule>();
        eachRule("Planning", progress, turn -> {
            long added = 0;
            if (turn.use == Plan.Use.USED) {
                for (long ofPiece : workers.all(turn.meetings, met -> added(turn.index, met))) {
                    added += ofPiece;
                }
            }
            var largest = turn.index.largest(LARGEST_SHOWN, LARGEST_BLOCK, leftIsIndexed);
            rules.add(new Plan.Rule(turn.rule.label(), turn.use, turn.pairs, added, largest));
        });
        return rules;
    }

    private long most() {
        return Math.max(LEAST_LIMIT, PAIRS_PER_RECORD * (left.size() + right.size()));
    }

    private void eachRule(String stage, Progress progress, Consumer<Turn> what) {
        long budget = Math.max(WIDE_PAIRS, WIDE_PAIRS_PER_RECORD * ((long) left.size() + right.size()));
        var rules = BlockingRule.values();
        var next = index(rules[0]);
        for (int k = 0; k < rules.length; k++) {
            progress.report(stage, (double) k / rules.length);
            var index = Workers.waitFor(next);
            if (k + 1 < rules.length) {
                next = index(rules[k + 1]);
            }
            var turn = turn(rules[k], index, budget);
            what.accept(turn);
            if (turn.use == Plan.Use.USED) {
                use(turn.rule, index.keysOver(LARGEST_BLOCK));
            }
        }
    }

    private Turn turn(BlockingRule rule, BlockIndex index, long budget) {
        if (rule.isWide()) {
            // The blocks of one key in sixteen are counted in whole: most wide rules are given up in a large linkage,
            // and need not be counted to the end for that. They must be too many by themselves, since which keys are
            // drawn depends on how the files are sorted, and what is given up must not.
            workers.each(streamed.size(), (start, end) -> sample(rule, index, start, end));
            long drawn = index.allPairs(LARGEST_BLOCK);
            if (drawn > budget) {
                return new Turn(rule, index, List.of(), drawn * SAMPLED, Plan.Use.TOO_WIDE);
            }
            index.countAnew();
        }
        var meetings = workers.each(streamed.size(), (start, end) -> meet(rule, index, start, end));
        long pairs = index.allPairs(LARGEST_BLOCK);
        return new Turn(rule, index, meetings, pairs, use(rule, pairs, budget));
    }

    private Plan.Use use(BlockingRule rule, long pairs, long budget) {
        if (pairs == 0) {
            return Plan.Use.NOBODY_MEETS;
        }
        if (rule.isWide() && pairs > budget) {
            return Plan.Use.TOO_WIDE;
        }
        return pairs > most() ? Plan.Use.REFUSED : Plan.Use.USED;
    }

    /// An index is built while the larger file still streams past the one before.
    private Future<BlockIndex> index(BlockingRule rule) {
        return workers.start(() -> {
            long[] keys = new long[indexed.size()];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = rule.key(indexed, i);
            }
            return new BlockIndex(keys);
        });
    }

    private boolean sample(BlockingRule rule, BlockIndex index, int start, int end) {
        for (int i = start; i < end; i++) {
            long key = rule.key(streamed, i);
            if (isSampled(key)) {
                index.count(key);
            }
        }
        return true;
    }

    private static boolean isSampled(long key) {
        return key >>> Long.SIZE - 4 == 0;
    }

    private Meetings meet(BlockingRule rule, BlockIndex index, int start, int end) {
        var meetings = new Meetings();
        for (int i = start; i < end; i++) {
            int block = index.count(rule.key(streamed, i));
            if (block != BlockIndex.NONE) {
                meetings.add(i, block);
            }
        }
        return meetings;
    }

    private Compared compare(BlockIndex index, Meetings meetings) {
        var compared = new Counts();
        var pairs = new Pairs();
        var comparer = comparers.get();
        eachNewPair(index, meetings, (l, r) -> {
            int pattern = comparer.pattern(l, r);
            compared.add(pattern);
            if (plausible.isIt(pattern)) {
                pairs.add(l, r, pattern);
            }
        });
        return new Compared(compared, pairs);
    }

    private long added(BlockIndex index, Meetings meetings) {
        var pairs = new long[1];
        eachNewPair(index, meetings, (_, _) -> pairs[0]++);
        return pairs[0];
    }

    /// What is done with a left and a right record.
    private interface Pair {
        void with(int l, int r);
    }

    /// The pairs of these meetings, but those of a block that is left out, those whose NHS Numbers differ, and
    /// those that an earlier rule brought.
    private void eachNewPair(BlockIndex index, Meetings meetings, Pair pair) {
        for (int k = 0; k < meetings.size; k++) {
            int i = meetings.record[k];
            int block = meetings.block[k];
            if (index.pairs(block) > LARGEST_BLOCK) {
                continue;
            }
            for (int other = index.first(block); other != 0; other = index.next(other - 1)) {
                int l = leftIsIndexed ? other - 1 : i;
                int r = leftIsIndexed ? i : other - 1;
                if (!Comparer.differInNhsNumber(left, l, right, r) && !metBefore(l, r)) {
                    pair.with(l, r);
                }
            }
        }
    }

    private boolean metBefore(int l, int r) {
        int agreements = left.agreements(l, right, r);
        if (met[agreements]) {
            return true;
        }
        for (var earlier : partly) {
            if (earlier.rule.meets(agreements) && Arrays.binarySearch(earlier.over, earlier.rule.key(left, l)) < 0) {
                return true;
            }
        }
        return false;
    }

    private void use(BlockingRule rule, long[] over) {
        if (over.length > 0) {
            partly.add(new Partly(rule, over));
            return;
        }
        for (int agreements = 0; agreements < met.length; agreements++) {
            met[agreements] |= rule.meets(agreements);
        }
    }
}
