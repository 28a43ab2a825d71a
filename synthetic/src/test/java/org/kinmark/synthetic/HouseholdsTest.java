package org.kinmark.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kinmark.linkage.Sex;

class HouseholdsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);

    private final Households households = new Households(1, Kind.DEFAULT, AS_OF, new Postcodes(1, 4, 40_000));
    private final Compositions compositions = Compositions.of(Kind.DEFAULT, AS_OF);

    @Test
    void a_family_has_as_many_people_as_were_asked_for_numbered_without_gaps() {
        for (int size = 1; size <= 9; size++) {
            var family = households.family(17, size, 0, 100);
            assertThat(family).extracting(Person::number).containsExactlyElementsOf(numbers(100, size));
        }
    }

    @Test
    void nobody_is_a_parent_before_16_or_after_45() {
        for (int i = 0; i < 3000; i++) {
            var dice = Dice.of(5, Purpose.FAMILY, i);
            var places = i % 2 == 0 ? compositions.household(dice) : compositions.family(dice, 2 + i % 8);
            for (var parent : places) {
                for (var child : places) {
                    boolean isParent = parent.role() == Role.PARENT || parent.role() == Role.PARTNER;
                    if (isParent && child.role() == Role.CHILD) {
                        assertThat(Ages.between(parent.birth(), child.birth())).isBetween(16, 45);
                    }
                }
            }
        }
    }

    @Test
    void nobody_is_born_after_the_date_or_older_than_a_hundred() {
        for (var person : atLarge(3000)) {
            assertThat(person.age(AS_OF)).isBetween(0, 105);
            assertThat(person.birth()).isBeforeOrEqualTo(AS_OF);
        }
    }

    @Test
    void ages_are_those_of_a_country() {
        var people = atLarge(4000);
        assertThat(share(people, 0, 17)).isBetween(0.16, 0.27);
        assertThat(share(people, 65, 120)).isBetween(0.12, 0.25);
    }

    @Test
    void most_relatives_share_a_family_name_and_all_a_home() {
        int shared = 0;
        for (int i = 0; i < 1000; i++) {
            var family = households.family(i, 3, 0, 0);
            assertThat(family.stream().map(Person::home).distinct()).hasSize(1);
            if (family.stream().map(Person::family).distinct().count() == 1) {
                shared++;
            }
        }
        assertThat(shared).isBetween(400, 850);
    }

    @Test
    void some_sons_bear_their_fathers_name_and_no_siblings_bear_one() {
        int namesakes = 0;
        for (int i = 0; i < 3000; i++) {
            var family = households.family(i, 5, 0, 0);
            var given = family.stream().map(Person::given).collect(Collectors.groupingBy(name -> name));
            for (var name : given.values()) {
                if (name.size() > 1) {
                    namesakes++;
                }
            }
        }
        assertThat(namesakes).isBetween(20, 400);
    }

    @Test
    void women_often_bore_another_name_at_birth_and_men_seldom() {
        var people = atLarge(3000);
        assertThat(renamed(people, Sex.FEMALE)).isGreaterThan(0.2);
        assertThat(renamed(people, Sex.MALE)).isLessThan(0.06);
    }

    @Test
    void names_are_many_and_some_are_common() {
        var people = atLarge(20_000);
        assertThat(people.stream().map(Person::family).distinct()).hasSizeGreaterThan(5000);
        assertThat(people.stream().map(Person::given).distinct()).hasSizeGreaterThan(1200);
        long smiths = people.stream()
                .filter(person -> person.family().equals("Smith"))
                .count();
        assertThat((double) smiths / people.size()).isBetween(0.004, 0.02);
    }

    @Test
    void names_of_a_culture_go_together_and_have_their_letters() {
        var people = atLarge(20_000);
        assertThat(people).anyMatch(person -> person.family().endsWith("ska") && person.sex() == Sex.FEMALE);
        assertThat(people).noneMatch(person -> person.family().endsWith("owska") && person.sex() == Sex.MALE);
        assertThat(people).anyMatch(person -> person.family().startsWith("O'"));
        assertThat(people).anyMatch(person -> person.family().contains("-"));
        assertThat(people).anyMatch(person -> person.given().chars().anyMatch(c -> c > 127));
        assertThat(people)
                .filteredOn(person -> person.family().equals("Hussain"))
                .extracting(Person::given)
                .containsAnyOf("Mohammed", "Muhammad", "Ali", "Fatima", "Aisha");
    }

    @Test
    void names_fit_the_time_of_birth() {
        var people = atLarge(20_000);
        assertThat(share(
                        people.stream()
                                .filter(p -> p.given().equals("Margaret"))
                                .toList(),
                        60,
                        120))
                .isGreaterThan(0.8);
        assertThat(share(people.stream().filter(p -> p.given().equals("Olivia")).toList(), 0, 45))
                .isGreaterThan(0.7);
    }

    private List<Person> atLarge(int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> households.atLarge(1L << 32 | i, i % 4, 0).stream())
                .toList();
    }

    private static List<Integer> numbers(int first, int count) {
        return IntStream.range(first, first + count).boxed().toList();
    }

    private static double share(List<Person> people, int from, int to) {
        long count = people.stream()
                .filter(person -> person.age(AS_OF) >= from && person.age(AS_OF) <= to)
                .count();
        return (double) count / new HashSet<>(people).size();
    }

    private static double renamed(List<Person> people, Sex sex) {
        var all = people.stream().filter(person -> person.sex() == sex).toList();
        long renamed = all.stream()
                .filter(person -> !person.family().equals(person.formerFamily()))
                .count();
        return (double) renamed / all.size();
    }
}
