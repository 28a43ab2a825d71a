package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The slips of the kinds that differ from the usual.
class OtherSlipsTest {

    @Test
    void letters_are_taken_for_others_in_either_direction_and_keep_their_case() {
        var sounds = new Substitutions("sounds.txt");
        assertThat(ways(dice -> sounds.once("Philip", dice)))
                .contains("Filip", "Phillip")
                .doesNotContain("Philip");
        assertThat(ways(dice -> sounds.once("Fay", dice))).contains("Phay", "Fai");
        assertThat(sounds.once("Jj", dice(1))).isEqualTo("Jj");
    }

    @Test
    void what_was_written_by_hand_is_misread() {
        var handwriting = new Substitutions("handwriting.txt");
        assertThat(ways(dice -> handwriting.once("Carney", dice))).contains("Camey");
    }

    @Test
    void a_fumbled_name_is_another_and_begins_as_it_did() {
        for (var name : ways(dice -> Fumbling.slip("Abbott", dice))) {
            assertThat(name).isNotEqualTo("Abbott").startsWith("A").hasSizeBetween(4, 8);
        }
        assertThat(ways(dice -> Fumbling.slip("Abbott", dice))).contains("Abott", "Abtt", "Aobbtt", "Abbltt");
        assertThat(Fumbling.slip("Eve", dice(1))).isEqualTo("Eve");
    }

    /// So that a kind with other slips really has others.
    @Test
    void no_fumbled_name_of_one_letter_changed_is_one_that_the_usual_slips_make() {
        var usual = ways(dice -> Typing.slip("Trent", dice));
        assertThat(ways(dice -> Fumbling.slip("Trent", dice)))
                .filteredOn(name -> name.length() == "Trent".length())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(usual);
    }

    @Test
    void a_postcode_turned_round_has_its_last_two_letters_in_each_others_place() {
        assertThat(Fumbling.turnedRound("KM12 3AB")).isEqualTo("KM12 3BA");
    }

    @Test
    void a_day_or_a_year_is_turned_round_only_where_there_is_such_a_day() {
        assertThat(OtherMisdating.dayTurnedRound(LocalDate.of(2010, 5, 12))).contains(LocalDate.of(2010, 5, 21));
        assertThat(OtherMisdating.dayTurnedRound(LocalDate.of(2010, 5, 14))).isEmpty();
        assertThat(OtherMisdating.dayTurnedRound(LocalDate.of(2010, 5, 11))).isEmpty();
        assertThat(OtherMisdating.dayTurnedRound(LocalDate.of(2010, 2, 3))).isEmpty();
        assertThat(OtherMisdating.yearTurnedRound(LocalDate.of(1978, 3, 4))).contains(LocalDate.of(1987, 3, 4));
        assertThat(OtherMisdating.yearTurnedRound(LocalDate.of(1977, 3, 4))).isEmpty();
    }

    @Test
    void a_date_beside_is_a_day_or_a_month_off() {
        var dates = IntStream.range(0, 200)
                .mapToObj(i -> OtherMisdating.beside(LocalDate.of(2010, 3, 31), dice(i)))
                .collect(Collectors.toSet());
        assertThat(dates)
                .containsExactlyInAnyOrder(
                        LocalDate.of(2010, 3, 30),
                        LocalDate.of(2010, 4, 1),
                        LocalDate.of(2010, 2, 28),
                        LocalDate.of(2010, 4, 30));
    }

    @Test
    void letters_beyond_english_are_garbled_and_english_ones_never() {
        var slips = new OtherSlips("KM1 1AA");
        assertThat(ways(dice -> slips.garbled("Zoë", new Writing(dice, false, Kind.HELD_OUT))))
                .containsExactlyInAnyOrder("Zoë", "ZoÃ«", "Zo?");
        assertThat(ways(dice -> slips.garbled("Zoe", new Writing(dice, false, Kind.HELD_OUT))))
                .containsExactly("Zoe");
    }

    @Test
    void the_usual_slips_of_fingers_and_dates_do_not_happen_where_others_do() {
        assertThat(Slip.FAMILY_NAME_MISTYPED.rate(false, Kind.OTHER_SLIPS)).isZero();
        assertThat(Slip.DAY_AND_MONTH_SWAPPED.rate(true, Kind.HELD_OUT)).isZero();
        assertThat(Slip.HOUSEHOLD_MOVED.rate(false, Kind.OTHER_SLIPS)).isPositive();
        assertThat(Slip.FAMILY_NAME_MISTYPED.rate(false, Kind.MANY_LANGUAGES)).isPositive();
    }

    /// What is held out would not be, if the usual lists had it.
    @Test
    void the_lists_of_many_languages_have_no_given_or_family_name_of_the_usual_ones() {
        var usual =
                Cultures.USUAL.stream().flatMap(name -> names(name).stream()).collect(Collectors.toSet());
        var other =
                Cultures.OTHER.stream().flatMap(name -> names(name).stream()).collect(Collectors.toSet());
        assertThat(other).hasSizeGreaterThan(1500);
        assertThat(usual).hasSizeGreaterThan(2500);
        assertThat(other).doesNotContainAnyElementsOf(usual);
    }

    @Test
    void short_forms_and_spellings_of_many_languages_belong_to_their_names() {
        var names = new OtherNames(Kind.MANY_LANGUAGES);
        assertThat(names.nicknames("Erzsébet")).contains("Bözsi");
        assertThat(names.spellings("Abdelkader")).contains("Abd El Kader");
        assertThat(names.nicknames("Margaret")).isEmpty();
        var all = Cultures.OTHER.stream().flatMap(name -> names(name).stream()).collect(Collectors.toSet());
        assertThat(all)
                .containsAll(WordLists.read("names/other/short-forms.txt").lists().keySet().stream()
                        .map(name -> name.replace('_', ' '))
                        .map(name -> "given " + name)
                        .toList());
    }

    /// Each name of a culture with what it is.
    private static Set<String> names(String culture) {
        var names = new HashSet<String>();
        WordLists.read("names/" + culture + ".txt").lists().forEach((key, words) -> {
            if (key.startsWith("male") || key.startsWith("female")) {
                words.forEach(word -> names.add("given " + word));
            } else if (key.equals("surname")) {
                words.forEach(word -> names.add("family " + Surname.parse(word).male()));
            }
        });
        return names;
    }

    private static Set<String> ways(Function<Dice, String> slip) {
        return IntStream.range(0, 400).mapToObj(i -> slip.apply(dice(i))).collect(Collectors.toSet());
    }

    private static Dice dice(int i) {
        return Dice.of(9, Purpose.TEAM_WRITES, i);
    }
}
