package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OtherCompositionsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);

    private final Compositions compositions = Compositions.of(Kind.OTHER_HOUSEHOLDS, AS_OF);

    @Test
    void a_family_has_as_many_people_as_were_asked_for_whatever_its_shape() {
        for (int i = 0; i < 3000; i++) {
            int size = 1 + i % 9;
            assertThat(compositions.family(dice(i), size)).hasSize(size);
        }
    }

    @Test
    void nobody_is_born_after_the_date_or_older_than_a_hundred_and_five() {
        for (var household : atLarge()) {
            for (var place : household) {
                assertThat(place.birth()).isBeforeOrEqualTo(AS_OF);
                assertThat(Ages.between(place.birth(), AS_OF)).isLessThan(105);
            }
        }
    }

    @Test
    void children_are_younger_than_who_brings_them_up() {
        for (var household : atLarge()) {
            var first = household.getFirst();
            for (var place : household) {
                if (first.role() == Role.PARENT && (place.role() == Role.CHILD || place.role() == Role.STEPCHILD)) {
                    assertThat(Ages.between(first.birth(), place.birth())).isBetween(16, 60);
                }
            }
        }
    }

    @Test
    void about_a_third_of_children_have_another_parent_than_those_with_whom_they_live() {
        long anothers = count(Role.STEPCHILD);
        assertThat((double) anothers / (anothers + count(Role.CHILD))).isBetween(0.25, 0.45);
    }

    @Test
    void some_households_are_of_four_generations_and_some_homes_of_many_residents() {
        assertThat(atLarge()).anySatisfy(household -> {
            assertThat(household).extracting(Place::role).contains(Role.CHILD, Role.PARENT, Role.RELATIVE);
            assertThat(household)
                    .filteredOn(place -> place.role() == Role.GRANDPARENT)
                    .hasSizeGreaterThan(2);
        });
        assertThat(atLarge())
                .anySatisfy(household ->
                        assertThat(household).hasSizeGreaterThan(19).allMatch(place -> place.role() == Role.RESIDENT));
    }

    private long count(Role role) {
        return atLarge().stream()
                .flatMap(List::stream)
                .filter(place -> place.role() == role)
                .count();
    }

    private List<List<Place>> atLarge() {
        return IntStream.range(0, 3000)
                .mapToObj(i -> compositions.household(dice(i)))
                .toList();
    }

    private static Dice dice(int i) {
        return Dice.of(5, Purpose.HOUSEHOLD, i);
    }
}
