package org.kinmark.rules.attack;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.kinmark.rules.attack.EveryWorld.World;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.Explanation.Event;
import org.kinmark.rules.boundary.ServiceKind;

/// Compares the attack with somebody who goes through every world that there could be.
class EveryWorldTest {

    private static final int STRUCTURES = 3_000;
    private static final Map<String, Double> RATES = Map.of("i0", 0.46, "i1", 0.33, "i2", 0.14);
    private static final double KNOWN = 0.7;
    private static final List<ServiceKind> KINDS = List.of(
            ServiceKind.GP_PRACTICE, ServiceKind.CAMHS, ServiceKind.COMMUNITY_HEALTH, ServiceKind.ADULT_SOCIAL_CARE);

    /// What one structure came to, so that the tests can say that they saw every kind of it.
    private final Map<Verdict, Integer> seen = new HashMap<>();

    @Test
    void what_follows_for_certain_is_exactly_what_is_so_in_every_world_that_gives_the_answers() {
        var random = new Random(3);
        for (int i = 0; i < STRUCTURES; i++) {
            var answers = answers(random);
            var worlds = new EveryWorld(answers, RATES, KNOWN);
            if (!worlds.isImpossible()) {
                var attack = Attack.on(answers, BaseRates.COHORT.with(RATES), KNOWN);
                assertThat(attack.contradicted()).isEmpty();
                assertNamed(answers, worlds, attack);
                assertRuledOut(answers, worlds, attack);
                attack.findings().forEach(found -> seen.merge(found.verdict(), 1, Integer::sum));
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
        assertThat(seen.values()).allMatch(times -> times > STRUCTURES / 20);
    }

    @Test
    void every_probability_is_the_share_of_worlds_in_which_it_is_so() {
        var random = new Random(4);
        int compared = 0;
        for (int i = 0; i < STRUCTURES; i++) {
            var answers = answers(random);
            var worlds = new EveryWorld(answers, RATES, KNOWN);
            if (!worlds.isImpossible()) {
                var attack = Attack.on(answers, BaseRates.COHORT.with(RATES), KNOWN);
                for (var found : attack.findings()) {
                    var fact = fact(found.statement(), answers);
                    assertThat(found.before()).isCloseTo(worlds.before(fact), within(1e-9));
                    assertThat(found.after()).isCloseTo(worlds.after(fact), within(1e-9));
                    compared++;
                }
                assertThat(attack.sampled()).isEmpty();
            }
        }
        assertThat(compared).isGreaterThan(10 * STRUCTURES);
    }

    @Test
    void a_signal_of_which_nothing_is_left_is_a_contradiction_exactly_where_no_world_gives_the_answers() {
        var random = new Random(5);
        int contradictions = 0;
        for (int i = 0; i < STRUCTURES; i++) {
            var answers = new ArrayList<>(answers(random));
            int which = random.nextInt(answers.size());
            var one = answers.get(which);
            answers.set(which, new Answered(one.round(), one.family(), one.explanations(), !one.mark()));
            boolean found = !Attack.on(answers, BaseRates.COHORT.with(RATES), KNOWN)
                    .contradicted()
                    .isEmpty();
            assertThat(found).isEqualTo(new EveryWorld(answers, RATES, KNOWN).isImpossible());
            contradictions += found ? 1 : 0;
        }
        assertThat(contradictions).isBetween(STRUCTURES / 20, STRUCTURES * 19 / 20);
    }

    /// Tries everything that could be certain, in every family and of everybody.
    private static void assertNamed(List<Answered> answers, EveryWorld worlds, Attack attack) {
        var named = attack.with(Verdict.CERTAIN).map(Finding::statement).collect(toUnmodifiableSet());
        for (int person = 0; person < 3; person++) {
            int who = person;
            assertThat(named.contains(new Statement.SomeNeed(person)))
                    .isEqualTo(isAlways(answers, worlds, one -> one.person() == who));
            for (var what : RATES.keySet()) {
                assertThat(named.contains(new Statement.Need(person, what)))
                        .isEqualTo(isAlways(
                                answers,
                                worlds,
                                one -> one.person() == who && one.indicator().equals(what)));
            }
        }
        for (int family = 0; family < 3; family++) {
            int of = family;
            var its = answers.stream().filter(answer -> answer.family() == of).toList();
            for (var what : RATES.keySet()) {
                assertThat(named.contains(new Statement.InFamily(family, Set.of(what))))
                        .isEqualTo(isAlways(its, worlds, one -> one.indicator().equals(what)));
            }
            boolean kind = KINDS.stream()
                    .filter(each -> each != ServiceKind.GP_PRACTICE)
                    .anyMatch(each -> isAlways(
                            its, worlds, one -> one.kind() == each || one.kind() == ServiceKind.ADULT_SOCIAL_CARE));
            assertThat(named.stream()
                            .anyMatch(
                                    statement -> statement instanceof Statement.Known(int about, var _) && about == of))
                    .isEqualTo(kind);
        }
        attack.with(Verdict.CERTAIN)
                .forEach(found -> assertThat(worlds.isAlways(fact(found.statement(), answers)))
                        .isTrue());
        attack.with(Verdict.ONE_OF_TWO)
                .forEach(found -> assertThat(worlds.isAlways(fact(found.statement(), answers)))
                        .isTrue());
    }

    private static boolean isAlways(List<Answered> answers, EveryWorld worlds, Predicate<Event> among) {
        var events = events(answers).stream().filter(among).collect(toUnmodifiableSet());
        return worlds.isAlways(world -> world.said().stream().anyMatch(events::contains));
    }

    private static void assertRuledOut(List<Answered> answers, EveryWorld worlds, Attack attack) {
        for (int person = 0; person < 3; person++) {
            int who = person;
            boolean signalled = answers.stream()
                    .anyMatch(answer ->
                            answer.mark() && answer.explanations().stream().anyMatch(one -> one.person() == who));
            boolean never = worlds.isAlways(world -> world.said().stream().noneMatch(one -> one.person() == who));
            assertThat(attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)
                            .anyMatch(found -> found.statement().equals(new Statement.SomeNeed(who))))
                    .isEqualTo(signalled && never);
        }
    }

    /// A statement, spelt out over a world.
    private static Predicate<World> fact(Statement statement, List<Answered> answers) {
        return switch (statement) {
            case Statement.Need need -> world -> world.has().contains(need);
            case Statement.SomeNeed(int person) ->
                world -> world.has().stream().anyMatch(need -> need.person() == person);
            case Statement.OneOfTwo(int person, int other) ->
                world -> world.has().stream().anyMatch(need -> need.person() == person || need.person() == other);
            case Statement.InFamily(int family, var indicators) -> {
                var its = ofFamily(answers, family);
                yield world -> world.has().stream()
                        .anyMatch(need -> indicators.contains(need.indicator())
                                && its.stream()
                                        .anyMatch(event -> event.person() == need.person()
                                                && event.indicator().equals(need.indicator())));
            }
            case Statement.Known(int family, var kinds) -> {
                var its = ofFamily(answers, family);
                yield world ->
                        world.said().stream().anyMatch(event -> kinds.contains(event.kind()) && its.contains(event));
            }
        };
    }

    private static Set<Event> ofFamily(List<Answered> answers, int family) {
        return events(
                answers.stream().filter(answer -> answer.family() == family).toList());
    }

    private static Set<Event> events(List<Answered> answers) {
        return answers.stream()
                .flatMap(answer -> answer.explanations().stream())
                .map(one -> new Event(one.person(), one.indicator(), one.kind()))
                .collect(toUnmodifiableSet());
    }

    /// One to four questions about up to three families over a few events, answered by a world drawn at random.
    private static List<Answered> answers(Random random) {
        var universe = universe(random);
        var truth = universe.stream().filter(_ -> random.nextInt(4) == 0).collect(toUnmodifiableSet());
        var answers = new ArrayList<Answered>();
        for (int round = 0; round <= random.nextInt(4); round++) {
            int most = 1 + random.nextInt(4);
            var explanations =
                    universe.stream().filter(_ -> random.nextInt(5) < most).collect(toUnmodifiableSet());
            if (!explanations.isEmpty()) {
                boolean mark = explanations.stream().anyMatch(truth::contains);
                answers.add(new Answered("r" + round, random.nextInt(3), explanations, mark));
            }
        }
        return answers.isEmpty() ? answers(random) : answers;
    }

    private static List<Explanation> universe(Random random) {
        var all = new ArrayList<Explanation>();
        for (int person = 0; person < 3; person++) {
            for (var indicator : List.of("i0", "i1", "i2")) {
                for (var kind : KINDS) {
                    all.add(new Explanation(person, indicator, kind, kind == ServiceKind.ADULT_SOCIAL_CARE, true));
                }
            }
        }
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 2 + random.nextInt(5)));
    }
}
