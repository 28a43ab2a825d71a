package org.kinmark.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcceptCutTest {

    @Test
    void the_lowest_probability_is_taken_at_which_all_accepted_are_precise_enough() {
        assertThat(AcceptCut.of(List.of(0.9995, 0.9999, 0.998, 0.99))).isEqualTo(0.998);
    }

    @Test
    void many_certain_links_carry_a_weak_one_but_none_below_its_floor() {
        var certain = Collections.nCopies(1_000, 0.99999);
        assertThat(AcceptCut.of(with(certain, 0.96))).isEqualTo(0.96);
        assertThat(AcceptCut.of(with(certain, 0.95))).isEqualTo(0.95);
        assertThat(AcceptCut.of(with(certain, 0.9499))).isEqualTo(0.99999);
    }

    @Test
    void links_of_one_probability_are_accepted_together_or_not_at_all() {
        var certain = Collections.nCopies(100, 0.99999);
        assertThat(AcceptCut.of(with(certain, 0.96))).isEqualTo(0.96);
        assertThat(AcceptCut.of(with(certain, 0.96, 0.96, 0.96))).isEqualTo(0.99999);
    }

    @Test
    void where_no_link_is_certain_enough_none_is_accepted() {
        assertThat(AcceptCut.of(List.of(0.99, 0.98))).isInfinite();
        assertThat(AcceptCut.of(List.of())).isInfinite();
    }

    private static List<Double> with(List<Double> certain, Double... more) {
        return Stream.concat(certain.stream(), Stream.of(more)).toList();
    }
}
