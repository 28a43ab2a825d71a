package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimationTest {

    /// Counts that three known kinds of pair would give are taken apart again, without being told which pair was which.
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
        var found = new Estimation(new int[] {same}, new long[] {5}, 2_500, 2_500, start)
                .estimate()
                .parameters();
        assertThat(found.matched[Comparison.POSTCODE.ordinal()][5]).isBetween(.09, .25);
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
