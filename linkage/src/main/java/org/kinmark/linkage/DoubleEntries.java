package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.HashMap;

/// Finds people who were entered twice in one family, so that two rows do not count as two people.
///
/// Two rows of a family are either one person or two relatives. The documented starting probabilities decide between
/// the two, with one pair in two hundred taken for a double entry before looking: a family is too small to estimate
/// anything from, and the answer must not depend on what else is in the file.
public final class DoubleEntries {

    private static final double PRIOR_BITS = Parameters.log2(1 / 200.0);

    private DoubleEntries() {}

    /// The people behind the rows.
    ///
    /// @return for each record, the first record of the same family that is the same person: itself where it is the
    ///     first or only one, or has no family
    public static int[] firstOf(Records records) {
        var values = new Values();
        var people = People.first(records, values);
        values.derive();
        var parts = Parts.of(values, people);
        var comparer = new Comparer(values, parts, parts);
        var bits = Parameters.starting().bits();
        var earlier = new HashMap<Integer, ArrayList<Integer>>();
        int[] first = new int[records.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
            if (people.familyOf(i) != 0) {
                var family = earlier.computeIfAbsent(people.familyOf(i), _ -> new ArrayList<>());
                for (int other : family) {
                    if (first[i] == i && isOnePerson(comparer, parts, bits, other, i)) {
                        first[i] = first[other];
                    }
                }
                family.add(i);
            }
        }
        return first;
    }

    private static boolean isOnePerson(Comparer comparer, Parts parts, Parameters.Bits bits, int one, int other) {
        if (Comparer.differInNhsNumber(parts, one, parts, other)) {
            return false;
        }
        int pattern = comparer.pattern(one, other);
        return PRIOR_BITS + bits.ifMatched(pattern) > bits.ifRelated(pattern);
    }
}
