package org.kinmark.linkage;

import java.util.Locale;

/// A rule by which two records are worth comparing: both have every part of the rule, and all parts are equal.
///
/// Several rules, so that one error, or two, does not lose a pair. The narrow rules come first. The wide ones are used
/// where they cost little: see [Blocking].
enum BlockingRule {
    NHS_NUMBER(false, Part.NHS_NUMBER),
    BIRTH_DATE_AND_GIVEN_NAME(false, Part.BIRTH_DATE, Part.GIVEN_NAME),
    BIRTH_DATE_AND_FAMILY_NAME(false, Part.BIRTH_DATE, Part.FAMILY_NAME),
    BIRTH_DATE_AND_POSTCODE(false, Part.BIRTH_DATE, Part.POSTCODE),
    BIRTH_DATE_AND_GIVEN_AS_FAMILY_NAME(false, Part.BIRTH_DATE, Part.GIVEN_AS_FAMILY_NAME),
    BIRTH_DATE_AND_FAMILY_AS_GIVEN_NAME(false, Part.BIRTH_DATE, Part.FAMILY_AS_GIVEN_NAME),
    BOTH_NAMES_AND_BIRTH_YEAR(false, Part.GIVEN_NAME, Part.FAMILY_NAME, Part.BIRTH_YEAR),
    POSTCODE_AND_GIVEN_NAME(false, Part.POSTCODE, Part.GIVEN_NAME),
    POSTCODE_AND_FAMILY_NAME(false, Part.POSTCODE, Part.FAMILY_NAME),
    SOUNDS_AND_BIRTH_YEAR(false, Part.GIVEN_SOUND, Part.FAMILY_SOUND, Part.BIRTH_YEAR),
    POSTCODE_AND_BIRTH_YEAR(false, Part.POSTCODE, Part.BIRTH_YEAR),
    BOTH_NAMES_AND_DISTRICT(false, Part.GIVEN_NAME, Part.FAMILY_NAME, Part.DISTRICT),
    SOUNDS_AND_BIRTHDAY(false, Part.GIVEN_SOUND, Part.FAMILY_SOUND, Part.BIRTHDAY),
    ADDRESS_AND_BIRTH_YEAR(false, Part.ADDRESS, Part.BIRTH_YEAR),
    ADDRESS_AND_GIVEN_NAME(false, Part.ADDRESS, Part.GIVEN_NAME),
    ADDRESS_AND_FAMILY_NAME(false, Part.ADDRESS, Part.FAMILY_NAME),
    BIRTH_DATE(true, Part.BIRTH_DATE),
    BOTH_NAMES(true, Part.GIVEN_NAME, Part.FAMILY_NAME),
    POSTCODE(true, Part.POSTCODE),
    ADDRESS(true, Part.ADDRESS);

    private final boolean wide;

    @SuppressWarnings("ImmutableEnumChecker") // never written again
    private final Part[] parts;

    private final int all;

    BlockingRule(boolean wide, Part... parts) {
        this.wide = wide;
        this.parts = parts;
        int bits = 0;
        for (var part : parts) {
            bits |= part.bit();
        }
        this.all = bits;
    }

    /// What a rule looks at in a record.
    enum Part {
        NHS_NUMBER,
        /// Its first word.
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        BIRTH_YEAR,
        /// Month and day.
        BIRTHDAY,
        POSTCODE,
        DISTRICT,
        ADDRESS,
        GIVEN_SOUND,
        FAMILY_SOUND,
        /// The left record's given name in the place of the right one's family name.
        GIVEN_AS_FAMILY_NAME,
        FAMILY_AS_GIVEN_NAME;

        private int bit() {
            return 1 << ordinal();
        }

        /// A number that is equal where the part is, or 0 where the record lacks it.
        ///
        /// @param isLeft which file the record is of: some parts are another column in each
        private long of(Values values, People people, int i, boolean isLeft) {
            return switch (this) {
                case NHS_NUMBER -> people.nhsNumber(i) + 1;
                case GIVEN_NAME -> values.firstWord[people.given()[i]];
                case FAMILY_NAME -> people.family()[i];
                case BIRTH_DATE -> people.birth(i);
                case BIRTH_YEAR -> people.birth(i) / 10_000;
                case BIRTHDAY -> people.birth(i) % 10_000;
                case POSTCODE -> people.postcode()[i];
                case DISTRICT -> values.district[people.postcode()[i]];
                case ADDRESS -> people.address()[i];
                case GIVEN_SOUND -> values.sound[values.firstWord[people.given()[i]]];
                case FAMILY_SOUND -> values.sound[people.family()[i]];
                case GIVEN_AS_FAMILY_NAME -> isLeft ? values.firstWord[people.given()[i]] : people.family()[i];
                case FAMILY_AS_GIVEN_NAME -> isLeft ? people.family()[i] : values.firstWord[people.given()[i]];
            };
        }
    }

    private static final Part[] PARTS = Part.values();

    /// The parts in which two records agree: what [#meets] reads, for all rules at once.
    static int agreements(Values values, People left, int l, People right, int r) {
        int agreed = 0;
        for (var part : PARTS) {
            long value = part.of(values, left, l, true);
            if (value != 0 && value == part.of(values, right, r, false)) {
                agreed |= part.bit();
            }
        }
        return agreed;
    }

    /// Whether this rule has two records meet that agree in these parts.
    boolean meets(int agreements) {
        return (agreements & all) == all;
    }

    /// Whether the rule is used only where its pairs are few enough.
    boolean isWide() {
        return wide;
    }

    /// The rule as files and pages show it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A number that is equal where all parts are equal, or 0 where the record lacks a part. Two different keys share a
    /// number once in 2^64 pairs, and then a pair is compared in vain.
    ///
    /// @param isLeft which file the record is of
    long key(Values values, People people, int i, boolean isLeft) {
        long key = 0;
        for (var part : parts) {
            long value = part.of(values, people, i, isLeft);
            if (value == 0) {
                return 0;
            }
            key = spread(key + value);
        }
        return key == 0 ? 1 : key;
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long spread(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
