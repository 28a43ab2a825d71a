package org.kinmark.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What is compared between two records, and the levels of agreement of each, from the best to the worst.
///
/// Level 0 of every comparison is "not compared": one of the two records lacks the value. Level 1 is the first name in
/// the list. Some comparisons have several **groups** of levels of which one applies, chosen by another comparison: the
/// probabilities of each group sum to 1, because they are conditional on that choice.
enum Comparison {
    NHS_NUMBER(2, is("the same", "same NHS number"), is("differs", "another NHS number")),
    GIVEN_NAME(
            7,
            is("the same", "same given name"),
            is(
                    "short form, other spelling or one part",
                    "given name is a usual short form, other spelling or one part"),
            is("close", "given name but for a slip"),
            is("initial or near", "given name alike, or its initial"),
            is("differs", "another given name"),
            is("in the place of the family name", "given and family name in each other's place"),
            is("one of the two names in the other's place", "one name in the other's place, and another beside it")),
    FAMILY_NAME(
            5,
            is("the same", "same family name"),
            is("one part", "family name has a part in common"),
            is("close", "family name but for a slip"),
            is("near", "family name alike"),
            is("differs", "another family name")),
    BIRTH_DATE(
            6,
            is("the same", "same birth date"),
            is("day and month swapped", "birth date with day and month swapped"),
            is("one slip", "birth date but for a slip"),
            is("two parts of three", "two parts of three of the birth date"),
            is("same year", "born in the same year"),
            is("differs", "another birth date")),
    /// A given name nearly tells the sex: where it is the same, the sex has little to add.
    SEX(
            2,
            is("the same", "same sex"),
            is("differs", "another sex"),
            is("same given name: the same", "same sex"),
            is("same given name: differs", "another sex")),
    POSTCODE(
            5,
            is("the same", "same postcode"),
            is("one slip", "postcode but for a slip"),
            is("same sector", "postcode near"),
            is("same district", "postcode in the same district"),
            is("differs", "postcode elsewhere")),
    /// Neighbours and movers make an address depend on the postcode, so each state of the postcode has a group.
    ADDRESS(
            3,
            is("same postcode: the same", "same address"),
            is("same postcode: near", "address but for a slip"),
            is("same postcode: differs", "another address in that postcode"),
            is("other postcode: the same", "same address all the same"),
            is("other postcode: near", "address alike all the same"),
            is("other postcode: differs", "another address"),
            is("no postcode: the same", "same address"),
            is("no postcode: near", "address but for a slip"),
            is("no postcode: differs", "another address")),
    /// Not read where the postcodes are the same: it would tell nothing more.
    TOWN(
            2,
            is("other postcode: the same", "same town"),
            is("other postcode: differs", "another town"),
            is("no postcode: the same", "same town"),
            is("no postcode: differs", "another town"));

    private final int groupSize;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> levels;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> words;

    Comparison(int groupSize, Level... levels) {
        this.groupSize = groupSize;
        this.levels = Arrays.stream(levels).map(Level::name).toList();
        this.words = Arrays.stream(levels).map(Level::words).toList();
    }

    /// @param name as files have it
    /// @param words as one would say it of two records
    private record Level(String name, String words) {}

    private static Level is(String name, String words) {
        return new Level(name, words);
    }

    /// The names of the levels, the first being level 1.
    List<String> levels() {
        return levels;
    }

    /// What a level is as one would say it of two records: "same birth date".
    ///
    /// @param level from 1
    String words(int level) {
        return words.get(level - 1);
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
