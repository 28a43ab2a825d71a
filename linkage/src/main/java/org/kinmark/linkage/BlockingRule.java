package org.kinmark.linkage;

import java.util.Arrays;
import java.util.Locale;
import org.kinmark.linkage.Parts.Part;

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
    NAMES_IN_EACH_OTHERS_PLACE(false, Part.GIVEN_AS_FAMILY_NAME, Part.FAMILY_AS_GIVEN_NAME),
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
    ADDRESS(true, Part.ADDRESS),
    FAMILY_NAME(true, Part.FAMILY_NAME),
    GIVEN_NAME(true, Part.GIVEN_NAME);

    private final boolean wide;

    @SuppressWarnings("ImmutableEnumChecker") // never written again
    private final int[] parts;

    private final int all;

    BlockingRule(boolean wide, Part... parts) {
        this.wide = wide;
        this.parts = Arrays.stream(parts).mapToInt(Part::ordinal).toArray();
        int bits = 0;
        for (var part : parts) {
            bits |= part.bit();
        }
        this.all = bits;
    }

    /// Whether this rule has two records meet that agree in these parts, by [Parts#agreements].
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
    long key(Parts of, int i) {
        long key = 0;
        for (int part : parts) {
            int value = of.get(i, part);
            if (value == 0) {
                return 0;
            }
            key = spread(key + value);
        }
        return key == 0 ? 1 : key;
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    static long spread(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
