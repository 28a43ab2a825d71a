package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final double SURE = 10;
    private static final double ODDS_OF_ONE = 0;

    /// A thousand families of two: of 750 both are surely found, of 150 nobody is, and of 100 one is, and of
    /// the other it is even; and a thousand who live alone, half of them found.
    private static Coverage learnt() {
        var rows = new ArrayList<String>();
        var weights = new double[3_000];
        int[] chosen = new int[3_000];
        Arrays.fill(chosen, -1);
        for (int i = 0; i < 3_000; i++) {
            int family = i < 2_000 ? i / 2 : 2_000 + i;
            rows.add("|||||" + (i < 2_000 ? "|F" + family : ""));
            boolean isFound = i < 2_000 ? family < 750 || family >= 900 && i % 2 == 0 : i % 2 == 0;
            boolean isEven = i < 2_000 && family >= 900 && i % 2 == 1;
            if (isFound || isEven) {
                chosen[i] = i;
                weights[i] = isFound ? 30 : ODDS_OF_ONE;
            }
        }
        return Coverage.learn(People.first(Rows.of(rows), new Values()), weights, chosen, SURE);
    }

    private final Coverage coverage = learnt();

    @Test
    void whoever_lives_alone_is_as_likely_to_be_there_as_others_who_do() {
        double all = (1_500 + 100 + 50 + 500 + 1.0) / 3_002;
        double alone = (500 + 20 * all) / 1_020;
        assertThat(coverage.hasFamily(2_500)).isFalse();
        assertThat(coverage.isMissing(2_500)).isCloseTo(1 - alone, within(1e-6));
        assertThat(coverage.ofFamily(2_500)).isCloseTo(Parameters.log2(alone / all), within(1e-6));
    }

    @Test
    void a_family_that_was_found_speaks_for_whoever_is_left_and_one_that_was_not_against() {
        double all = (1_500 + 100 + 50 + 500 + 1.0) / 3_002;
        // Of 1,600 whose other was found: 1,500 were themselves, and of 100 it is even.
        double beside = (1_500 + 50 + 20 * all) / 1_620;
        // Of 400 whose other was not: 100.
        double apart = (100 + 20 * all) / 420;
        assertThat(coverage.isMissing(0)).isCloseTo(1 - beside, within(1e-6));
        assertThat(coverage.isMissing(1_901)).isCloseTo(1 - beside, within(1e-6));
        assertThat(coverage.isMissing(1_900)).isCloseTo(1 - apart, within(1e-6));
        assertThat(coverage.isMissing(1_700)).isCloseTo(1 - apart, within(1e-6));
        assertThat(coverage.ofFamily(1_901)).isPositive();
        assertThat(coverage.ofFamily(1_900)).isNegative();
    }

    @Test
    void nobody_is_surely_there() {
        var rows = new ArrayList<String>();
        int[] chosen = new int[5_000];
        var weights = new double[5_000];
        for (int i = 0; i < 5_000; i++) {
            rows.add("|||||");
            chosen[i] = i;
            weights[i] = 40;
        }
        var whole = Coverage.learn(People.first(Rows.of(rows), new Values()), weights, chosen, SURE);
        assertThat(whole.isMissing(7)).isEqualTo(.02);
    }

    @Test
    void nobody_found_is_no_help_to_anybody() {
        var rows = new ArrayList<String>();
        int[] chosen = new int[5_000];
        Arrays.fill(chosen, -1);
        for (int i = 0; i < 5_000; i++) {
            rows.add("|||||");
        }
        var none = Coverage.learn(People.first(Rows.of(rows), new Values()), new double[0], chosen, SURE);
        assertThat(none.isMissing(7)).isGreaterThan(.999);
    }
}
