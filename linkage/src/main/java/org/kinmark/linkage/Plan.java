package org.kinmark.linkage;

import java.util.List;

/// What a linkage would compare, said before it compares anything.
///
/// @param left how many records the left file has
/// @param right how many records the right file has
/// @param rules all blocking rules, in the order in which they are used
public record Plan(long left, long right, List<Rule> rules) {

    /// What becomes of a rule.
    public enum Use {
        /// Its pairs are compared.
        USED,
        /// No two records meet.
        NOBODY_MEETS,
        /// It is a wide rule and would bring more pairs than it is worth.
        TOO_WIDE,
        /// It brings so many that the whole linkage is refused.
        REFUSED
    }

    /// A rule.
    ///
    /// @param pairs that meet by it, but for blocks that are left out; an estimate where it is too wide
    /// @param added those of them that no earlier rule brings, and whose NHS Numbers do not differ
    /// @param largest its largest blocks, the largest first
    public record Rule(String name, Use use, long pairs, long added, List<Block> largest) {}

    /// Records of both files that have all parts of a rule in common.
    ///
    /// @param left how many of the left file
    /// @param right how many of the right file
    /// @param example the place of one of them in the smaller file, from 0
    /// @param isLeftOut whether it has too many pairs
    public record Block(int left, int right, int example, boolean isLeftOut) {

        /// The pairs of a record of one file and one of the other.
        public long pairs() {
            return (long) left * right;
        }
    }

    /// The pairs that would be compared.
    public long pairs() {
        return rules.stream().mapToLong(Rule::added).sum();
    }
}
