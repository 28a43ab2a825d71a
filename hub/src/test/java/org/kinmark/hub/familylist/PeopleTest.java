package org.kinmark.hub.familylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.Shielded;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;

/// Who is taken for one person in a whole import: the same names and birth date where that is no coincidence.
class PeopleTest {

    private static final LocalDate BORN = LocalDate.of(1990, 5, 17);

    private final Random random = new Random(7);
    private final List<FamilyMember> rows = new ArrayList<>();

    private int row(String family, String name, LocalDate born, String postcode, String practice) {
        return row(family, name, born, postcode, practice, null);
    }

    private int row(
            String family, String name, LocalDate born, String postcode, String practice, @Nullable String number) {
        return row(family, name, born, postcode, practice, number, Sex.UNKNOWN);
    }

    private int row(
            String family,
            String name,
            LocalDate born,
            String postcode,
            String practice,
            @Nullable String number,
            Sex sex) {
        var names = name.split(" ");
        var identity = new Identity(
                number == null ? null : NhsNumber.parse(number).orElseThrow(), names[0], names[1], born, sex, postcode);
        rows.add(new FamilyMember(family, "p" + rows.size(), identity, practice, Shielded.NO, Set.of()));
        return rows.size() - 1;
    }

    /// Three hundred people called Sam Jones among two thousand others, each elsewhere.
    private void crowd() {
        for (int i = 0; i < 2_300; i++) {
            row("C" + i, i < 300 ? "Sam Jones" : "Given" + i + " Other" + i, aDay(), "ZZ" + i + " 1AA", "Z" + i);
        }
    }

    private LocalDate aDay() {
        return LocalDate.of(1960, 1, 1).plusDays(random.nextInt(22_000));
    }

    private UUID[] keys(List<StoredMember> stored) {
        return People.of(rows).keys(stored, UUID::randomUUID).of();
    }

    @Test
    void strangers_with_a_common_name_and_one_birth_date_are_two_people() {
        crowd();
        int one = row("F1", "Sam Jones", BORN, "SE15 1AA", "A81001");
        int other = row("F2", "Sam Jones", BORN, "SE22 8BB", "A81002");
        var keys = keys(List.of());
        assertThat(keys[one]).isNotEqualTo(keys[other]);
    }

    @Test
    void with_the_same_postcode_practice_or_number_they_are_one() {
        crowd();
        int one = row("F1", "Sam Jones", BORN, "SE15 1AA", "A81001", "9000000009");
        int sameHome = row("F2", "sam JONES", BORN, "se151aa", "A81002");
        int samePractice = row("F3", "Sam Jones", BORN, "SE22 8BB", "A81001");
        int sameNumber = row("F4", "Samuel Johns", BORN, "", "", "9000000009");
        int otherNumber = row("F5", "Sam Jones", BORN, "SE15 1AA", "A81001", "9000000017");
        var keys = keys(List.of());
        assertThat(List.of(keys[sameHome], keys[samePractice], keys[sameNumber]))
                .containsOnly(keys[one]);
        assertThat(keys[otherNumber]).isNotEqualTo(keys[one]);
    }

    /// Whoever wants a family of one to pass for two enters her twice, and nothing but the names and the date alike.
    @Test
    void within_a_family_nothing_more_is_needed() {
        crowd();
        int one = row("F1", "Sam Jones", BORN, "SE15 1AA", "A81001", null, Sex.FEMALE);
        int other = row("F1", "Sam Jones", BORN, "SE22 8BB", "A81002", null, Sex.MALE);
        var before = List.of(stored("F1", "Sam Jones", BORN, "E1 1AA", "B1"));
        var keys = keys(List.of());
        assertThat(keys[one]).isEqualTo(keys[other]);
        assertThat(keys(before)[one]).isEqualTo(before.getFirst().person());
    }

    @Test
    void a_name_that_is_rare_here_is_one_person_wherever_it_comes_again() {
        crowd();
        int one = row("F1", "Ottoline Quarles", BORN, "SE15 1AA", "A81001");
        int other = row("F2", "Ottoline Quarles", BORN, "SE22 8BB", "A81002");
        var keys = keys(List.of());
        assertThat(keys[one]).isEqualTo(keys[other]);
    }

    @Test
    void a_date_that_was_entered_for_want_of_a_better_one_tells_nothing() {
        crowd();
        var dummy = LocalDate.of(1900, 1, 1);
        for (int i = 0; i < 200; i++) {
            row("D" + i, "Dummy" + i + " Dated" + i, dummy, "YY" + i + " 1AA", "Y" + i);
        }
        int one = row("F1", "Ottoline Quarles", dummy, "SE15 1AA", "A81001");
        int other = row("F2", "Ottoline Quarles", dummy, "SE22 8BB", "A81002");
        var keys = keys(List.of());
        assertThat(keys[one]).isNotEqualTo(keys[other]);
    }

    @Test
    void the_same_holds_for_whoever_was_imported_before() {
        crowd();
        int home = row("F1", "Sam Jones", BORN, "SE15 1AA", "A81001");
        int elsewhere = row("F2", "Sam Jones", BORN.plusDays(1), "SE22 8BB", "A81002");
        int rare = row("F3", "Ottoline Quarles", BORN, "SE15 9ZZ", "A81003");
        var before = List.of(
                stored("G1", "Sam Jones", BORN, "SE15 1AA", "B1"),
                stored("G2", "Sam Jones", BORN.plusDays(1), "E1 1AA", "B2"),
                stored("G3", "Ottoline Quarles", BORN, "E1 2BB", "B3"));
        var keys = keys(before);
        assertThat(keys[home]).isEqualTo(before.get(0).person());
        assertThat(keys[elsewhere]).isNotEqualTo(before.get(1).person());
        assertThat(keys[rare]).isEqualTo(before.get(2).person());
    }

    private static StoredMember stored(String family, String name, LocalDate born, String postcode, String practice) {
        var names = name.split(" ");
        return new StoredMember(
                UUID.randomUUID(),
                family,
                "s" + family,
                UUID.randomUUID(),
                new Identity(null, names[0], names[1], born, Sex.UNKNOWN, postcode),
                practice,
                "no",
                List.of(),
                Instant.EPOCH,
                true,
                false,
                null,
                false);
    }

    /// As many people as the largest city's database has, with names as unevenly spread as England's, all
    /// strangers: the pairs that are taken for one are as many as was said.
    @Test
    void as_many_strangers_are_taken_for_one_as_are_expected() {
        int people = 173_000;
        for (int i = 0; i < people; i++) {
            row("F" + i, name(400, "Given") + " " + name(9_000, "Family"), aDay(), "ZZ" + i + " 1AA", "Z" + i);
        }
        var found = People.of(rows);
        int joined = people
                - new HashSet<>(List.of(found.keys(List.of(), UUID::randomUUID).of())).size();
        double expected = found.expectedStrangers();
        assertThat(expected).isBetween(1.0, people / 2_000.0);
        assertThat((double) joined).isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
    }

    /// The k-th most frequent name has a share that falls with k.
    private String name(int many, String kind) {
        return kind + (int) Math.pow(many, random.nextDouble());
    }
}
