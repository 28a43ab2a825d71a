package org.kinmark.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against counting each pair by itself.
class FullNamesTest {

    private static final List<String> NAMES = List.of("", "Ada", "James", "Kelly", "Omar", "Thomas");
    private static final int PEOPLE = 300;

    private final Values values = new Values();
    private final People people = People.first(records(), values);

    private static Records records() {
        var random = new Random(5);
        var records = Records.builder(EnumSet.of(Column.GIVEN_NAME, Column.FAMILY_NAME));
        for (int i = 0; i < PEOPLE; i++) {
            // "Ada" is never a family name, nor "Omar" a given one.
            records.set(Column.GIVEN_NAME, NAMES.get(List.of(0, 1, 2, 3, 5).get(random.nextInt(5))))
                    .set(Column.FAMILY_NAME, NAMES.get(List.of(0, 2, 3, 4, 5).get(random.nextInt(5))))
                    .end();
        }
        return records.build();
    }

    private boolean isWhole(int i) {
        return people.given()[i] != 0 && people.family()[i] != 0;
    }

    private int[] countsOf(int[] column) {
        int[] counts = new int[values.names.size()];
        for (int code : column) {
            counts[code]++;
        }
        return counts;
    }

    @Test
    void counts_each_full_name_and_the_pairs_of_one_name_and_of_names_turned_round() {
        try (var workers = new Workers(2)) {
            var names = new FullNames(0, workers);
            assertThat(names.count(people)).isBetween(1L, PEOPLE - 1L);
            double agreeing = 0;
            double exchanged = 0;
            for (int i = 0; i < PEOPLE; i++) {
                long same = isWhole(i) ? 1 : 0;
                for (int j = 0; j < PEOPLE; j++) {
                    if (i != j && isWhole(i) && isWhole(j)) {
                        int given = people.given()[j];
                        int family = people.family()[j];
                        same += given == people.given()[i] && family == people.family()[i] ? 1 : 0;
                        agreeing += given == people.given()[i] && family == people.family()[i] ? 1 : 0;
                        exchanged +=
                                given != family && given == people.family()[i] && family == people.given()[i] ? 1 : 0;
                    }
                }
                assertThat(names.of(people.given()[i], people.family()[i])).isEqualTo(same);
            }
            assertThat(names.agreeingPairs()).isEqualTo(agreeing).isPositive();
            assertThat(names.exchangedPairs(countsOf(people.given()), countsOf(people.family())))
                    .isEqualTo(exchanged)
                    .isPositive();
        }
    }
}
