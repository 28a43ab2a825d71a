package org.kinmark.rules.attack;

import java.util.HashMap;
import java.util.Map;

/// How common needs are in families of the programme: the share of families in which somebody has it, before
/// anything is known of them.
///
/// Source: the programme's own cohort, families that were supported: an adult with a mental health problem in 46 %
/// of them, a child with one in 33 %, a child with ADHD in 20 %, an adult dependent on alcohol in 14 %, any health
/// problem in 71 % (taken as independent, the four would come to 75 %). For any other indicator no figure is known,
/// and [#ASSUMED] stands in; give your own.
public final class BaseRates {

    /// For an indicator without a figure.
    public static final double ASSUMED = 0.05;

    /// The programme's cohort.
    public static final BaseRates COHORT = new BaseRates(Map.of(
            "adult-mental-health", 0.46,
            "child-mental-health", 0.33,
            "child-adhd", 0.20,
            "adult-alcohol", 0.14));

    private final Map<String, Double> families;

    private BaseRates(Map<String, Double> families) {
        this.families = Map.copyOf(families);
    }

    /// The same, with some figures given or replaced.
    ///
    /// @param given by indicator, each above 0 and under 1
    public BaseRates with(Map<String, Double> given) {
        if (given.values().stream().anyMatch(rate -> !(rate > 0 && rate < 1))) {
            throw new IllegalArgumentException("a base rate lies between 0 and 1");
        }
        var changed = new HashMap<>(families);
        changed.putAll(given);
        return new BaseRates(changed);
    }

    /// Whether there is a figure.
    public boolean has(String indicator) {
        return families.containsKey(indicator);
    }

    /// The share of families in which somebody has the need.
    double ofFamily(String indicator) {
        return families.getOrDefault(indicator, ASSUMED);
    }

    /// The chance that one person has the need, such that a family has it as often as the cohort.
    ///
    /// @param people of the family who could have it, at least 1
    double ofOne(String indicator, int people) {
        return -Math.expm1(Math.log1p(-ofFamily(indicator)) / people);
    }
}
