package org.kinmark.linkage;

import java.util.Arrays;
import java.util.function.Supplier;

/// The pairs that may be links, ordered by left and then by right record, with the odds of each.
///
/// @param start of each left record, where its candidates begin; one longer than the left file
record Candidates(int[] left, int[] right, int[] pattern, double[] weight, int[] start) {

    /// Pairs less likely than one in about sixteen thousand are not worth keeping, unless nothing else speaks against
    /// them later.
    static final double LEAST_WEIGHT = -14;

    int size() {
        return left.length;
    }

    /// Keeps the pairs whose weight is large enough, and sorts them.
    ///
    /// @param scoring one for each piece of the work
    static Candidates of(Pairs pairs, Supplier<Scoring> scoring, int leftRecords, Workers workers) {
        var kept = new int[pairs.size];
        var weights = new double[pairs.size];
        workers.each(pairs.size, (from, to) -> weigh(pairs, scoring.get(), weights, from, to));
        int size = 0;
        int[] start = new int[leftRecords + 1];
        for (int k = 0; k < pairs.size; k++) {
            if (weights[k] > LEAST_WEIGHT) {
                kept[size] = k;
                weights[size++] = weights[k];
                start[pairs.left[k] + 1]++;
            }
        }
        for (int l = 0; l < leftRecords; l++) {
            start[l + 1] += start[l];
        }
        return sorted(pairs, kept, weights, size, start);
    }

    private static boolean weigh(Pairs pairs, Scoring scoring, double[] weights, int from, int to) {
        for (int k = from; k < to; k++) {
            weights[k] = scoring.weight(pairs.left[k], pairs.right[k], pairs.pattern[k]);
        }
        return true;
    }

    private static Candidates sorted(Pairs pairs, int[] kept, double[] weights, int size, int[] start) {
        int[] next = Arrays.copyOf(start, start.length);
        int[] order = new int[size];
        for (int k = 0; k < size; k++) {
            order[next[pairs.left[kept[k]]]++] = k;
        }
        for (int l = 0; l + 1 < start.length; l++) {
            sortByRight(pairs, kept, order, start[l], start[l + 1]);
        }
        var sorted = new Candidates(new int[size], new int[size], new int[size], new double[size], start);
        for (int k = 0; k < size; k++) {
            int pair = kept[order[k]];
            sorted.left[k] = pairs.left[pair];
            sorted.right[k] = pairs.right[pair];
            sorted.pattern[k] = pairs.pattern[pair];
            sorted.weight[k] = weights[order[k]];
        }
        return sorted;
    }

    /// A left record has few candidates, so that insertion is the fastest way.
    private static void sortByRight(Pairs pairs, int[] kept, int[] order, int from, int to) {
        for (int k = from + 1; k < to; k++) {
            int moved = order[k];
            int place = k;
            while (place > from && pairs.right[kept[order[place - 1]]] > pairs.right[kept[moved]]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = moved;
        }
    }
}
