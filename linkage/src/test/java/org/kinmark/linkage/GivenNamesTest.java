package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against counting each pair by itself.
class GivenNamesTest {

    private static final int PEOPLE = 600;

    /// Doris is born before 1940 and Chloe after 1990; Sam is of any time, and of either sex.
    private static List<String> rows() {
        var random = new Random(7);
        var rows = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            boolean old = random.nextBoolean();
            boolean isSam = random.nextInt(3) == 0;
            rows.add("|%s|Field|%d-05-17|%s|"
                    .formatted(
                            isSam ? "Sam" : old ? "Doris" : "Chloe",
                            (old ? 1930 : 1991) + random.nextInt(9),
                            isSam && random.nextBoolean() ? "M" : "F"));
        }
        rows.add("||Field|1991-01-01|F|");
        rows.add("|Sam|Field|||");
        return rows;
    }

    private final Values values = new Values();
    private final People people = People.first(Rows.of(rows()), values);
    private final GivenNames names = new GivenNames(values.names.size());

    GivenNamesTest() {
        names.count(people);
    }

    @Test
    void names_of_a_time_are_common_among_its_people_and_rare_among_others() {
        double third = 1 / 3.0;
        assertThat(names.ofItsTime(people.given()[of("Doris")], 1935_01_01, third))
                .isCloseTo(2, within(.15));
        assertThat(names.ofItsTime(people.given()[of("Doris")], 1995_01_01, third))
                .isLessThan(.2);
        assertThat(names.ofItsTime(people.given()[of("Sam")], 1995_01_01, third))
                .isCloseTo(1, within(.15));
        // Too few to know.
        assertThat(names.ofItsTime(people.given()[of("Doris")], 1960_01_01, third))
                .isEqualTo(1);
    }

    private int of(String name) {
        for (int i = 0; i < people.size(); i++) {
            if (rows().get(i).contains(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Test
    void two_of_one_age_have_one_name_and_two_of_one_name_one_sex_as_often_as_counting_says() {
        double pairs = 0;
        double sameName = 0;
        double pairsOfOneAge = 0;
        double sameNameOfOneAge = 0;
        double sexesKnown = 0;
        double sameSex = 0;
        for (int i = 0; i < PEOPLE; i++) {
            for (int j = 0; j < PEOPLE; j++) {
                boolean name = people.given()[i] == people.given()[j];
                boolean age = people.birth(i) / 100_000 == people.birth(j) / 100_000;
                pairs += i != j ? 1 : 0;
                sameName += i != j && name ? 1 : 0;
                pairsOfOneAge += i != j && age ? 1 : 0;
                sameNameOfOneAge += i != j && age && name ? 1 : 0;
                sexesKnown += i != j && name ? 1 : 0;
                sameSex += i != j && name && people.sex(i) == people.sex(j) ? 1 : 0;
            }
        }
        assertThat(names.ofOneAge(sameName / pairs))
                .isCloseTo(sameNameOfOneAge / pairsOfOneAge / (sameName / pairs), within(1e-4))
                .isGreaterThan(1.3);
        // Started from 500 pairs that are believed to be so.
        assertThat(names.ofOneSex(.97))
                .isCloseTo((sameSex + 500 * .97) / (sexesKnown + 500), within(1e-9))
                .isBetween(.5, .95);
    }
}
