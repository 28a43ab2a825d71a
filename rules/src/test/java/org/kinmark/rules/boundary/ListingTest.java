package org.kinmark.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.boundary.Area.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Who is listed to whom.
class ListingTest {

    @Test
    void a_practice_gets_its_own_people_and_no_other_member_of_their_families() {
        var elsewhere = new Member(3, MOTHER.birthDate(), MOTHER.sex(), Optional.of("B82002"));
        var question = question(List.of(MOTHER, SON, elsewhere, withoutPractice(4, "1990-01-01")), SERVICES);
        assertThat(question.listed().get(PRACTICE)).containsExactly(MOTHER, SON);
    }

    @Test
    void a_service_for_an_area_gets_the_ages_that_it_is_for() {
        var listed = question(FAMILY, SERVICES).listed();
        assertThat(listed.get(CAMHS)).containsExactly(SON);
        assertThat(listed.get(AMHS)).containsExactly(MOTHER);
        assertThat(listed.get(COMMUNITY)).containsExactly(MOTHER, SON);
    }

    @Test
    void ages_are_completed_years_on_the_day_and_both_bounds_belong() {
        var day = LocalDate.of(2026, 10, 1);
        assertThat(CAMHS.couldKnow(member(1, "2021-10-01", Sex.MALE), day)).isTrue();
        assertThat(CAMHS.couldKnow(member(1, "2021-10-02", Sex.MALE), day)).isFalse();
        assertThat(CAMHS.couldKnow(member(1, "2008-10-02", Sex.MALE), day)).isTrue();
        assertThat(CAMHS.couldKnow(member(1, "2008-10-01", Sex.MALE), day)).isFalse();
        assertThat(AMHS.couldKnow(member(1, "2008-10-01", Sex.MALE), day)).isTrue();
    }

    @Test
    void a_birthday_on_29_february_is_kept_on_1_March() {
        var leapling = member(1, "2008-02-29", Sex.FEMALE);
        assertThat(leapling.age(LocalDate.of(2026, 2, 28))).hasValue(17);
        assertThat(leapling.age(LocalDate.of(2026, 3, 1))).hasValue(18);
    }

    @Test
    void a_person_without_a_birth_date_goes_to_their_practice_and_where_no_age_matters() {
        assertThat(question(List.of(withoutBirthDate(1)), SERVICES).listed().keySet())
                .containsExactly(PRACTICE, COMMUNITY);
    }

    @Test
    void one_bound_is_enough_to_leave_out_a_person_without_a_birth_date() {
        var fromBirth = new AgeRange(OptionalInt.of(0), OptionalInt.empty());
        var upwards = areaWide("health-visiting", ServiceKind.HEALTH_VISITING, fromBirth);
        assertThat(upwards.couldKnow(withoutBirthDate(1), AS_OF)).isFalse();
        assertThat(upwards.couldKnow(member(1, "2026-10-01", Sex.MALE), AS_OF)).isTrue();
    }

    @Test
    void a_birth_date_that_is_still_to_come_counts_as_none() {
        var unborn = member(1, "2026-10-02", Sex.MALE);
        assertThat(unborn.age(AS_OF)).isEmpty();
        assertThat(question(List.of(unborn), SERVICES).listed().keySet()).containsExactly(PRACTICE, COMMUNITY);
    }

    @Test
    void a_service_that_could_know_nobody_is_not_asked() {
        assertThat(question(List.of(SON), SERVICES).listed().keySet()).containsExactly(PRACTICE, CAMHS, COMMUNITY);
    }

    @Test
    void nothing_about_a_person_is_printed() {
        assertThat(MOTHER.toString() + new Answer(CAMHS, true)).isEqualTo("Member[hidden]Answer[hidden]");
    }
}
