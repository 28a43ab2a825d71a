package org.kinmark.rules.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

class PosteriorTest {

    private static final double SURELY = 0.999_999;

    /// The four figures of the cohort: two of adults, two of children.
    private static final Set<Explanation> FAMILY = Set.of(
            one(1, "adult-mental-health", ServiceKind.GP_PRACTICE),
            one(1, "adult-alcohol", ServiceKind.GP_PRACTICE),
            one(2, "child-mental-health", ServiceKind.CAMHS),
            one(2, "child-adhd", ServiceKind.CAMHS));

    @Test
    void before_any_answer_a_family_has_a_need_as_often_as_the_cohort() {
        var attack = attack(new Answered("r", 0, FAMILY, true));
        assertThat(found(attack, new Statement.InFamily(0, Set.of("adult-mental-health")))
                        .before())
                .isCloseTo(0.46, within(1e-12));
        var two = Set.of(one(1, "child-adhd", ServiceKind.CAMHS), one(2, "child-adhd", ServiceKind.GP_PRACTICE));
        var shared = attack(new Answered("r", 0, two, false));
        assertThat(found(shared, new Statement.InFamily(0, Set.of("child-adhd")))
                        .before())
                .isCloseTo(0.20, within(1e-12));
        assertThat(found(shared, new Need(1, "child-adhd")).before()).isCloseTo(1 - Math.sqrt(0.8), within(1e-12));
    }

    @Test
    void a_mark_from_the_pool_makes_a_childs_mental_health_at_most_46_per_cent_likely() {
        var after = found(attack(new Answered("r", 0, FAMILY, true)), new Need(2, "child-mental-health"))
                .after();
        // A family's chance of any need is 1 - .54 * .67 * .86 * .80, as if needs were independent.
        assertThat(after)
                .isCloseTo(0.33 / (1 - .54 * .67 * .86 * .80), within(1e-5))
                .isBetween(0.43, 0.46);
    }

    @Test
    void the_same_mark_known_to_come_from_one_kind_makes_it_far_likelier() {
        var camhs = FAMILY.stream()
                .filter(explanation -> explanation.kind() == ServiceKind.CAMHS)
                .collect(Collectors.toUnmodifiableSet());
        assertThat(found(attack(new Answered("r", 0, camhs, true)), new Need(2, "child-mental-health"))
                        .after())
                .isGreaterThan(0.70);
    }

    @Test
    void a_mark_of_71_per_cent_tells_half_a_bit_and_a_certain_no_nearly_two() {
        assertThat(bits(0.71, 1)).isCloseTo(0.49, within(0.005));
        assertThat(bits(0.71, 0)).isCloseTo(1.79, within(0.005));
        assertThat(bits(0.71, 0.71)).isZero();
    }

    @Test
    void a_long_chain_of_families_is_worked_out_to_the_last_digit() {
        int length = 400;
        var chain = IntStream.range(0, length)
                .mapToObj(i -> new Answered(
                        "r",
                        i,
                        Set.of(
                                one(i, "a", ServiceKind.GP_PRACTICE),
                                one(i + 1, "a", ServiceKind.GP_PRACTICE),
                                one(i + 1, "a", ServiceKind.CAMHS)),
                        true))
                .toList();
        var attack = Attack.on(chain, BaseRates.COHORT, Attack.KNOWN);
        assertThat(attack.sampled()).isEmpty();
        assertThat(found(attack, new Need(length / 2, "a")).after())
                .isCloseTo(found(attack, new Need(length / 2 + 1, "a")).after(), within(1e-9))
                .isBetween(0.5, 0.9);
    }

    /// Where the work grows with the square of the chain, this takes ten times as long as is allowed here.
    @Test
    @Timeout(60)
    void a_chain_of_six_hundred_families_and_eight_indicators_is_worked_out_while_one_waits() {
        var chain = IntStream.range(0, 600)
                .mapToObj(i -> new Answered(
                        "r",
                        i,
                        IntStream.range(0, 24)
                                .mapToObj(at -> one(2 * i + at % 3, "i" + at / 3, ServiceKind.GP_PRACTICE))
                                .collect(Collectors.toUnmodifiableSet()),
                        true))
                .toList();
        var attack = Attack.on(chain, BaseRates.COHORT, Attack.KNOWN);
        assertThat(attack.sampled()).isEmpty();
        assertThat(found(attack, new Need(601, "i3")).after())
                .isCloseTo(found(attack, new Need(603, "i3")).after(), within(1e-9));
    }

    @Test
    void what_is_tied_together_too_much_is_drawn_and_says_so() {
        var answers = tangle(30, 5);
        var attack = Attack.on(answers, BaseRates.COHORT, Attack.KNOWN);
        assertThat(attack.sampled()).hasSize(30);
        assertThat(attack.findings()).isNotEmpty();
        assertThat(Attack.on(answers, BaseRates.COHORT, Attack.KNOWN).findings())
                .as("the same again")
                .isEqualTo(attack.findings());
    }

    @Test
    void worlds_that_are_drawn_come_to_what_is_exact() {
        var answers = tangle(7, 2);
        var logic = Logic.of(answers);
        var model = new Model(answers, logic.ruledOut().keySet(), BaseRates.COHORT, 0.6);
        var group = Tied.of(model.needs(), logic.smallest()).getFirst();
        assertThat(group.needs()).hasSize(7);
        var denials =
                group.needs().stream().map(need -> Denial.ofNeeds(Set.of(need))).toList();
        var exact = new Exact(group, model);
        var drawn = Sampled.of(group, model, denials);
        for (int i = 0; i < denials.size(); i++) {
            assertThat(drawn.errors()[i]).isBetween(0.0001, 0.03);
            assertThat(drawn.after()[i])
                    .isCloseTo(exact.after(denials.get(i)).orElseThrow(), within(2 * drawn.errors()[i]));
        }
    }

    @Test
    void worlds_of_rare_needs_are_drawn_as_often_as_they_are_probable_and_never_for_certain() {
        int people = 20;
        var answers = new ArrayList<Answered>();
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < i; j++) {
                answers.add(new Answered(
                        "r",
                        answers.size(),
                        Set.of(one(i, "x", ServiceKind.CAMHS), one(j, "x", ServiceKind.CAMHS)),
                        true));
            }
        }
        var attack = Attack.on(answers, BaseRates.COHORT.with(Map.of("x", 0.001)), Attack.KNOWN);
        assertThat(attack.sampled()).hasSize(people);
        assertThat(attack.error()).isBetween(0.001, 0.03);
        for (int person = 0; person < people; person++) {
            // Of two nobody has it not, so all but one have it or all; and all is rarer by far.
            assertThat(found(attack, new Need(person, "x")).after()).isCloseTo(0.95, within(0.02));
        }
        var common = Attack.on(answers, BaseRates.COHORT.with(Map.of("x", 1 - 1e-9)), Attack.KNOWN);
        for (int person = 0; person < people; person++) {
            assertThat(found(common, new Need(person, "x")).after())
                    .as("no world without was drawn, but there are some")
                    .isBetween(0.999, Math.nextDown(1.0));
        }
    }

    @Test
    void chains_that_found_different_worlds_say_how_far_their_figure_may_be_off() {
        // Either all of one side or all of the other: no clause's needs together lead from one to the other.
        int side = 12;
        var answers = new ArrayList<Answered>();
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                answers.add(new Answered(
                        "r",
                        answers.size(),
                        Set.of(one(i, "x", ServiceKind.CAMHS), one(side + j, "x", ServiceKind.CAMHS)),
                        true));
            }
        }
        var attack = Attack.on(answers, BaseRates.COHORT.with(Map.of("x", 0.001)), Attack.KNOWN);
        assertThat(attack.sampled()).hasSize(2 * side);
        for (int person = 0; person < 2 * side; person++) {
            assertThat(found(attack, new Need(person, "x")).after()).isCloseTo(0.5, within(attack.error()));
        }
        assertThat(attack.error()).isGreaterThan(0.2);
    }

    @Test
    void indicators_without_a_figure_are_named_and_a_figure_can_be_given() {
        var asked = Set.of(one(1, "asthma", ServiceKind.GP_PRACTICE), one(2, "child-adhd", ServiceKind.CAMHS));
        var answers = List.of(new Answered("r", 0, asked, false));
        var assumed = Attack.on(answers, BaseRates.COHORT, Attack.KNOWN);
        assertThat(assumed.assumed()).containsExactly("asthma");
        assertThat(found(assumed, new Need(1, "asthma")).before()).isCloseTo(BaseRates.ASSUMED, within(1e-12));
        var given = Attack.on(answers, BaseRates.COHORT.with(Map.of("asthma", 0.3)), Attack.KNOWN);
        assertThat(given.assumed()).isEmpty();
        assertThat(found(given, new Need(1, "asthma")).before()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void a_rate_or_a_chance_of_nothing_or_all_is_refused() {
        assertThatThrownBy(() -> BaseRates.COHORT.with(Map.of("asthma", 1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Attack.on(List.of(), BaseRates.COHORT, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_that_speaks_of_somebody_shows_them() {
        var attack = attack(new Answered("r", 4711, FAMILY, true));
        assertThat(attack.toString() + attack.findings() + attack.contradicted())
                .doesNotContain("4711", "adult", "child");
        attack.findings()
                .forEach(found -> assertThat(found.statement().toString()).endsWith("[hidden]"));
    }

    /// Questions about people drawn at random, so that clauses stay open nearly to the end.
    private static List<Answered> tangle(int people, int oneIn) {
        var random = new Random(1);
        return IntStream.range(0, 2 * people)
                .mapToObj(i -> new Answered(
                        "r" + i,
                        i,
                        IntStream.range(0, people)
                                .filter(person -> person == i % people || random.nextInt(oneIn) == 0)
                                .mapToObj(person -> one(person, "child-adhd", ServiceKind.CAMHS))
                                .collect(Collectors.toUnmodifiableSet()),
                        true))
                .toList();
    }

    private static double bits(double before, double after) {
        return new Finding(0, new Statement.SomeNeed(1), Verdict.LIKELIER, List.of(), before, after).bits();
    }

    private static Attack attack(Answered answer) {
        return Attack.on(List.of(answer), BaseRates.COHORT, SURELY);
    }

    private static Finding found(Attack attack, Statement statement) {
        return attack.findings().stream()
                .filter(found -> found.statement().equals(statement))
                .findFirst()
                .orElseThrow();
    }

    private static Explanation one(int person, String indicator, ServiceKind kind) {
        return new Explanation(person, indicator, kind, false, true);
    }
}
