package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlipsTest {

    @Test
    void a_typing_slip_changes_a_name_a_little() {
        for (int i = 0; i < 2000; i++) {
            var slipped = Typing.slip("Okonkwo", dice(i));
            assertThat(slipped).isNotEqualTo("Okonkwo");
            assertThat(slipped.length()).isBetween(6, 8);
            assertThat(slipped).containsPattern("^[A-Za-z]+$");
        }
    }

    @Test
    void a_name_too_short_to_slip_in_stays() {
        assertThat(Typing.slip("Li", dice(1))).isEqualTo("Li");
    }

    @Test
    void a_slip_in_a_postcode_leaves_a_postcode() {
        for (int i = 0; i < 500; i++) {
            assertThat(Typing.slipInPostcode("KM12 3AB", dice(i)))
                    .isNotEqualTo("KM12 3AB")
                    .matches("KM12 [0-9][ABD-HJLNP-UW-Z]{2}");
        }
    }

    @Test
    void day_and_month_change_places_only_where_there_is_such_a_day() {
        assertThat(Misdating.swapped(LocalDate.of(2010, 3, 12))).contains(LocalDate.of(2010, 12, 3));
        assertThat(Misdating.swapped(LocalDate.of(2010, 3, 13))).isEmpty();
        assertThat(Misdating.swapped(LocalDate.of(2010, 4, 4))).isEmpty();
    }

    @Test
    void one_digit_off_is_one_digit_off() {
        for (int i = 0; i < 2000; i++) {
            var date = LocalDate.of(2012, 2, 29);
            var wrong = Misdating.oneDigitOff(date, dice(i)).orElseThrow().toString();
            assertThat(IntStream.range(0, 10)
                            .filter(place ->
                                    wrong.charAt(place) != date.toString().charAt(place)))
                    .hasSize(1);
        }
    }

    @Test
    void the_29th_of_february_has_no_year_off_that_is_no_leap_year() {
        assertThat(Misdating.yearOff(LocalDate.of(2012, 2, 29), dice(1))).isEmpty();
    }

    @Test
    void names_lose_their_accents_and_strokes() {
        assertThat(Punctuation.withoutAccents("Łukasz Żukauskienė")).isEqualTo("Lukasz Zukauskiene");
        assertThat(Punctuation.withoutAccents("Yılmaz")).isEqualTo("Yilmaz");
        assertThat(Punctuation.withoutAccents("O'Brien")).isEqualTo("O'Brien");
    }

    @Test
    void an_apostrophe_is_left_out_or_exchanged() {
        var ways = new HashSet<String>();
        IntStream.range(0, 100).forEach(i -> ways.add(Punctuation.changed("O'Brien", dice(i))));
        assertThat(ways).containsExactlyInAnyOrder("OBrien", "O Brien", "O’Brien");
    }

    @Test
    void half_of_a_double_name_is_one_of_its_halves() {
        var ways = new HashSet<String>();
        IntStream.range(0, 100).forEach(i -> ways.add(Punctuation.half("Smith-Okafor", dice(i))));
        assertThat(ways).containsExactlyInAnyOrder("Smith", "Okafor");
        assertThat(Punctuation.half("Al-Masri", dice(1))).isEqualTo("Al-Masri");
    }

    @Test
    void there_are_more_than_150_nicknames_and_spellings_go_both_ways() {
        var names = new OtherNames(Kind.DEFAULT);
        long pairs = WordLists.read("nicknames.txt").lists().values().stream()
                .mapToLong(java.util.List::size)
                .sum();
        assertThat(pairs).isGreaterThan(150);
        assertThat(names.nicknames("Margaret")).contains("Peggy");
        assertThat(names.spellings("Mohammed")).contains("Muhammad").doesNotContain("Mohammed");
        assertThat(names.spellings("Muhammad")).contains("Mohammed");
    }

    private static Dice dice(int i) {
        return Dice.of(9, Purpose.TEAM_WRITES, i);
    }
}
