package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.List;

/// Finds the pairs worth comparing, each once, and compares them.
///
/// The smaller file is indexed by each rule in turn and the larger one streamed past it. A pair that an earlier rule
/// met is passed over. A block with more pairs than [#LARGEST_BLOCK] is left out: it is a default value (a date that
/// stands for "unknown", the postcode of an institution), and the other rules find its people. A wide rule is used
/// only where all its pairs are fewer than [#WIDE_PAIRS_PER_RECORD] for each record of the two files.
final class Blocking {

    static final long LARGEST_BLOCK = 250_000;
    static final int WIDE_PAIRS_PER_RECORD = 12;

    private final Values values;
    private final People left;
    private final People right;
    private final Workers workers;
    private final boolean leftIsIndexed;
    private final People indexed;
    private final People streamed;
    private final List<Used> used = new ArrayList<>();
    private final ThreadLocal<Comparer> comparers;

    /// A rule in use, and its blocks.
    private record Used(BlockingRule rule, BlockIndex index) {}

    Blocking(Values values, People left, People right, Workers workers) {
        this.values = values;
        this.left = left;
        this.right = right;
        this.workers = workers;
        this.leftIsIndexed = left.size() <= right.size();
        this.indexed = leftIsIndexed ? left : right;
        this.streamed = leftIsIndexed ? right : left;
        this.comparers = ThreadLocal.withInitial(() -> new Comparer(values, left, right));
    }

    /// All pairs of all rules with their patterns, in an order that depends on the two files only.
    Pairs pairs(Progress progress) {
        var found = new ArrayList<Pairs>();
        long budget = (long) WIDE_PAIRS_PER_RECORD * (left.size() + right.size());
        int tried = 0;
        for (var rule : BlockingRule.values()) {
            progress.report("Comparing", (double) tried++ / BlockingRule.values().length);
            var index = new BlockIndex(rule, values, indexed, leftIsIndexed);
            workers.each(streamed.size(), (start, end) -> count(rule, index, start, end));
            if (index.pairs(LARGEST_BLOCK) > 0 && (!rule.isWide() || index.pairs(LARGEST_BLOCK) <= budget)) {
                found.addAll(workers.each(streamed.size(), (start, end) -> compare(rule, index, start, end)));
                used.add(new Used(rule, index));
            }
        }
        return Pairs.joined(found);
    }

    private int count(BlockingRule rule, BlockIndex index, int start, int end) {
        for (int i = start; i < end; i++) {
            index.count(rule.key(values, streamed, i, !leftIsIndexed));
        }
        return end - start;
    }

    private Pairs compare(BlockingRule rule, BlockIndex index, int start, int end) {
        var pairs = new Pairs();
        var comparer = comparers.get();
        for (int i = start; i < end; i++) {
            long key = rule.key(values, streamed, i, !leftIsIndexed);
            for (int other = index.first(key, LARGEST_BLOCK); other != 0; other = index.next(other - 1)) {
                int l = leftIsIndexed ? other - 1 : i;
                int r = leftIsIndexed ? i : other - 1;
                if (!comparer.differInNhsNumber(l, r) && !metBefore(l, r)) {
                    pairs.add(l, r, comparer.pattern(l, r));
                }
            }
        }
        return pairs;
    }

    private boolean metBefore(int l, int r) {
        for (var earlier : used) {
            long key = earlier.rule.key(values, left, l, true);
            if (key != 0
                    && key == earlier.rule.key(values, right, r, false)
                    && !earlier.index.isOver(key, LARGEST_BLOCK)) {
                return true;
            }
        }
        return false;
    }
}
