package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CutTest {

    @Test
    void takes_what_makes_the_expected_f1_largest() {
        // By hand: with all of .9 .9 .45 .1 believed, T = 2.35. Two links: 2*1.8/(2+2.35) = .828; three:
        // 2*2.25/(3+2.35)
        // = .841; four: 2*2.35/(4+2.35) = .740.
        var cut = Cut.best(new double[] {.9, .45, .1, .9});
        assertThat(cut.probability()).isEqualTo(.45);
        assertThat(cut.expectedPrecision()).isCloseTo(.75, within(1e-9));
        assertThat(cut.expectedRecall()).isCloseTo(2.25 / 2.35, within(1e-9));
    }

    @Test
    void is_never_under_the_least_nor_over_a_half() {
        var random = new SplittableRandom(3);
        for (int k = 0; k < 500; k++) {
            var cut = Cut.best(random.doubles(random.nextInt(40)).toArray());
            assertThat(cut.probability()).isBetween(Cut.LEAST, 0.5);
        }
    }

    @Test
    void no_links_are_all_right() {
        assertThat(Cut.best(new double[0])).isEqualTo(new Cut(0.5, 1, 1));
    }
}
