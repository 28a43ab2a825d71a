package org.kinmark.linkage;

import java.util.Locale;

/// A rule by which two records are worth comparing: both have the key of the rule, and the keys are equal.
///
/// Several rules, so that one error, or two, does not lose a pair. The narrow rules come first. The wide ones are used
/// where they cost little: see [Blocking].
enum BlockingRule {
    NHS_NUMBER(false),
    BIRTH_DATE_AND_GIVEN_NAME(false),
    BIRTH_DATE_AND_FAMILY_NAME(false),
    BIRTH_DATE_AND_POSTCODE(false),
    BIRTH_DATE_AND_GIVEN_AS_FAMILY_NAME(false),
    BIRTH_DATE_AND_FAMILY_AS_GIVEN_NAME(false),
    BOTH_NAMES_AND_BIRTH_YEAR(false),
    POSTCODE_AND_GIVEN_NAME(false),
    POSTCODE_AND_FAMILY_NAME(false),
    SOUNDS_AND_BIRTH_YEAR(false),
    POSTCODE_AND_BIRTH_YEAR(false),
    BOTH_NAMES_AND_DISTRICT(false),
    SOUNDS_AND_BIRTHDAY(false),
    ADDRESS_AND_BIRTH_YEAR(false),
    ADDRESS_AND_GIVEN_NAME(false),
    ADDRESS_AND_FAMILY_NAME(false),
    BIRTH_DATE(true),
    BOTH_NAMES(true),
    POSTCODE(true),
    ADDRESS(true);

    private final boolean wide;

    BlockingRule(boolean wide) {
        this.wide = wide;
    }

    /// Whether the rule is used only where its pairs are few enough.
    boolean isWide() {
        return wide;
    }

    /// The rule as files and pages show it.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A number that is equal where the keys are equal, or 0 where the record has no key of this rule.
    ///
    /// @param isLeft which file the record is of: one rule looks for a name in another's place
    long key(Values values, People people, int i, boolean isLeft) {
        int given = values.firstWord[people.given()[i]];
        int family = people.family()[i];
        int birth = people.birth(i);
        int postcode = people.postcode()[i];
        return switch (this) {
            case NHS_NUMBER -> people.nhsNumber(i) < 0 ? 0 : mixed(people.nhsNumber(i) + 1, 1, 1);
            case BIRTH_DATE_AND_GIVEN_NAME -> mixed(birth, given, 1);
            case BIRTH_DATE_AND_FAMILY_NAME -> mixed(birth, family, 1);
            case BIRTH_DATE_AND_POSTCODE -> mixed(birth, postcode, 1);
            case BIRTH_DATE_AND_GIVEN_AS_FAMILY_NAME -> mixed(birth, isLeft ? given : family, 1);
            case BIRTH_DATE_AND_FAMILY_AS_GIVEN_NAME -> mixed(birth, isLeft ? family : given, 1);
            case BOTH_NAMES_AND_BIRTH_YEAR -> mixed(given, family, birth / 10_000);
            case POSTCODE_AND_GIVEN_NAME -> mixed(postcode, given, 1);
            case POSTCODE_AND_FAMILY_NAME -> mixed(postcode, family, 1);
            case SOUNDS_AND_BIRTH_YEAR -> mixed(values.sound[given], values.sound[family], birth / 10_000);
            case POSTCODE_AND_BIRTH_YEAR -> mixed(postcode, birth / 10_000, 1);
            case BOTH_NAMES_AND_DISTRICT -> mixed(given, family, values.district[postcode]);
            case SOUNDS_AND_BIRTHDAY -> mixed(values.sound[given], values.sound[family], birth % 10_000);
            case ADDRESS_AND_BIRTH_YEAR -> mixed(people.address()[i], birth / 10_000, 1);
            case ADDRESS_AND_GIVEN_NAME -> mixed(people.address()[i], given, 1);
            case ADDRESS_AND_FAMILY_NAME -> mixed(people.address()[i], family, 1);
            case BIRTH_DATE -> mixed(birth, 1, 1);
            case BOTH_NAMES -> mixed(given, family, 1);
            case POSTCODE -> mixed(postcode, 1, 1);
            case ADDRESS -> mixed(people.address()[i], 1, 1);
        };
    }

    /// A part that is 0 is missing, and then there is no key. Two different keys share a number once in 2^64 pairs, and
    /// then a pair is compared in vain.
    private static long mixed(long a, long b, long c) {
        if (a == 0 || b == 0 || c == 0) {
            return 0;
        }
        long mixed = spread(spread(spread(a) + b) + c);
        return mixed == 0 ? 1 : mixed;
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long spread(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
