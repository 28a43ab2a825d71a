package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.List;

/// What was decided of all candidates, and from what.
///
/// @param households where families surely live, as the first round of decisions had it
/// @param coverage how likely each left record's person is there at all
/// @param own the weight of each candidate by itself, its household's evidence included; in bits
/// @param weights the same with all others weighed against it
/// @param chosen for each left record the number of its candidate, or -1
record Decision(
        Candidates candidates, Households households, Coverage coverage, double[] own, double[] weights, int[] chosen) {

    /// Less likely pairs are nobody's link, whatever the cut.
    static final double LEAST_PROBABILITY = 0.01;

    /// The chosen pairs that are not quite impossible, in the left file's order.
    List<Link> best() {
        var best = new ArrayList<Link>();
        for (int k : chosen) {
            if (k >= 0 && probability(weights[k]) >= LEAST_PROBABILITY) {
                best.add(new Link(candidates.left()[k], candidates.right()[k], probability(weights[k]), weights[k]));
            }
        }
        return List.copyOf(best);
    }

    /// The number of a pair among the candidates, or -1.
    int find(int l, int r) {
        for (int k = candidates.start()[l]; k < candidates.start()[l + 1]; k++) {
            if (candidates.right()[k] == r) {
                return k;
            }
        }
        return -1;
    }

    static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    @Override
    public String toString() {
        return "Decision[" + chosen.length + "]";
    }
}
