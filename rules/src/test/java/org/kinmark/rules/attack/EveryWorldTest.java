package org.kinmark.rules.attack;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        int contradictions = 0;
        for (int i = 0; i < STRUCTURES; i++) {
            var answers = answers(random);
            var worlds = new EveryWorld(answers, RATES, KNOWN);
            var attack = attack(answers);
            assertThat(attack.contradicted())
                    .extracting(Contradiction::signal)
                    .containsExactlyElementsOf(worlds.refuted());
            assertNamed(answers, worlds, attack);
            assertOneOfTwo(answers, worlds, attack);
            assertRuledOut(answers, worlds, attack);
            assertOpen(answers, worlds, attack);
            attack.findings().forEach(found -> seen.merge(found.verdict(), 1, Integer::sum));
            contradictions += worlds.refuted().isEmpty() ? 0 : 1;
        }
        assertThat(contradictions).isBetween(STRUCTURES / 20, STRUCTURES / 2);
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
            var attack = attack(answers);
            for (var found : attack.findings()) {
                var fact = fact(found.statement(), answers);
                assertThat(found.before()).isCloseTo(worlds.before(fact), within(1e-9));
                assertThat(found.after()).isCloseTo(worlds.after(fact), within(1e-9));
                compared++;
            }
            assertThat(attack.sampled()).isEmpty();
            assertThat(attack.error()).isZero();
        }
        assertThat(compared).isGreaterThan(10 * STRUCTURES);
    }

    @Test
    void what_was_answered_first_changes_nothing_but_what_it_follows_from() {
        var random = new Random(6);
        for (int i = 0; i < STRUCTURES; i++) {
            var answers = answers(random);
            var otherwise = new ArrayList<>(answers);
            Collections.shuffle(otherwise, random);
            var first = attack(answers).findings();
            var second = attack(otherwise).findings().stream()
                    .collect(Collectors.toUnmodifiableMap(Finding::statement, found -> found));
            assertThat(second.keySet())
                    .isEqualTo(first.stream().map(Finding::statement).collect(toUnmodifiableSet()));
            for (var found : first) {
                var other = Objects.requireNonNull(second.get(found.statement()));
                assertThat(other.verdict()).isEqualTo(found.verdict());
                assertThat(other.after()).isCloseTo(found.after(), within(1e-9));
            }
        }
    }

    private static Attack attack(List<Answered> answers) {
        return Attack.on(answers, BaseRates.COHORT.with(RATES), KNOWN);
    }

    /// Tries everything that could be certain, in every family and of everybody.
    private static void assertNamed(List<Answered> answers, EveryWorld worlds, Attack attack) {
        var named = attack.with(Verdict.CERTAIN).map(Finding::statement).collect(toUnmodifiableSet());
        for (int person = 0; person < 3; person++) {
            assertIsAlways(new Statement.SomeNeed(person), named, answers, worlds);
            for (var what : RATES.keySet()) {
                assertIsAlways(new Statement.Need(person, what), named, answers, worlds);
            }
        }
        for (int family = 0; family < 3; family++) {
            int of = family;
            for (var what : RATES.keySet()) {
                assertIsAlways(new Statement.InFamily(family, Set.of(what)), named, answers, worlds);
            }
            var kinds = KINDS.stream()
                    .filter(each -> each != ServiceKind.GP_PRACTICE)
                    .map(each -> EnumSet.of(each, ServiceKind.ADULT_SOCIAL_CARE));
            // Where social care was the council's own in one question and not in another, no single answer is right.
            if (isSocialCareOfTheCouncil(answers)) {
                assertThat(named.stream()
                                .anyMatch(statement ->
                                        statement instanceof Statement.Known(int about, var _) && about == of))
                        .isEqualTo(
                                kinds.anyMatch(each -> worlds.isAlways(fact(new Statement.Known(of, each), answers))));
            }
        }
        attack.with(Verdict.CERTAIN)
                .forEach(found -> assertThat(worlds.isAlways(fact(found.statement(), answers)))
                        .isTrue());
    }

    private static void assertIsAlways(
            Statement statement, Set<Statement> named, List<Answered> answers, EveryWorld worlds) {
        assertThat(named.contains(statement)).isEqualTo(worlds.isAlways(fact(statement, answers)));
    }

    private static boolean isSocialCareOfTheCouncil(List<Answered> answers) {
        return answers.stream()
                .flatMap(answer -> answer.explanations().stream())
                .allMatch(one -> one.fromTheCouncil() == (one.kind() == ServiceKind.ADULT_SOCIAL_CARE));
    }

    /// Of two, where it is neither the one for certain nor the other.
    private static void assertOneOfTwo(List<Answered> answers, EveryWorld worlds, Attack attack) {
        var named = attack.with(Verdict.ONE_OF_TWO).map(Finding::statement).collect(toUnmodifiableSet());
        for (int one = 0; one < 3; one++) {
            for (int other = one + 1; other < 3; other++) {
                assertThat(named.contains(new Statement.OneOfTwo(one, other)))
                        .isEqualTo(isAlwaysOneOf(
                                new Statement.OneOfTwo(one, other),
                                new Statement.SomeNeed(one),
                                new Statement.SomeNeed(other),
                                answers,
                                worlds));
                var first = "i" + one;
                var second = "i" + other;
                for (int of = 0; of < 3; of++) {
                    assertThat(named.contains(new Statement.EitherNeed(of, Set.of(first, second))))
                            .isEqualTo(isAlwaysOneOf(
                                    new Statement.EitherNeed(of, Set.of(first, second)),
                                    new Statement.Need(of, first),
                                    new Statement.Need(of, second),
                                    answers,
                                    worlds));
                    assertThat(named.contains(new Statement.InFamily(of, Set.of(first, second))))
                            .isEqualTo(isAlwaysOneOf(
                                    new Statement.InFamily(of, Set.of(first, second)),
                                    new Statement.InFamily(of, Set.of(first)),
                                    new Statement.InFamily(of, Set.of(second)),
                                    answers,
                                    worlds));
                }
            }
        }
    }

    private static boolean isAlwaysOneOf(
            Statement both, Statement one, Statement other, List<Answered> answers, EveryWorld worlds) {
        return worlds.isAlways(fact(both, answers))
                && !worlds.isAlways(fact(one, answers))
                && !worlds.isAlways(fact(other, answers));
    }

    /// Whatever was never said where a signal asked about it; and of kinds, wherever it was asked about.
    private static void assertRuledOut(List<Answered> answers, EveryWorld worlds, Attack attack) {
        var beside = attack.with(Verdict.RULED_OUT_BESIDE_A_SIGNAL)
                .map(Finding::statement)
                .collect(toUnmodifiableSet());
        var elsewhere = attack.with(Verdict.RULED_OUT).map(Finding::statement).collect(toUnmodifiableSet());
        for (var one : events(answers)) {
            for (int family = 0; family < 3; family++) {
                var known = new Statement.Known(family, Set.of(one.kind()));
                if (ofFamily(answers, family).stream().anyMatch(event -> event.kind() == one.kind())) {
                    boolean never = worlds.isAlways(fact(known, answers).negate());
                    assertThat(beside.contains(known)).isEqualTo(never && isSignalled(known, answers));
                    assertThat(elsewhere.contains(known)).isEqualTo(never && !isSignalled(known, answers));
                }
                for (var statement : List.of(
                        new Statement.SomeNeed(one.person()),
                        new Statement.Need(one.person(), one.indicator()),
                        new Statement.InFamily(family, Set.of(one.indicator())))) {
                    var has = fact(statement, answers);
                    boolean never = events(answers).stream()
                            .filter(event -> isOf(event, has))
                            .allMatch(event ->
                                    worlds.isAlways(world -> !world.said().contains(event)));
                    assertThat(beside.contains(statement)).isEqualTo(never && isSignalled(statement, answers));
                }
            }
        }
    }

    /// Whether an event is of a need that makes a statement about needs true.
    private static boolean isOf(Event event, Predicate<World> has) {
        return has.test(new World(Set.of(new Statement.Need(event.person(), event.indicator())), Set.of(), 1));
    }

    private static boolean isSignalled(Statement statement, List<Answered> answers) {
        return answers.stream()
                .filter(Answered::mark)
                .anyMatch(answer -> answer.explanations().stream().anyMatch(one -> switch (statement) {
                    case Statement.SomeNeed(int person) -> one.person() == person;
                    case Statement.Need(int person, var what) ->
                        one.person() == person && one.indicator().equals(what);
                    case Statement.InFamily(int family, var what) ->
                        answer.family() == family && what.contains(one.indicator());
                    case Statement.Known(int family, var kinds) ->
                        answer.family() == family && kinds.contains(one.kind());
                    case Statement.EitherNeed _, Statement.OneOfTwo _ -> false;
                }));
    }

    /// What is only likelier or less likely is so in some worlds and not in others.
    private static void assertOpen(List<Answered> answers, EveryWorld worlds, Attack attack) {
        Stream.of(Verdict.LIKELIER, Verdict.LESS_LIKELY).flatMap(attack::with).forEach(found -> {
            var fact = fact(found.statement(), answers);
            assertThat(worlds.isAlways(fact)).isFalse();
            assertThat(worlds.isAlways(fact.negate())).isFalse();
        });
    }

    /// A statement, spelt out over a world.
    private static Predicate<World> fact(Statement statement, List<Answered> answers) {
        return switch (statement) {
            case Statement.Need need -> world -> world.has().contains(need);
            case Statement.SomeNeed(int person) ->
                world -> world.has().stream().anyMatch(need -> need.person() == person);
            case Statement.EitherNeed(int person, var indicators) ->
                world -> world.has().stream()
                        .anyMatch(need -> need.person() == person && indicators.contains(need.indicator()));
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

    /// One to four questions about up to three families over a few events, answered by a world drawn at
    /// random, and now and then one of them by another.
    private static List<Answered> answers(Random random) {
        var universe = universe(random);
        var truth = universe.stream().filter(_ -> random.nextInt(4) == 0).collect(toUnmodifiableSet());
        boolean alwaysOfTheCouncil = random.nextInt(3) > 0;
        var answers = new ArrayList<Answered>();
        for (int round = 0; round <= random.nextInt(4); round++) {
            int most = 1 + random.nextInt(4);
            var asked = universe.stream().filter(_ -> random.nextInt(5) < most).toList();
            if (!asked.isEmpty()) {
                boolean mark = asked.stream().anyMatch(truth::contains) != (random.nextInt(8) == 0);
                var explanations = asked.stream()
                        .map(event -> new Explanation(
                                event.person(),
                                event.indicator(),
                                event.kind(),
                                event.kind() == ServiceKind.ADULT_SOCIAL_CARE
                                        && (alwaysOfTheCouncil || random.nextBoolean()),
                                true))
                        .collect(toUnmodifiableSet());
                answers.add(new Answered("r" + round, random.nextInt(3), explanations, mark));
            }
        }
        return answers.isEmpty() ? answers(random) : answers;
    }

    private static List<Event> universe(Random random) {
        var all = new ArrayList<Event>();
        for (int person = 0; person < 3; person++) {
            for (var indicator : List.of("i0", "i1", "i2")) {
                for (var kind : KINDS) {
                    all.add(new Event(person, indicator, kind));
                }
            }
        }
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 2 + random.nextInt(5)));
    }
}
