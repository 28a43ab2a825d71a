package org.kinmark.rules.attack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A chance for each set of clauses, kept small, for there is one of these for each of many needs.
///
/// @param sets in order
/// @param chances of each; they come to 1, so that those of a long chain do not vanish
/// @param scale what they came to before
record Sums(long[] sets, double[] chances, double scale) {

    /// Nothing is open, and that is sure.
    static final Sums NOTHING_OPEN = of(Map.of(0L, 1.0));

    static Sums of(Map<Long, Double> chances) {
        var sets = chances.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        double scale = 0;
        for (long set : sets) {
            scale += chances.getOrDefault(set, 0.0);
        }
        var each = new double[sets.length];
        for (int i = 0; i < sets.length; i++) {
            each[i] = chances.getOrDefault(sets[i], 0.0) / scale;
        }
        return new Sums(sets, each, scale);
    }

    /// The chance of a set; 0 of one that is not there.
    double of(long set) {
        int at = Arrays.binarySearch(sets, set);
        return at < 0 ? 0 : chances[at];
    }

    Map<Long, Double> asMap() {
        var map = new HashMap<Long, Double>();
        for (int i = 0; i < sets.length; i++) {
            map.put(sets[i], chances[i]);
        }
        return map;
    }
}
