package org.kinmark.linkage;

import java.util.List;
import java.util.Locale;

/// What is compared between two records, and the levels of agreement of each, from the best to the worst.
///
/// Level 0 of every comparison is "not compared": one of the two records lacks the value. Level 1 is the first name in
/// the list. Some comparisons have several **groups** of levels of which one applies, chosen by another comparison: the
/// probabilities of each group sum to 1, because they are conditional on that choice.
enum Comparison {
    NHS_NUMBER(2, "the same", "differs"),
    GIVEN_NAME(
            7,
            "the same",
            "short form, other spelling or one part",
            "close",
            "initial or near",
            "differs",
            "in the place of the family name",
            "one of the two names in the other's place"),
    FAMILY_NAME(5, "the same", "one part", "close", "near", "differs"),
    BIRTH_DATE(6, "the same", "day and month swapped", "one slip", "two parts of three", "same year", "differs"),
    SEX(2, "the same", "differs"),
    POSTCODE(5, "the same", "one slip", "same sector", "same district", "differs"),
    /// Neighbours and movers make an address depend on the postcode, so each state of the postcode has a group.
    ADDRESS(
            3,
            "same postcode: the same",
            "same postcode: near",
            "same postcode: differs",
            "other postcode: the same",
            "other postcode: near",
            "other postcode: differs",
            "no postcode: the same",
            "no postcode: near",
            "no postcode: differs"),
    /// Not read where the postcodes are the same: it would tell nothing more.
    TOWN(2, "other postcode: the same", "other postcode: differs", "no postcode: the same", "no postcode: differs");

    private final int groupSize;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> levels;

    Comparison(int groupSize, String... levels) {
        this.groupSize = groupSize;
        this.levels = List.of(levels);
    }

    /// The names of the levels, the first being level 1.
    List<String> levels() {
        return levels;
    }

    /// The number of levels, "not compared" excluded.
    int size() {
        return levels.size();
    }

    /// How many consecutive levels have probabilities that sum to 1.
    int groupSize() {
        return groupSize;
    }

    /// The name as files and pages show it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Where each comparison's level stands in a **pattern**: the levels of all comparisons in one number.
    private static final int[] SHIFT = new int[values().length];
    private static final int[] MASK = new int[values().length];

    static {
        int shift = 0;
        for (var comparison : values()) {
            int bits = 32 - Integer.numberOfLeadingZeros(comparison.size());
            SHIFT[comparison.ordinal()] = shift;
            MASK[comparison.ordinal()] = (1 << bits) - 1;
            shift += bits;
        }
    }

    /// A level in its place in a pattern.
    int at(int level) {
        return level << SHIFT[ordinal()];
    }

    /// The level of this comparison in a pattern.
    int level(int pattern) {
        return pattern >>> SHIFT[ordinal()] & MASK[ordinal()];
    }
}
