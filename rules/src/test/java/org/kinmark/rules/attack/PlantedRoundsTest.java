package org.kinmark.rules.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kinmark.rules.attack.Town.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.attack.Town.Round;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

/// Rounds that should never go out: each names what it was made to name, and each is kept off by the checks.
class PlantedRoundsTest {

    private static final ServiceKind GP = ServiceKind.GP_PRACTICE;
    private static final ServiceKind VISITING = ServiceKind.HEALTH_VISITING;
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
                        .map(Finding::statement)
                        .filter(Statement.SomeNeed.class::isInstance))
                .containsExactlyInAnyOrder(new Statement.SomeNeed(1), new Statement.SomeNeed(2));
        assertThat(attack(rounds, false, false).with(Verdict.RULED_OUT_BESIDE_A_SIGNAL))
                .isEmpty();
    }

    @Test
    void a_signal_after_no_signal_to_the_same_question_is_told_and_the_no_signal_names_nobody() {
        var two = new Round(FIRST, List.of(MOTHER, SON), SERVICES, INDICATORS);
        var again = new Round(SECOND, List.of(MOTHER, SON), SERVICES, INDICATORS);
        var more = new Round(SECOND.plusMonths(6), List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS);
        var attack = attack(List.of(two, again, more), false, true, true);
        assertThat(attack.contradicted()).singleElement().satisfies(one -> {
            assertThat(one.signal().round()).isEqualTo("2026-10-01");
            assertThat(one.noSignals()).extracting(Answered::round).containsExactly("2026-01-05");
        });
        assertThat(attack.namesAnything()).isFalse();
        assertThat(attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)).isEmpty();
        assertThat(attack.with(Verdict.ONE_OF_TWO).map(Finding::statement))
                .containsExactly(new Statement.OneOfTwo(1, 2));
        assertThat(attack.with(Verdict.LIKELIER).map(Finding::statement))
                .as("a signal about them, whatever was said before")
                .contains(new Statement.SomeNeed(1), new Statement.SomeNeed(2));
    }

    @Test
    void a_no_signal_that_is_contradicted_still_rules_out_whatever_else_it_spoke_of() {
        var all = new Round(FIRST, List.of(MOTHER, SON, DAUGHTER), SERVICES, INDICATORS);
        var mother = new Round(SECOND, List.of(MOTHER), SERVICES, INDICATORS);
        var attack = attack(List.of(all, mother), false, true);
        assertThat(attack.contradicted()).hasSize(1);
        assertThat(attack.with(Verdict.CERTAIN).map(Finding::statement)).containsExactly(new Statement.SomeNeed(1));
        assertThat(attack.with(Verdict.LESS_LIKELY).map(Finding::statement))
                .contains(new Statement.SomeNeed(2), new Statement.SomeNeed(3))
                .doesNotContain(new Statement.SomeNeed(1));
    }

    @Test
    void a_signal_that_nothing_explains_is_no_contradiction() {
        var nobody = new Answered("r", 0, Set.of(), true);
        var attack = Attack.on(List.of(nobody), BaseRates.COHORT, Attack.KNOWN);
        assertThat(attack.unexplained()).containsExactly(nobody);
        assertThat(attack.contradicted()).isEmpty();
    }

    @Test
    void what_is_certain_of_a_need_is_certain_in_every_family_that_was_asked_about_it() {
        var home = answered("r1", 0, true, of(1, "child-adhd", GP), of(2, "asthma", GP));
        var other = answered("r2", 1, true, of(1, "child-adhd", ServiceKind.CAMHS));
        assertThat(attack(home, other).with(Verdict.CERTAIN).map(Finding::statement))
                .contains(
                        new Statement.InFamily(0, Set.of("child-adhd")),
                        new Statement.InFamily(1, Set.of("child-adhd")),
                        new Statement.Known(1, Set.of(ServiceKind.CAMHS)))
                .doesNotContain(new Statement.Known(0, Set.of(ServiceKind.CAMHS)));
    }

    @Test
    void one_of_two_issues_is_told_of_every_family_of_which_it_follows_and_of_one_person() {
        var two = answered("r", 0, true, of(1, "u", GP), of(2, "v", GP));
        var three = answered("r", 1, true, of(1, "u", GP), of(2, "v", GP), of(3, "t", GP));
        assertThat(attack(two, three).with(Verdict.ONE_OF_TWO).map(Finding::statement))
                .containsExactlyInAnyOrder(
                        new Statement.OneOfTwo(1, 2),
                        new Statement.InFamily(0, Set.of("u", "v")),
                        new Statement.InFamily(1, Set.of("u", "v")));
        var person = answered("r", 0, true, of(1, "u", GP), of(1, "v", GP));
        assertThat(attack(person).with(Verdict.ONE_OF_TWO).map(Finding::statement))
                .containsExactlyInAnyOrder(
                        new Statement.EitherNeed(1, Set.of("u", "v")), new Statement.InFamily(0, Set.of("u", "v")));
    }

    @Test
    void the_same_question_of_another_kind_of_the_council_tells_the_same_whichever_came_first() {
        var outside = answered("r1", 0, true, of(1, "u", ServiceKind.CAMHS), of(2, "v", ServiceKind.ADULT_SOCIAL_CARE));
        var council = answered(
                "r2",
                0,
                true,
                of(1, "u", ServiceKind.CAMHS),
                new Explanation(2, "v", ServiceKind.ADULT_SOCIAL_CARE, true, true));
        assertThat(attack(outside, council).kindsNamed()).isOne();
        assertThat(attack(council, outside).kindsNamed()).isOne();
    }

    @Test
    void what_is_ruled_out_beside_a_signal_is_told_of_an_indicator_and_a_kind_and_a_need() {
        var before = answered("r1", 0, false, of(1, "u", GP), of(2, "u", GP), of(1, "v", ServiceKind.CAMHS));
        var then = answered(
                "r2",
                0,
                true,
                of(1, "u", GP),
                of(2, "u", GP),
                of(1, "v", ServiceKind.CAMHS),
                of(1, "t", VISITING),
                of(2, "t", VISITING));
        var ruledOut =
                attack(before, then).with(Verdict.RULED_OUT_BESIDE_A_SIGNAL).toList();
        assertThat(ruledOut)
                .extracting(Finding::statement)
                .contains(
                        new Statement.InFamily(0, Set.of("u")),
                        new Statement.InFamily(0, Set.of("v")),
                        new Statement.Known(0, Set.of(GP)),
                        new Statement.Need(1, "u"));
        assertThat(ruledOut)
                .allSatisfy(found ->
                        assertThat(found.because()).extracting(Answered::round).containsExactly("r2", "r1"));
    }

    private static Answered answered(String round, int family, boolean mark, Explanation... explanations) {
        return new Answered(round, family, Set.of(explanations), mark);
    }

    private static Explanation of(int person, String indicator, ServiceKind kind) {
        return new Explanation(person, indicator, kind, false, true);
    }

    private static Attack attack(Answered... answers) {
        return Attack.on(List.of(answers), BaseRates.COHORT, Attack.KNOWN);
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
