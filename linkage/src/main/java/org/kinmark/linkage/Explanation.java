package org.kinmark.linkage;

import java.util.List;
import java.util.OptionalDouble;

/// Why a pair has the weight that it has: a waterfall from what is known of any pair to what is known of this one.
///
/// The steps are taken in a fixed order and each is what the weight changes by when its evidence is added to all before
/// it, so that they sum to the weight exactly. Relatives share evidence, so another order would divide it otherwise.
///
/// @param standing what became of the pair
/// @param steps from the first, which is what is known before anything is compared, to the last
/// @param weight their sum: log2 of the odds that it is one person
public record Explanation(Standing standing, List<Step> steps, double weight) {

    /// What became of a pair.
    public enum Standing {
        /// It is its left record's link, at or above the cut.
        LINKED,
        /// It is its left record's best pair, under the cut.
        BEST,
        /// It was weighed, and another was likelier or took its right record.
        SECOND,
        /// No rule brought the two together, or they were too unlike to be weighed against others.
        APART,
        /// Their NHS Numbers differ, so that they are never linked.
        NEVER
    }

    /// A piece of evidence.
    ///
    /// @param comparison the comparison's name as files have it; empty where nothing was compared
    /// @param words what was found, as one would say it: "same birth date"
    /// @param bits by how much the weight changed
    /// @param share of all records, the share that has this value; empty where the two have different ones
    public record Step(String comparison, String words, double bits, OptionalDouble share) {}

    /// The probability that it is one person, all evidence considered.
    public double probability() {
        return Decision.probability(weight);
    }
}
