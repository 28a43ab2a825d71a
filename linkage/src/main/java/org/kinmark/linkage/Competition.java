package org.kinmark.linkage;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Weighs candidates against each other: a left record is one person, so the more likely one candidate, the less likely
/// another; and a right record answers one row of a family only, so twins cannot both be the same patient.
///
/// With odds o of each candidate by itself, the odds against all others of the same left record are
/// o / (q + the sum of the others' odds), where q is how likely it is that the person is not there at all
/// ([Coverage]), or 1 while nobody knows; the same is then done, with 1, among the left records that may not
/// share a right record. Candidates that look alike (one person entered twice in a register) do not compete:
/// either answer is right.
final class Competition {

    private final People left;
    private final People right;
    private final Assignment assignment;

    Competition(People left, People right, Assignment assignment) {
        this.left = left;
        this.right = right;
        this.assignment = assignment;
    }

    /// The weight in bits of each candidate before it is known how many people of the left file the right one has.
    double[] weigh(Candidates candidates, double[] weights) {
        return weigh(candidates, weights, _ -> 1);
    }

    /// The weight in bits of each candidate, all evidence considered.
    double[] weigh(Candidates candidates, double[] weights, Coverage coverage) {
        double[] withFamily = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            withFamily[k] = weights[k] + coverage.ofFamily(candidates.left()[k]);
        }
        return weigh(candidates, withFamily, coverage::isMissing);
    }

    private double[] weigh(Candidates candidates, double[] weights, IntToDoubleFunction isMissing) {
        double[] amongRight = new double[weights.length];
        for (int l = 0; l < left.size(); l++) {
            double nobody = isMissing.applyAsDouble(l);
            for (int k = candidates.start()[l]; k < candidates.start()[l + 1]; k++) {
                double others = othersOfLeft(candidates, weights, l, k);
                amongRight[k] = weights[k] - Parameters.log2(nobody + others);
            }
        }
        return assignment == Assignment.MANY_TO_ONE ? amongRight : amongLeft(candidates, amongRight);
    }

    private double othersOfLeft(Candidates candidates, double[] weights, int l, int k) {
        double others = 0;
        for (int o = candidates.start()[l]; o < candidates.start()[l + 1]; o++) {
            if (o != k && !right.lookAlike(candidates.right()[o], candidates.right()[k])) {
                others += Math.pow(2, weights[o]);
            }
        }
        return others;
    }

    private double[] amongLeft(Candidates candidates, double[] weights) {
        int[] order = byRight(candidates);
        double[] result = weights.clone();
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length
                    && candidates.right()[order[to]] == candidates.right()[order[from]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                result[order[k]] -= againstOthersOfRight(candidates, weights, order, from, to, k);
            }
            from = to;
        }
        return result;
    }

    private double againstOthersOfRight(Candidates candidates, double[] weights, int[] order, int from, int to, int k) {
        int self = candidates.left()[order[k]];
        double others = 0;
        for (int o = from; o < to; o++) {
            int other = candidates.left()[order[o]];
            if (o != k && mayNotShare(self, other) && !left.lookAlike(self, other)) {
                others += Math.pow(2, weights[order[o]]);
            }
        }
        return Parameters.log2(1 + others);
    }

    private boolean mayNotShare(int one, int other) {
        return switch (assignment) {
            case MANY_TO_ONE -> false;
            case ONE_TO_ONE -> true;
            case ONE_TO_ONE_WITHIN_FAMILY -> left.familyOf(one) != 0 && left.familyOf(one) == left.familyOf(other);
        };
    }

    /// The candidates' numbers, ordered by right record; those of one right record stay in the order of the left file.
    private int[] byRight(Candidates candidates) {
        int[] next = new int[right.size() + 1];
        for (int r : candidates.right()) {
            next[r + 1]++;
        }
        for (int r = 0; r < right.size(); r++) {
            next[r + 1] += next[r];
        }
        int[] order = new int[candidates.size()];
        for (int k = 0; k < order.length; k++) {
            order[next[candidates.right()[k]]++] = k;
        }
        return order;
    }

    /// Gives each left record at most one right record, the most likely pairs first.
    ///
    /// @return for each left record the number of its candidate, or -1
    int[] assign(Candidates candidates, double[] weights) {
        int[] chosen = new int[left.size()];
        Arrays.fill(chosen, -1);
        var taken = new Taken();
        for (long packed : mostLikelyFirst(weights)) {
            int k = (int) packed;
            int l = candidates.left()[k];
            if (chosen[l] < 0 && taken.take(candidates.right()[k], left.familyOf(l))) {
                chosen[l] = k;
            }
        }
        return chosen;
    }

    /// Candidates by falling weight; of equal ones the earlier first. The upper half of each number is the order, the
    /// lower half the candidate.
    private static long[] mostLikelyFirst(double[] weights) {
        long[] order = new long[weights.length];
        for (int k = 0; k < order.length; k++) {
            int bits = Float.floatToIntBits((float) weights[k]);
            int rising = bits ^ bits >> 31 & Integer.MAX_VALUE;
            order[k] = (long) ~rising << 32 | k;
        }
        Arrays.sort(order);
        return order;
    }

    /// The right records that have an answer, or, where families share, those of each family.
    private final class Taken {

        private final boolean[] records = new boolean[right.size()];
        private final Keys ofFamilies = new Keys();

        boolean take(int r, int family) {
            return switch (assignment) {
                case MANY_TO_ONE -> true;
                case ONE_TO_ONE -> {
                    boolean free = !records[r];
                    records[r] = true;
                    yield free;
                }
                case ONE_TO_ONE_WITHIN_FAMILY -> {
                    int before = ofFamilies.size();
                    yield family == 0 || ofFamilies.add((long) family << 32 | r) == before;
                }
            };
        }
    }
}
