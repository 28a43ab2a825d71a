package org.kinmark.linkage;

import java.util.Arrays;

/// What the sure links of a family say about its other members: where the register has the family live.
///
/// A list is often older than a register, so that a family that moved has the old postcode on the list and the new one
/// in the register. Where one member is found surely, the new postcode is known, and a record there of another member's
/// name and birth date is that member.
final class Households {

    /// From this weight on (999 in 1,000) a link is taken as a fact about where the family lives.
    static final double SURE = 10;

    private final People left;
    private final People right;
    /// Each family with each postcode where a record is surely one of theirs.
    private final Keys homes = new Keys();
    /// Of each home, one more than the number of such a record; and whether there is another.
    private int[] record = new int[256];
    private boolean[] hasMore = new boolean[256];

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
                    add(homes.add(home(l, r)), r);
                }
            }
        }
    }

    private void add(int home, int r) {
        if (home == record.length) {
            record = Arrays.copyOf(record, home * 2);
            hasMore = Arrays.copyOf(hasMore, home * 2);
        }
        hasMore[home] |= record[home] != 0 && record[home] != r + 1;
        record[home] = r + 1;
    }

    private long home(int l, int r) {
        return (long) left.familyOf(l) << 32 | right.postcode()[r];
    }

    /// Whether the right record lives where another right record does that is surely of the left record's family.
    boolean livesWithFamily(int l, int r) {
        int home = homes.find(home(l, r));
        return home != Keys.NONE && (hasMore[home] || record[home] != r + 1);
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
