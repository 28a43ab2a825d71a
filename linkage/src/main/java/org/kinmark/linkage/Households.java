package org.kinmark.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the sure links of a family say about its other members: where the register has the family live.
///
/// A list is often older than a register, so that a family that moved has the old postcode on the list and the new one
/// in the register. Where one member is found surely, the new postcode is known, and a record there of another member's
/// name and birth date is that member.
final class Households {

    /// From this weight on (999 in 1,000) a link is taken as a fact about where the family lives.
    private static final double SURE = 10;

    private final People left;
    private final People right;
    private final Map<Integer, Map<Integer, Set<Integer>>> recordsByPostcodeOfFamily = new HashMap<>();

    Households(People left, People right) {
        this.left = left;
        this.right = right;
    }

    /// Learns where families live from the chosen links.
    ///
    /// @param chosen for each left record the number of its candidate, or -1
    void learn(Candidates candidates, double[] weights, int[] chosen) {
        for (int l = 0; l < chosen.length; l++) {
            int k = chosen[l];
            if (k >= 0 && weights[k] >= SURE && left.familyOf(l) != 0) {
                int r = candidates.right()[k];
                if (right.postcode()[r] != 0) {
                    recordsByPostcodeOfFamily
                            .computeIfAbsent(left.familyOf(l), _ -> new HashMap<>())
                            .computeIfAbsent(right.postcode()[r], _ -> new HashSet<>())
                            .add(r);
                }
            }
        }
    }

    /// Whether the right record lives where another right record does that is surely of the left record's family.
    private boolean livesWithFamily(int l, int r) {
        var postcodes = recordsByPostcodeOfFamily.get(left.familyOf(l));
        if (postcodes == null || right.postcode()[r] == 0) {
            return false;
        }
        var there = postcodes.get(right.postcode()[r]);
        return there != null && (there.size() > 1 || !there.contains(r));
    }

    /// The weights with that evidence in them; a candidate without it keeps its own.
    double[] weigh(Candidates candidates, Scoring scoring) {
        double[] weights = candidates.weight().clone();
        for (int k = 0; k < weights.length; k++) {
            int l = candidates.left()[k];
            int r = candidates.right()[k];
            if (livesWithFamily(l, r)) {
                weights[k] = scoring.weight(l, r, candidates.pattern()[k], true);
            }
        }
        return weights;
    }
}
