package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparerTest {

    @ParameterizedTest
    @CsvSource({
        "19840312, 19840312, 1",
        "19840312, 19841203, 2",
        "19840312, 19840313, 3",
        "19840312, 19480312, 3",
        "19840312, 19840321, 3",
        "19840312, 19840329, 4",
        "19840312, 19851203, 6",
        "19840312, 19840927, 5",
        "19840312, 19670312, 4",
        "19840312, 19671109, 6",
        "0, 19671109, 0"
    })
    void tells_how_near_two_dates_are(int a, int b, int level) {
        assertThat(BirthDates.level(a, b)).isEqualTo(level).isEqualTo(BirthDates.level(b, a));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Sarah|sarah|1",
                "Elizabeth|Beth|2",
                "Liz|Betty|2",
                "Mohammed|Muhammad|2",
                "Mary Jane|Mary|2",
                "Anne-Marie|Annemarie|2",
                "Jonathan|Jonathen|3",
                "J|Jonathan|4",
                "Sarah|Peter|5",
                "-|Peter|0"
            })
    void tells_how_near_two_given_names_are(String a, String b, int level) {
        assertThat(level(Comparison.GIVEN_NAME, Column.GIVEN_NAME, a, b)).isEqualTo(level);
        assertThat(level(Comparison.GIVEN_NAME, Column.GIVEN_NAME, b, a)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QX1 2AB|QX12AB|1",
                "QX1 2AB|QX1 3AB|2",
                "QX1 2AB|QX1 2BA|3",
                "QX1 2AB|QX1 2CD|3",
                "QX1 2AB|QX1 9CD|4",
                "QX1 2AB|QX7 9CD|5"
            })
    void tells_how_near_two_postcodes_are(String a, String b, int level) {
        assertThat(level(Comparison.POSTCODE, Column.POSTCODE, a, b)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "QX1 2AB, QX1 2AB, Oakley, Oakley, 0",
        "QX1 2AB, QX7 9CD, Oakley, oakley, 1",
        "QX1 2AB, QX7 9CD, Oakley, Elmham, 2",
        "'', QX7 9CD, Oakley, Oakley, 3",
        "QX1 2AB, '', Oakley, Elmham, 4",
        "QX1 2AB, QX7 9CD, Oakley, '', 0"
    })
    void a_town_is_read_where_postcodes_are_not_the_same(
            String postcode, String otherPostcode, String town, String otherTown, int level) {
        int pattern = pattern(living(postcode, town), living(otherPostcode, otherTown), 0, 0);
        assertThat(Comparison.TOWN.level(pattern)).isEqualTo(level);
    }

    private static Records living(String postcode, String town) {
        return Records.builder(EnumSet.of(Column.POSTCODE, Column.TOWN))
                .set(Column.POSTCODE, postcode)
                .set(Column.TOWN, town)
                .end()
                .build();
    }

    @ParameterizedTest
    @CsvSource({"F, female, 1", "1, M, 1", "male, F, 2", "other, F, 0", "9, 9, 0", "unknown, F, 0", "?, F, 0"})
    void other_and_unknown_are_no_evidence_of_sex(String a, String b, int level) {
        assertThat(level(Comparison.SEX, Column.SEX, a, b)).isEqualTo(level);
    }

    @Test
    void names_in_each_others_place_are_one_event() {
        var left = Rows.of("|Okafor|Grace|1990-01-01|F|QX1 2AB");
        var right = Rows.of("|Grace|Okafor|1990-01-01|F|QX1 2AB", "|Grace|Okafar|1990-01-01|F|QX1 2AB");
        for (int r = 0; r < 2; r++) {
            int pattern = pattern(left, right, 0, r);
            assertThat(Comparison.GIVEN_NAME.level(pattern)).isEqualTo(6);
            assertThat(Comparison.FAMILY_NAME.level(pattern)).isZero();
        }
    }

    @Test
    void one_name_in_the_place_of_the_other_is_told_apart_from_both() {
        var left = Rows.of("|Okafor|Grace|1990-01-01|F|QX1 2AB");
        var right = Rows.of("|Grace|Mensah|1990-01-01|F|QX1 2AB", "|Peter|Okafor|1990-01-01|F|QX1 2AB");
        for (int r = 0; r < 2; r++) {
            int pattern = pattern(left, right, 0, r);
            assertThat(Comparison.GIVEN_NAME.level(pattern)).isEqualTo(7);
            assertThat(Comparison.FAMILY_NAME.level(pattern)).isZero();
        }
        var missing = Rows.of("||Grace|1990-01-01|F|QX1 2AB");
        assertThat(Comparison.GIVEN_NAME.level(pattern(missing, Rows.of("|Peter||1990-01-01|F|QX1 2AB"), 0, 0)))
                .isZero();
    }

    @Test
    void every_level_comes_back_out_of_a_pattern() {
        for (var comparison : Comparison.values()) {
            for (int level = 0; level <= comparison.size(); level++) {
                int pattern = comparison.at(level);
                assertThat(comparison.level(pattern)).isEqualTo(level);
                for (var other : EnumSet.complementOf(EnumSet.of(comparison))) {
                    assertThat(other.level(pattern)).isZero();
                }
            }
        }
    }

    private static int level(Comparison comparison, Column column, String a, String b) {
        return comparison.level(pattern(one(column, a), one(column, b), 0, 0));
    }

    private static Records one(Column column, String value) {
        return Records.builder(EnumSet.of(column))
                .set(column, value == null ? "" : value)
                .end()
                .build();
    }

    private static int pattern(Records left, Records right, int l, int r) {
        var values = new Values();
        var a = People.of(left, values);
        var b = People.of(right, values);
        values.derive();
        return new Comparer(values, Parts.of(values, a), Parts.of(values, b)).pattern(l, r);
    }
}
