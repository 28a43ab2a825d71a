package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kinmark.linkage.NhsNumber;

/// Ids, NHS Numbers, postcodes and chance itself.
class NumbersTest {

    @Test
    void nhs_numbers_begin_with_999_until_these_run_out_and_then_with_998() {
        var numbers = new NhsNumbers(1);
        var seen = new HashSet<String>();
        for (int person = 0; person < 1_000_000; person++) {
            seen.add(numbers.of(person));
        }
        assertThat(seen).hasSize(1_000_000);
        long first = seen.stream().filter(number -> number.startsWith("999")).count();
        long allValid = IntStream.range(999_000_000, 1_000_000_000)
                .filter(nine -> NhsNumber.checkDigit(nine) < 10)
                .count();
        assertThat(first).isEqualTo(allValid);
        assertThat(seen.stream().filter(number -> number.startsWith("998"))).hasSize((int) (1_000_000 - allValid));
    }

    @Test
    void every_nhs_number_has_its_check_digit() {
        var numbers = new NhsNumbers(2);
        for (int person = 900_000; person < 920_000; person++) {
            assertThat(NhsNumber.parse(numbers.of(person))).isPresent();
        }
    }

    @Test
    void opaque_ids_do_not_meet_and_are_safe_in_a_path() {
        var ids = new OpaqueIds('p', 1, 4);
        var seen = new HashSet<String>();
        for (int i = 0; i < 300_000; i++) {
            seen.add(ids.of(i));
        }
        assertThat(seen).hasSize(300_000).allMatch(id -> id.matches("p[0-9a-z]{7}"));
    }

    @Test
    void postcodes_have_the_shape_of_real_ones_in_an_area_that_is_none() {
        var postcodes = new Postcodes(1, 1, 1_000_000);
        var sectors = new HashSet<Integer>();
        for (int i = 0; i < 20_000; i++) {
            int postcode = postcodes.near(0, Dice.of(1, Purpose.HOUSEHOLD, i));
            assertThat(postcodes.written(postcode)).matches("KM[1-9][0-9]? [1-9][ABD-HJLNP-UW-Z]{2}");
            sectors.add(postcodes.sector(postcode));
        }
        assertThat(sectors).hasSizeBetween(300, 891);
    }

    @Test
    void no_two_places_have_one_postcode() {
        var postcodes = new Postcodes(1, 1, 80_000_000);
        var seen = new HashSet<String>();
        IntStream.range(0, 356_400).forEach(i -> seen.add(postcodes.written(i)));
        assertThat(seen).hasSize(356_400);
    }

    @Test
    void chance_is_even() {
        var dice = Dice.of(3, Purpose.HELD, 1);
        var counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[dice.below(10)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> count > 9_500 && count < 10_500);
    }

    @Test
    void streams_of_different_indexes_and_purposes_are_different() {
        var first = new HashSet<Long>();
        for (int i = 0; i < 1000; i++) {
            first.add(Dice.of(1, Purpose.HELD, i).bits());
            first.add(Dice.of(1, Purpose.HELD, i, 0).bits());
            first.add(Dice.of(1, Purpose.HELD, 0, i + 1).bits());
            first.add(Dice.of(1, Purpose.MOVED, i).bits());
            first.add(Dice.of(2, Purpose.HELD, i).bits());
        }
        assertThat(first).hasSize(5000);
    }

    @Test
    void exactly_as_many_are_chosen_as_were_wanted() {
        var taken = Dice.of(1, Purpose.HEALTH, 0).choose(71, 100);
        assertThat(IntStream.range(0, 100).filter(i -> taken[i])).hasSize(71);
    }

    @Test
    void the_first_of_ranked_words_comes_most_often_and_every_one_comes() {
        var ranked = new Ranked<>(List.of("a", "b", "c"), 0);
        var dice = Dice.of(1, Purpose.HEALTH, 1);
        var seen = new ArrayList<String>();
        IntStream.range(0, 6000).forEach(_ -> seen.add(ranked.pick(dice)));
        assertThat(seen.stream().filter("a"::equals).count()).isBetween(3000L, 3550L);
        assertThat(seen).contains("b", "c");
    }

    @Test
    void there_is_one_area_wide_service_for_each_discipline() {
        assertThat(Discipline.values()).hasSize(Order.FEWEST_SERVICES);
        var many = Services.of(1500, 1);
        assertThat(many.areaWide()).hasSize(6);
        assertThat(many.practices()).extracting(Service::name).doesNotHaveDuplicates();
    }
}
