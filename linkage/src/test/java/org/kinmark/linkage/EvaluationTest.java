package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static Link link(int left, int right, double probability) {
        return new Link(left, right, probability, 0);
    }

    /// The left records that have an answer, and which.
    private record Known(Map<Integer, Integer> same) implements Evaluation.Answers {

        @Override
        public boolean isSame(int left, int right) {
            return Integer.valueOf(right).equals(same.get(left));
        }

        @Override
        public int count() {
            return same.size();
        }
    }

    @Test
    void counts_as_one_would_by_hand() {
        var links = List.of(link(0, 10, .9), link(1, 11, .99), link(2, 12, .6), link(3, 13, .6), link(4, 14, .3));
        // 1 and 0 are right, of 2 and 3 the one, 4 is wrong; and nobody found 5.
        var known = new Known(Map.of(0, 10, 1, 11, 2, 12, 3, 99, 5, 15));
        var found = Evaluation.of(links, .7, known);
        assertThat(found.answers()).isEqualTo(5);
        assertThat(found.atCut()).isEqualTo(new Evaluation.Point(.9, 2, 1, .4, 4 / 7.0));
        assertThat(found.best()).isEqualTo(new Evaluation.Point(.6, 4, .75, .6, 6 / 9.0));
        assertThat(found.recallAtPrecision()).hasValueCloseTo(.4, within(1e-12));
        assertThat(found.curve()).extracting(Evaluation.Point::links).containsExactly(1, 2, 4, 5);
    }

    @Test
    void without_a_right_link_there_is_no_recall_to_speak_of() {
        var found = Evaluation.of(List.of(link(0, 1, .9)), .5, new Known(Map.of(0, 2)));
        assertThat(found.recallAtPrecision()).isEmpty();
        assertThat(found.atCut().precision()).isZero();
        assertThat(found.best().f1()).isZero();
        assertThat(Evaluation.of(List.of(), .5, new Known(Map.of())).atCut())
                .isEqualTo(new Evaluation.Point(1, 0, 1, 1, 0));
    }

    @Test
    void a_long_curve_keeps_its_ends() {
        var links = new ArrayList<Link>();
        IntStream.range(0, 5_000).forEach(i -> links.add(link(i, i, 1 - i / 10_000.0)));
        var found = Evaluation.of(links, .5, new Known(Map.of(0, 0)));
        assertThat(found.curve()).hasSizeBetween(Evaluation.POINTS / 2, Evaluation.POINTS);
        assertThat(found.curve().getFirst().links()).isEqualTo(1);
        assertThat(found.curve().getLast().links()).isEqualTo(5_000);
    }
}
