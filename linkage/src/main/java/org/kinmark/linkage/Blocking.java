package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;

/// Finds the pairs worth comparing, each once, and compares them.
///
/// The smaller file is indexed by each rule in turn and the larger one streamed past it. A pair that an earlier rule
/// met is passed over. A block with more pairs than [#LARGEST_BLOCK] is left out: it is a default value (a date that
/// stands for "unknown", the postcode of an institution), and the other rules find its people. A wide rule is used
/// only where all its pairs are fewer than [#WIDE_PAIRS_PER_RECORD] for each record of the two files.
final class Blocking {

    static final long LARGEST_BLOCK = 250_000;
    static final int WIDE_PAIRS_PER_RECORD = 2;
    private static final int SAMPLED = 16;

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

    /// Compares all pairs of all rules, in an order that depends on the two files only.
    Compared compare(Progress progress) {
        var counted = new ArrayList<Counts>();
        var found = new ArrayList<Pairs>();
        long budget = (long) WIDE_PAIRS_PER_RECORD * (left.size() + right.size());
        var rules = BlockingRule.values();
        var next = index(rules[0]);
        for (int k = 0; k < rules.length; k++) {
            progress.report("Comparing", (double) k / rules.length);
            var rule = rules[k];
            var index = Workers.waitFor(next);
            if (k + 1 < rules.length) {
                next = index(rules[k + 1]);
            }
            if (rule.isWide() && seemsTooWide(rule, index, budget)) {
                continue;
            }
            var meetings = workers.each(streamed.size(), (start, end) -> meet(rule, index, start, end));
            long pairs = index.allPairs(LARGEST_BLOCK);
            if (pairs > 0 && (!rule.isWide() || pairs <= budget)) {
                workers.all(meetings, met -> compare(index, met)).forEach(one -> {
                    counted.add(one.compared());
                    found.add(one.pairs());
                });
                use(rule, index.keysOver(LARGEST_BLOCK));
            }
        }
        return new Compared(Counts.joined(counted), Pairs.joined(found));
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

    /// Whether the blocks of one key in sixteen, which are counted in whole, leave no doubt: most wide rules are given
    /// up
    /// in a large linkage, and need not be counted to the end for that.
    private boolean seemsTooWide(BlockingRule rule, BlockIndex index, long budget) {
        workers.each(streamed.size(), (start, end) -> sample(rule, index, start, end));
        return index.takeSample(LARGEST_BLOCK) > budget / SAMPLED * 3 / 2;
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
        for (int k = 0; k < meetings.size; k++) {
            int i = meetings.record[k];
            int block = meetings.block[k];
            if (index.pairs(block) > LARGEST_BLOCK) {
                continue;
            }
            for (int other = index.first(block); other != 0; other = index.next(other - 1)) {
                int l = leftIsIndexed ? other - 1 : i;
                int r = leftIsIndexed ? i : other - 1;
                if (!comparer.differInNhsNumber(l, r) && !metBefore(l, r)) {
                    int pattern = comparer.pattern(l, r);
                    compared.add(pattern);
                    if (plausible.isIt(pattern)) {
                        pairs.add(l, r, pattern);
                    }
                }
            }
        }
        return new Compared(compared, pairs);
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
