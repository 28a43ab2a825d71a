package org.kinmark.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kinmark.exchange.Agreement;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.Indicator;
import org.kinmark.linkage.Sex;

class ReasonsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 1);
    private static final Code CODE = new Code("snomed", "35489007");
    private static final Identity NOBODY = person(null, Sex.UNKNOWN);

    @Test
    void an_age_counts_in_completed_years_and_both_bounds_are_inside() {
        var adults = indicator(null, 18, 64, null);
        assertThat(meets(adults, person(LocalDate.of(2008, 10, 1), Sex.MALE))).isTrue();
        assertThat(meets(adults, person(LocalDate.of(2008, 10, 2), Sex.MALE))).isFalse();
        assertThat(meets(adults, person(LocalDate.of(1961, 10, 2), Sex.MALE))).isTrue();
        assertThat(meets(adults, person(LocalDate.of(1961, 10, 1), Sex.MALE))).isFalse();
    }

    @Test
    void a_missing_birth_date_or_sex_fits_no_bound_and_no_bound_needs_none() {
        assertThat(meets(indicator(null, 18, null, null), NOBODY)).isFalse();
        assertThat(meets(indicator(null, null, 17, null), NOBODY)).isFalse();
        assertThat(meets(indicator(null, null, null, Sex.FEMALE), NOBODY)).isFalse();
        assertThat(meets(indicator(null, null, null, null), NOBODY)).isTrue();
        assertThat(meets(indicator(null, null, 17, null), person(AS_OF.plusDays(1), Sex.MALE)))
                .isFalse();
    }

    @Test
    void the_register_says_who_it_is_and_the_list_only_what_the_register_does_not() {
        var women = indicator(null, 18, null, Sex.FEMALE);
        var woman = person(LocalDate.of(1990, 1, 1), Sex.FEMALE);
        var boy = person(LocalDate.of(2015, 1, 1), Sex.MALE);
        assertThat(reasons(women, woman, NOBODY, condition(AS_OF, null))).hasSize(1);
        assertThat(reasons(women, woman, boy, condition(AS_OF, null))).isEmpty();
        assertThat(reasons(women, boy, woman, condition(AS_OF, null))).hasSize(1);
    }

    @Test
    void a_code_counts_from_so_many_months_before_the_day_to_the_day_itself() {
        var recent = indicator(24, null, null, null);
        assertThat(meets(recent, condition(LocalDate.of(2024, 10, 1), null))).isTrue();
        assertThat(meets(recent, condition(LocalDate.of(2024, 9, 30), null))).isFalse();
        assertThat(meets(recent, condition(AS_OF, null))).isTrue();
        assertThat(meets(recent, condition(AS_OF.plusDays(1), null))).isFalse();
        assertThat(meets(indicator(null, null, null, null), condition(LocalDate.of(1950, 1, 1), null)))
                .isTrue();
        assertThat(meets(indicator(null, null, null, null), condition(AS_OF.plusDays(1), null)))
                .isFalse();
    }

    @Test
    void what_has_ended_before_the_day_counts_no_more() {
        var any = indicator(null, null, null, null);
        assertThat(meets(any, condition(LocalDate.of(2020, 1, 1), AS_OF))).isTrue();
        assertThat(meets(any, condition(LocalDate.of(2020, 1, 1), AS_OF.minusDays(1))))
                .isFalse();
    }

    @Test
    void another_system_is_another_code_and_there_are_no_descendants() {
        var any = indicator(null, null, null, null);
        for (var typed : List.of("icd10|35489007", "354890071", "icd10|F32.0")) {
            var code = Code.parse(typed).orElseThrow();
            assertThat(reasons(any, NOBODY, NOBODY, new Condition(code, AS_OF, null)))
                    .isEmpty();
        }
        assertThat(Code.parse("SNOMED|35489007")).contains(CODE);
    }

    @Test
    void the_same_code_of_the_same_day_is_one_reason() {
        var any = indicator(null, null, null, null);
        var later = condition(AS_OF, null);
        var earlier = condition(AS_OF.minusYears(1), null);
        assertThat(reasons(any, NOBODY, NOBODY, later, earlier, later))
                .extracting(Reason::recordedOn)
                .containsExactly(AS_OF.minusYears(1), AS_OF);
    }

    private static boolean meets(Indicator indicator, Identity registered) {
        return !reasons(indicator, NOBODY, registered, condition(AS_OF, null)).isEmpty();
    }

    private static boolean meets(Indicator indicator, Condition condition) {
        return !reasons(indicator, NOBODY, NOBODY, condition).isEmpty();
    }

    private static List<Reason> reasons(
            Indicator indicator, Identity listed, Identity registered, Condition... conditions) {
        return new Reasons(new Agreement("a", "A", AS_OF, List.of(indicator)), AS_OF)
                .of(listed, registered, List.of(conditions));
    }

    private static Indicator indicator(
            @Nullable Integer months, @Nullable Integer min, @Nullable Integer max, @Nullable Sex sex) {
        return new Indicator("i", "I", "g", List.of(CODE), months, min, max, sex);
    }

    private static Condition condition(LocalDate recordedOn, @Nullable LocalDate endedOn) {
        return new Condition(CODE, recordedOn, endedOn);
    }

    private static Identity person(@Nullable LocalDate birthDate, Sex sex) {
        return new Identity(null, "", "", birthDate, sex, "");
    }
}
