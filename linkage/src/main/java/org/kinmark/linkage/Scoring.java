package org.kinmark.linkage;

import java.util.Arrays;

/// The weight of a pair: log2 of the odds that it is the same person, from its pattern and how common its values are.
///
/// The odds are P(matched) p(pattern | matched) over the same of related and unrelated pairs together. On a value in
/// which both agree, an unrelated pair agrees as often as the value is common, not as often as values agree on average;
/// relatives share a family name and a postcode whatever they are, and a given name or a birth date either for a
/// reason (a son named after his father, twins) or by the same chance.
///
/// Not thread-safe: each thread has its own.
final class Scoring {

    /// How often a person in the register lives where a linked member of their family does, by the register.
    private static final double WITH_FAMILY = .75;
    private static final double RELATIVE_WITH_FAMILY = .85;

    private final Parameters parameters;
    private final Parameters.Bits ofLevels;
    private final Chance chance;
    private final People left;
    private final People right;
    private final Keys patterns = new Keys();
    private double[][] bitsOfPattern = new double[512][];

    Scoring(Parameters parameters, Chance chance, People left, People right) {
        this.parameters = parameters;
        this.ofLevels = parameters.bits();
        this.chance = chance;
        this.left = left;
        this.right = right;
    }

    /// The weight of a pair by itself, in bits.
    double weight(int l, int r, int pattern) {
        return weight(l, r, pattern, false);
    }

    /// The weight of a pair, in bits.
    ///
    /// @param livesWithFamily whether the right record's postcode is that of a right record which is surely another
    ///     member of the left record's family: evidence that an old postcode on the list hides
    double weight(int l, int r, int pattern, boolean livesWithFamily) {
        double[] bits = bitsOf(pattern);
        double unrelated = bits[2] + byNames(l, pattern) + byBirthDate(l, pattern) + byAge(l, pattern);
        double related = bits[1] + relatedByGivenName(l, pattern) + relatedByBirthDate(l, pattern);
        double matched = bits[0];
        int place = Comparison.POSTCODE.level(pattern);
        if (place == 1) {
            unrelated += Parameters.log2(chance.ofPostcode(left.postcode()[l]))
                    - log2(parameters.unrelated, Comparison.POSTCODE, 1);
        } else if (livesWithFamily) {
            matched += Parameters.log2(WITH_FAMILY) - log2(parameters.matched, Comparison.POSTCODE, place);
            related += Parameters.log2(RELATIVE_WITH_FAMILY) - log2(parameters.related, Comparison.POSTCODE, place);
            unrelated += Parameters.log2(chance.ofPostcode(right.postcode()[r]))
                    - log2(parameters.unrelated, Comparison.POSTCODE, place);
        }
        return matched - sumOfPowers(related, unrelated);
    }

    /// log2 of 2^a + 2^b.
    private static double sumOfPowers(double a, double b) {
        double top = Math.max(a, b);
        return top + Parameters.log2(1 + Math.pow(2, Math.min(a, b) - top));
    }

    private double[] bitsOf(int pattern) {
        int number = patterns.add(pattern);
        if (number == bitsOfPattern.length) {
            bitsOfPattern = Arrays.copyOf(bitsOfPattern, number * 2);
        }
        if (bitsOfPattern[number] == null) {
            bitsOfPattern[number] = bits(pattern);
        }
        return bitsOfPattern[number];
    }

    private double[] bits(int pattern) {
        return new double[] {
            Parameters.log2(parameters.shareMatched) + ofLevels.ifMatched(pattern),
            Parameters.log2(parameters.shareRelated) + ofLevels.ifRelated(pattern),
            ofLevels.ifUnrelated(pattern)
        };
    }

    private double byNames(int l, int pattern) {
        boolean given = Comparison.GIVEN_NAME.level(pattern) == 1;
        boolean family = Comparison.FAMILY_NAME.level(pattern) == 1;
        double averageGiven = log2(parameters.unrelated, Comparison.GIVEN_NAME, 1);
        double averageFamily = log2(parameters.unrelated, Comparison.FAMILY_NAME, 1);
        if (given && family) {
            return Parameters.log2(chance.ofFullName(left, l))
                    - averageGiven
                    - averageFamily
                    - Parameters.log2(parameters.bothNames);
        }
        return given
                ? Parameters.log2(chance.ofGiven(left.given()[l])) - averageGiven
                : family ? Parameters.log2(chance.ofFamily(left.family()[l])) - averageFamily : 0;
    }

    private double byAge(int l, int pattern) {
        return Comparison.GIVEN_NAME.level(pattern) == 1 && BirthDates.areOfOneAge(Comparison.BIRTH_DATE.level(pattern))
                ? Parameters.log2(chance.ofItsTime(left.given()[l], left.birth(l)))
                        - Parameters.log2(parameters.namesOfOneAge)
                : 0;
    }

    private double byBirthDate(int l, int pattern) {
        return Comparison.BIRTH_DATE.level(pattern) == 1
                ? Parameters.log2(chance.ofBirth(left.birth(l))) - log2(parameters.unrelated, Comparison.BIRTH_DATE, 1)
                : 0;
    }

    private double relatedByGivenName(int l, int pattern) {
        return Comparison.GIVEN_NAME.level(pattern) == 1
                ? withReason(Comparison.GIVEN_NAME, chance.ofGiven(left.given()[l]))
                : 0;
    }

    private double relatedByBirthDate(int l, int pattern) {
        return Comparison.BIRTH_DATE.level(pattern) == 1
                ? withReason(Comparison.BIRTH_DATE, chance.ofBirth(left.birth(l)))
                : 0;
    }

    /// Relatives agree for a reason as often as they agree beyond chance, and by chance as often as the value occurs.
    private double withReason(Comparison comparison, double frequency) {
        double agree = parameters.related[comparison.ordinal()][1];
        double reason = Math.max(agree / 4, agree - parameters.unrelated[comparison.ordinal()][1]);
        return Parameters.log2(Math.min(1, reason + frequency)) - Parameters.log2(agree);
    }

    private static double log2(double[][] kind, Comparison comparison, int level) {
        return level == 0 ? 0 : Parameters.log2(kind[comparison.ordinal()][level]);
    }
}
