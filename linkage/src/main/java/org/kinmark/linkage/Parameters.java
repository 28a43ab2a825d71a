package org.kinmark.linkage;

import java.util.Arrays;

/// How often each level of each comparison occurs among pairs of three kinds, and how many pairs of the first two kinds
/// there are.
///
/// The kinds are: **matched**, the same person (Fellegi and Sunter's m); **related**, another person of the same
/// household; **unrelated** (their u). Relatives share family name, postcode and address, so a model with two kinds
/// takes a brother for the person himself; the third kind is what lets the evidence of a household help.
///
/// `matched[c][l]` is the probability of level `l` (0 is "not compared" and unused) of the comparison with ordinal `c`.
final class Parameters {

    final double[][] matched;
    final double[][] related;
    final double[][] unrelated;
    /// Of all pairs of a left and a right record, the share of matched and of related ones.
    double shareMatched;
    double shareRelated;
    /// Among unrelated pairs, how much more often both names agree than they would independently: names of one
    /// language go together.
    double bothNames = 1;
    /// Among unrelated pairs of about one age, how much more often given names agree than among all: names come and
    /// go with generations.
    double namesOfOneAge = 1;

    private Parameters(double[][] matched, double[][] related, double[][] unrelated) {
        this.matched = matched;
        this.related = related;
        this.unrelated = unrelated;
    }

    /// Where estimation starts and what it shrinks towards: knowledge about English registers in general, of no file in
    /// particular. Each row is a comparison in the order of [Comparison]; a group of levels sums to 1.
    static Parameters starting() {
        double[][] matched = {
            {0, .985, .015},
            {0, .80, .05, .07, .02, .047, .01, .003},
            {0, .86, .03, .05, .01, .05},
            {0, .93, .01, .03, .01, .005, .015},
            {0, .985, .015, .985, .015},
            {0, .82, .02, .03, .04, .09},
            {0, .80, .15, .05, .10, .05, .85, .70, .15, .15},
            {0, .60, .40, .90, .10},
        };
        double[][] related = {
            {0, .0005, .9995},
            {0, .02, .004, .012, .06, .9034, .0001, .0005},
            {0, .72, .05, .01, .02, .20},
            {0, .02, .0002, .01, .01, .02, .9398},
            {0, .50, .50, .985, .015},
            {0, .85, .015, .02, .035, .08},
            {0, .75, .15, .10, .10, .05, .85, .65, .15, .20},
            {0, .60, .40, .92, .08},
        };
        double[][] unrelated = {
            {0, 1e-7, 1 - 1e-7},
            {0, .006, .003, .01, .05, .929999, 1e-6, .001},
            {0, .0015, .001, .003, .02, .9745},
            {0, .00004, .00004, .001, .003, .013, .98292},
            {0, .50, .50, .97, .03},
            {0, .001, .0005, .005, .03, .9635},
            {0, .02, .03, .95, .0005, .0095, .99, .001, .009, .99},
            {0, .10, .90, .10, .90},
        };
        return new Parameters(matched, related, unrelated);
    }

    /// The same numbers in arrays of their own.
    Parameters copy() {
        var copy = new Parameters(copied(matched), copied(related), copied(unrelated));
        copy.shareMatched = shareMatched;
        copy.shareRelated = shareRelated;
        copy.bothNames = bothNames;
        copy.namesOfOneAge = namesOfOneAge;
        return copy;
    }

    private static double[][] copied(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /// The bits of patterns in pairs of each kind: log2 of their probabilities. They are those of the parameters as
    /// they
    /// were when it was made.
    static final class Bits {

        private static final Comparison[] COMPARISONS = Comparison.values();

        private final double[][] matched;
        private final double[][] related;
        private final double[][] unrelated;
        private final double bothNames;
        private final double namesOfOneAge;

        private Bits(Parameters parameters) {
            matched = logarithms(parameters.matched);
            related = logarithms(parameters.related);
            unrelated = logarithms(parameters.unrelated);
            bothNames = log2(parameters.bothNames);
            namesOfOneAge = log2(parameters.namesOfOneAge);
        }

        /// What was not compared, level 0, says nothing.
        private static double[][] logarithms(double[][] kind) {
            return Arrays.stream(kind)
                    .map(row ->
                            Arrays.stream(row).map(p -> p == 0 ? 0 : log2(p)).toArray())
                    .toArray(double[][]::new);
        }

        double ifMatched(int pattern) {
            return sum(matched, pattern);
        }

        double ifRelated(int pattern) {
            return sum(related, pattern);
        }

        /// With the dependence of the two names, and of the given name and the year of birth.
        double ifUnrelated(int pattern) {
            boolean given = Comparison.GIVEN_NAME.level(pattern) == 1;
            return sum(unrelated, pattern)
                    + (given && Comparison.FAMILY_NAME.level(pattern) == 1 ? bothNames : 0)
                    + (given && BirthDates.areOfOneAge(Comparison.BIRTH_DATE.level(pattern)) ? namesOfOneAge : 0);
        }

        private static double sum(double[][] kind, int pattern) {
            double bits = 0;
            for (var comparison : COMPARISONS) {
                bits += kind[comparison.ordinal()][comparison.level(pattern)];
            }
            return bits;
        }
    }

    /// The bits of patterns under these probabilities as they are now.
    Bits bits() {
        return new Bits(this);
    }

    static double log2(double value) {
        return Math.log(value) * (1 / Math.log(2));
    }
}
