package org.kinmark.rules.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.attack.Town.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.attack.Town.Round;
import org.kinmark.rules.boundary.ServiceKind;

/// Rounds that should never go out: each names what it was made to name, and each is kept off by the checks.
class PlantedRoundsTest {

    private static final List<Round> GOOD =
            List.of(new Round(FIRST, List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS));

    @Test
    void a_good_round_names_nothing_and_is_not_kept_off() {
        assertThat(attack(GOOD, true).namesAnything()).isFalse();
        assertThat(attack(GOOD, false).namesAnything()).isFalse();
        assertThat(GOOD.getFirst().keptOff(List.of())).isEmpty();
    }

    @Test
    void one_kind_of_service_alone_is_the_diagnosis() {
        var round = new Round(
                FIRST,
                List.of(SON, DAUGHTER),
                List.of(CAMHS, wide("camhs-2", ServiceKind.CAMHS, CAMHS_AGES)),
                INDICATORS);
        assertNames(List.of(round), new Statement.Known(0, Set.of(ServiceKind.CAMHS)), true);
        assertThat(attack(List.of(round), true).kindsNamed()).isOne();
        assertThat(attack(List.of(round), true).peopleNamed()).isZero();
    }

    @Test
    void what_a_unit_of_the_council_could_say_hides_no_specialist() {
        var round = new Round(FIRST, List.of(SON, DAUGHTER), List.of(CAMHS, SOCIAL_CARE), INDICATORS);
        assertNames(
                List.of(round), new Statement.Known(0, Set.of(ServiceKind.CAMHS, ServiceKind.ADULT_SOCIAL_CARE)), true);
        var practice = new Round(FIRST, List.of(SON, DAUGHTER), List.of(PRACTICE, SOCIAL_CARE), INDICATORS);
        assertThat(attack(List.of(practice), true).namesAnything()).isFalse();
    }

    @Test
    void one_indicator_is_the_problem_itself() {
        var round = new Round(FIRST, List.of(MOTHER, SON), SERVICES, List.of(ASTHMA));
        assertNames(List.of(round), new Statement.InFamily(0, Set.of("asthma")), true);
    }

    @Test
    void a_family_of_one_is_the_person() {
        var round = new Round(FIRST, List.of(MOTHER), SERVICES, INDICATORS);
        assertNames(List.of(round), new Statement.SomeNeed(1), true);
    }

    @Test
    void one_member_more_is_named_by_a_signal_after_none() {
        var rounds = List.of(
                new Round(FIRST, List.of(MOTHER, SON), SERVICES, INDICATORS),
                new Round(SECOND, List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS));
        assertNames(rounds, new Statement.SomeNeed(3), false, true);
        assertThat(attack(rounds, true, true).namesAnything()).isFalse();
    }

    @Test
    void one_member_fewer_is_named_by_a_signal_before_none() {
        var rounds = List.of(
                new Round(FIRST, List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS),
                new Round(SECOND, List.of(MOTHER, SON), SERVICES, INDICATORS));
        assertNames(rounds, new Statement.SomeNeed(3), true, false);
    }

    @Test
    void one_indicator_more_is_named_by_a_signal_after_none() {
        var rounds = List.of(
                new Round(FIRST, List.of(MOTHER, SON), SERVICES, INDICATORS.subList(0, 3)),
                new Round(SECOND, List.of(MOTHER, SON), SERVICES, INDICATORS));
        assertNames(rounds, new Statement.InFamily(0, Set.of("diabetes")), false, true);
    }

    @Test
    void one_service_more_is_named_by_a_signal_after_none() {
        var rounds = List.of(
                new Round(FIRST, List.of(SON, DAUGHTER), List.of(PRACTICE, COMMUNITY, HEALTH_VISITING), INDICATORS),
                new Round(
                        SECOND,
                        List.of(SON, DAUGHTER),
                        List.of(PRACTICE, COMMUNITY, HEALTH_VISITING, CAMHS),
                        INDICATORS));
        assertNames(rounds, new Statement.Known(0, Set.of(ServiceKind.CAMHS)), false, true);
    }

    @Test
    void a_finding_says_which_answers_it_follows_from() {
        var rounds = List.of(
                new Round(FIRST, List.of(MOTHER, SON), SERVICES, INDICATORS),
                new Round(SECOND, List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS));
        var certain = attack(rounds, false, true).with(Verdict.CERTAIN).toList();
        assertThat(certain).singleElement().satisfies(found -> {
            assertThat(found.after()).isOne();
            assertThat(found.because().stream().map(Answered::round)).containsExactly("2026-10-01", "2026-01-05");
        });
    }

    @Test
    void people_of_whom_nothing_is_left_are_worth_saying_where_somebody_else_of_the_family_has_a_signal() {
        var rounds = List.of(
                new Round(FIRST, List.of(MOTHER, SON), SERVICES, INDICATORS),
                new Round(SECOND, List.of(MOTHER, SON, DAUGHTER, BABY), SERVICES, INDICATORS));
        assertThat(attack(rounds, false, true)
                        .with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)
                        .map(Finding::statement))
                .containsExactlyInAnyOrder(new Statement.SomeNeed(1), new Statement.SomeNeed(2));
        assertThat(attack(rounds, false, false).with(Verdict.RULED_OUT_BESIDE_A_SIGNAL))
                .isEmpty();
    }

    @Test
    void a_signal_after_no_signal_to_the_same_question_is_told_and_taken_by_itself() {
        var one = new Round(FIRST, List.of(MOTHER), SERVICES, INDICATORS);
        var again = new Round(SECOND, List.of(MOTHER), SERVICES, INDICATORS);
        var attack = attack(List.of(one, again), false, true);
        assertThat(attack.contradicted())
                .singleElement()
                .extracting(Answered::round)
                .isEqualTo("2026-10-01");
        assertThat(attack.with(Verdict.CERTAIN).map(Finding::statement)).containsExactly(new Statement.SomeNeed(1));
        assertThat(attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)).isEmpty();
        var two = new Round(FIRST, List.of(MOTHER, SON), SERVICES, INDICATORS);
        var more = new Round(SECOND, List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS);
        assertThat(attack(List.of(two, two, more), false, true, true).with(Verdict.RULED_OUT_BESIDE_A_SIGNAL))
                .as("somebody of whom later news has something to say")
                .isEmpty();
        var nobody = new Answered("r", 0, Set.of(), true);
        assertThat(Attack.on(List.of(nobody), BaseRates.COHORT, Attack.KNOWN).contradicted())
                .containsExactly(nobody);
    }

    private static void assertNames(List<Round> rounds, Statement named, boolean... marks) {
        var last = rounds.getLast();
        assertThat(attack(rounds, marks)
                        .with(Verdict.CERTAIN)
                        .map(Finding::statement)
                        .collect(Collectors.toSet()))
                .contains(named);
        assertThat(last.keptOff(rounds.subList(0, rounds.size() - 1)))
                .as("the checks keep it off")
                .isNotEmpty();
    }

    private static Attack attack(List<Round> rounds, boolean... marks) {
        return Attack.on(answers(rounds, marks), BaseRates.COHORT, Attack.KNOWN);
    }
}
