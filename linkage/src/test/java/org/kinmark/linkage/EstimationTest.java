package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimationTest {

    /// Counts that three known kinds of pair would give are taken apart again, without being told which
    /// pair was which.
    @Test
    void finds_the_parameters_that_made_the_counts() {
        var truth = Parameters.starting();
        truth.matched[Comparison.GIVEN_NAME.ordinal()] = new double[] {0, .70, .10, .10, .04, .05, .01};
        truth.matched[Comparison.POSTCODE.ordinal()] = new double[] {0, .60, .05, .05, .10, .20};
        truth.related[Comparison.FAMILY_NAME.ordinal()] = new double[] {0, .60, .05, .02, .03, .30};
        double all = 4e9;
        truth.shareMatched = 20_000 / all;
        truth.shareRelated = 60_000 / all;
        var patterns = new ArrayList<Integer>();
        var counts = new ArrayList<Long>();
        count(truth, all, patterns, counts);
        var start = Parameters.starting();
        start.shareMatched = 5_000 / all;
        start.shareRelated = 10_000 / all;
        var found = new Estimation(
                        patterns.stream().mapToInt(Integer::intValue).toArray(),
                        counts.stream().mapToLong(Long::longValue).toArray(),
                        all,
                        all,
                        all,
                        start)
                .estimate()
                .parameters();
        assertThat(found.shareMatched * all).isCloseTo(20_000, within(300.0));
        // Relatives of another name at another address look like strangers, and there are far more strangers.
        assertThat(found.shareRelated * all).isCloseTo(60_000, within(6_000.0));
        assertThat(found.matched[Comparison.GIVEN_NAME.ordinal()][1]).isCloseTo(.70, within(.01));
        assertThat(found.matched[Comparison.POSTCODE.ordinal()][1]).isCloseTo(.60, within(.01));
        assertThat(found.related[Comparison.FAMILY_NAME.ordinal()][1]).isCloseTo(.60, within(.08));
    }

    @Test
    void a_handful_of_pairs_moves_the_starting_values_little() {
        var start = Parameters.starting();
        start.shareMatched = 1e-3;
        start.shareRelated = 1e-3;
        int same = Comparison.GIVEN_NAME.at(1)
                | Comparison.FAMILY_NAME.at(1)
                | Comparison.BIRTH_DATE.at(1)
                | Comparison.POSTCODE.at(5);
        var found = new Estimation(new int[] {same}, new long[] {5}, 2_500, 2_500, 50, start)
                .estimate()
                .parameters();
        assertThat(found.matched[Comparison.POSTCODE.ordinal()][5]).isBetween(.09, .25);
    }

    /// Eight patterns of three comparisons, worked out again in plain probabilities: where estimation
    /// ends, the shares of each pattern that its own parameters give are those that give its parameters.
    ///
    /// Source: Dempster, Laird and Rubin (1977), section 2, for a mixture of multinomials with a
    /// Dirichlet prior.
    @Test
    void ends_where_the_expected_counts_give_the_same_parameters_again() {
        double all = 1e6;
        double open = 9e5;
        int[] patterns = new int[8];
        for (int k = 0; k < patterns.length; k++) {
            patterns[k] = Comparison.GIVEN_NAME.at((k & 1) == 0 ? 1 : 5)
                    | Comparison.FAMILY_NAME.at((k & 2) == 0 ? 1 : 5)
                    | Comparison.BIRTH_DATE.at((k & 4) == 0 ? 1 : 6);
        }
        long[] counts = {400, 30, 25, 8, 60, 900, 12, 0};
        var start = Parameters.starting();
        start.shareMatched = 1e-4;
        start.shareRelated = 2e-4;
        start.bothNames = 3;
        var found = new Estimation(patterns, counts, all, open, all, start)
                .estimate()
                .parameters();

        double matches = 0;
        double relatives = 0;
        double matchedSameGiven = 0;
        double matchedSameFamily = 0;
        double relatedSameBirth = 0;
        for (int k = 0; k < patterns.length; k++) {
            double m = found.shareMatched * product(found.matched, patterns[k]);
            double h = found.shareRelated * product(found.related, patterns[k]);
            double u = product(found.unrelated, patterns[k]) * ((k & 3) == 0 ? 3 : 1);
            double matched = counts[k] * m / (m + h + u);
            double related = counts[k] * h / (m + h + u);
            matches += matched;
            relatives += related;
            matchedSameGiven += (k & 1) == 0 ? matched : 0;
            matchedSameFamily += (k & 2) == 0 ? matched : 0;
            relatedSameBirth += (k & 4) == 0 ? related : 0;
        }
        assertThat(found.shareMatched * all).isCloseTo(matches, within(1e-3));
        assertThat(found.shareRelated * open).isCloseTo(relatives, within(1e-3));
        // The starting values .80, .86 and .02 weigh 30 pairs, ten times that for what is a relative's own, and 2 %.
        double prior = 30 + .02 * matches;
        assertThat(found.matched[Comparison.GIVEN_NAME.ordinal()][1])
                .isCloseTo((matchedSameGiven + .80 * prior) / (matches + prior), within(1e-5));
        assertThat(found.matched[Comparison.FAMILY_NAME.ordinal()][1])
                .isCloseTo((matchedSameFamily + .86 * prior) / (matches + prior), within(1e-5));
        double priorOfOwn = 300 + .02 * relatives;
        assertThat(found.related[Comparison.BIRTH_DATE.ordinal()][1])
                .isCloseTo((relatedSameBirth + .02 * priorOfOwn) / (relatives + priorOfOwn), within(1e-5));
        assertThat(found.unrelated).isDeepEqualTo(start.unrelated);
    }

    private static double product(double[][] kind, int pattern) {
        double product = 1;
        for (var comparison : List.of(Comparison.GIVEN_NAME, Comparison.FAMILY_NAME, Comparison.BIRTH_DATE)) {
            product *= kind[comparison.ordinal()][comparison.level(pattern)];
        }
        return product;
    }

    private static void count(Parameters truth, double all, List<Integer> patterns, List<Long> counts) {
        for (int given = 1; given <= 5; given++) {
            for (int family = 1; family <= 5; family++) {
                for (int birth = 1; birth <= 6; birth++) {
                    for (int sex = 1; sex <= 2; sex++) {
                        for (int postcode = 1; postcode <= 5; postcode++) {
                            int pattern = Comparison.GIVEN_NAME.at(given)
                                    | Comparison.FAMILY_NAME.at(family)
                                    | Comparison.BIRTH_DATE.at(birth)
                                    | Comparison.SEX.at(sex)
                                    | Comparison.POSTCODE.at(postcode);
                            double expected = all
                                    * (truth.shareMatched
                                                    * Math.pow(2, truth.bits().ifMatched(pattern))
                                            + truth.shareRelated
                                                    * Math.pow(2, truth.bits().ifRelated(pattern))
                                            + Math.pow(2, truth.bits().ifUnrelated(pattern)));
                            if (expected >= 0.5) {
                                patterns.add(pattern);
                                counts.add(Math.round(expected));
                            }
                        }
                    }
                }
            }
        }
    }
}
