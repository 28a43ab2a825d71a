package org.kinmark.linkage;

import java.util.Arrays;

/// How likely it is that a left record's person is in the right file at all, whoever of the candidates it may be.
///
/// The odds of a pair by itself are against "not this pair", which is nearly always true. Once all who are
/// alike have been looked at, what speaks against the last of them is only that the person is not there, and
/// where the right file has most of the left one's people that is unlikely (the prior of a matching of two
/// files; Sadinle 2017, JASA 112). A family is registered together more often than strangers are: so this is
/// learnt apart for people of whose family everybody else was surely found, some were, and nobody was.
final class Coverage {

    private static final int GROUPS = 4;
    /// Nobody else of the family is in the left file.
    private static final int ALONE = 0;
    private static final int NONE_FOUND = 1;
    private static final int SOME_FOUND = 2;
    private static final int ALL_FOUND = 3;
    /// Until so many of a group have been seen, it is like all.
    private static final double PSEUDO_RECORDS = 20;
    /// Nobody is ever taken for surely there: that all others were found does not make the last namesake the person.
    private static final double LEAST_MISSING = .02;
    /// Probabilities are summed in these parts, so that no sum depends on the order of a file.
    private static final double PARTS = 1 << 20;

    /// Of each left record its group.
    private final byte[] groups;
    /// Of each group how likely one of it is in the right file, and the same of all.
    private final double[] found = new double[GROUPS];

    private final double ofAll;

    private Coverage(byte[] groups, long[] expected, long[] records) {
        this.groups = groups;
        double allRecords = Arrays.stream(records).sum();
        ofAll = (Arrays.stream(expected).sum() / PARTS + 1) / (allRecords + 2);
        for (int group = 0; group < GROUPS; group++) {
            found[group] = (expected[group] / PARTS + PSEUDO_RECORDS * ofAll) / (records[group] + PSEUDO_RECORDS);
        }
    }

    /// Learns it from a first round of links.
    ///
    /// @param weights of the candidates, in bits
    /// @param chosen for each left record the number of its candidate, or -1
    /// @param sure from which weight on somebody is surely found
    static Coverage learn(People left, double[] weights, int[] chosen, double sure) {
        var families = new Keys();
        int[] familyOf = new int[left.size()];
        int[] members = new int[left.size()];
        int[] surelyFound = new int[left.size()];
        for (int l = 0; l < left.size(); l++) {
            familyOf[l] = left.familyOf(l) == 0 ? Keys.NONE : families.add(left.familyOf(l));
            if (familyOf[l] != Keys.NONE) {
                members[familyOf[l]]++;
                surelyFound[familyOf[l]] += isFound(weights, chosen[l], sure) ? 1 : 0;
            }
        }
        var groups = new byte[left.size()];
        var expected = new long[GROUPS];
        var records = new long[GROUPS];
        for (int l = 0; l < left.size(); l++) {
            int family = familyOf[l];
            int others = family == Keys.NONE ? 0 : members[family] - 1;
            int othersFound = others == 0 ? 0 : surelyFound[family] - (isFound(weights, chosen[l], sure) ? 1 : 0);
            int group = others == 0
                    ? ALONE
                    : othersFound == 0 ? NONE_FOUND : othersFound == others ? ALL_FOUND : SOME_FOUND;
            groups[l] = (byte) group;
            records[group]++;
            expected[group] += chosen[l] < 0 ? 0 : Math.round(PARTS * Decision.probability(weights[chosen[l]]));
        }
        return new Coverage(groups, expected, records);
    }

    private static boolean isFound(double[] weights, int k, double sure) {
        return k >= 0 && weights[k] >= sure;
    }

    /// Whether there are others of a left record's family in the left file.
    boolean hasFamily(int l) {
        return groups[l] != ALONE;
    }

    /// By how many bits the family of a left record speaks for each of its candidates.
    double ofFamily(int l) {
        return Parameters.log2(found[groups[l]] / ofAll);
    }

    /// The probability that a left record's person is not in the right file.
    double isMissing(int l) {
        return Math.max(LEAST_MISSING, 1 - found[groups[l]]);
    }
}
