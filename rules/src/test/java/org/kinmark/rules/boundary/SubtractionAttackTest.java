package org.kinmark.rules.boundary;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Compares the check on what remains with somebody who goes through every world that there could be.
class SubtractionAttackTest {

    private static final int STRUCTURES = 12_000;
    private static final List<ServiceKind> KINDS = List.of(
            ServiceKind.GP_PRACTICE, ServiceKind.CAMHS, ServiceKind.COMMUNITY_HEALTH, ServiceKind.ADULT_SOCIAL_CARE);

    @Test
    void
            a_question_is_refused_exactly_where_in_some_world_the_answers_would_name_a_person_or_a_kind_or_too_few_issues() {
        var random = new Random(11);
        int refused = 0;
        int allowedNextToOthers = 0;
        for (int i = 0; i < STRUCTURES; i++) {
            var limits = Limits.STANDARD
                    .with(Limit.EXPLAINING_INDICATORS, 2 + random.nextInt(2))
                    .flatMap(some -> some.with(Limit.EXPLAINING_MEMBERS, 2 + random.nextInt(4) / 3))
                    .flatMap(some -> some.with(Limit.EXPLAINING_KINDS, 2 + random.nextInt(4) / 3))
                    .orElseThrow();
            var universe = universe(random);
            var check = new Subtraction(limits);
            var asked = new ArrayList<Integer>();
            for (int question = 0; question < 4; question++) {
                int next = asked.isEmpty() ? part(random, universe.size()) : near(asked, random, universe.size());
                var explanations = of(next, universe);
                boolean found = !Spread.of(explanations).isEnoughToRemain(limits)
                        || check.refusal(explanations).isPresent();
                assertThat(found).isEqualTo(!asked.contains(next) && somebodyIsNamed(asked, next, universe, limits));
                if (found) {
                    refused++;
                } else {
                    allowedNextToOthers += asked.isEmpty() ? 0 : 1;
                    check.take(explanations);
                    asked.add(next);
                }
            }
        }
        assertThat(refused).isGreaterThan(STRUCTURES / 2);
        assertThat(allowedNextToOthers).isGreaterThan(STRUCTURES / 2);
    }

    /// Goes through all worlds: which explanations are true. Those that give the same answers cannot be told apart, so
    /// what one of them holds of a question remains possible.
    private static boolean somebodyIsNamed(List<Integer> asked, int next, List<Explanation> universe, Limits limits) {
        var questions = new ArrayList<>(asked);
        questions.add(next);
        var possible = new HashMap<Integer, Integer>();
        for (int world = 0; world < 1 << universe.size(); world++) {
            possible.merge(answers(world, questions), world, (a, b) -> a | b);
        }
        for (var alike : possible.entrySet()) {
            for (int i = 0; i < questions.size(); i++) {
                boolean isOne = (alike.getKey() >> i & 1) == 1;
                if (isOne && isTooLittle(of(alike.getValue() & questions.get(i), universe), limits)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int answers(int world, List<Integer> questions) {
        int answers = 0;
        for (int i = 0; i < questions.size(); i++) {
            answers |= (world & questions.get(i)) == 0 ? 0 : 1 << i;
        }
        return answers;
    }

    /// Spelt out: within so few people, issues, or kinds of specialist with whatever the council could say,
    /// that fewer than the agreement's number would be left to guess among. Somebody who does not count yet
    /// hides nobody.
    private static boolean isTooLittle(Set<Explanation> left, Limits limits) {
        var hiding = left.stream().filter(Explanation::hides).toList();
        boolean practice = hiding.stream().anyMatch(one -> one.kind() == ServiceKind.GP_PRACTICE);
        return liesIn(hiding, Explanation::person, limits.atLeast(Limit.EXPLAINING_MEMBERS) - 1)
                || liesIn(hiding, Explanation::indicator, limits.atLeast(Limit.EXPLAINING_INDICATORS) - 1)
                || (!practice
                        && liesIn(
                                hiding.stream()
                                        .filter(one -> !one.fromTheCouncil())
                                        .toList(),
                                Explanation::kind,
                                limits.atLeast(Limit.EXPLAINING_KINDS) - 1));
    }

    /// Whether some set of so few values holds all: taken out value by value.
    private static <T> boolean liesIn(List<Explanation> left, Function<Explanation, T> value, int values) {
        if (left.isEmpty()) {
            return true;
        }
        if (values == 0) {
            return false;
        }
        var one = value.apply(left.getFirst());
        return liesIn(
                left.stream().filter(other -> !value.apply(other).equals(one)).toList(), value, values - 1);
    }

    private static List<Explanation> universe(Random random) {
        var people = random.ints(3, 0, 8).boxed().toList();
        var all = new ArrayList<Explanation>();
        for (int person = 0; person < 3; person++) {
            for (int indicator = 0; indicator < 4; indicator++) {
                for (var kind : KINDS) {
                    boolean ofTheCouncil = kind == ServiceKind.ADULT_SOCIAL_CARE;
                    all.add(new Explanation(person, "i" + indicator, kind, ofTheCouncil, people.get(person) > 0));
                }
            }
        }
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 7 + random.nextInt(4)));
    }

    private static Set<Explanation> of(int question, List<Explanation> universe) {
        return IntStream.range(0, universe.size())
                .filter(i -> (question >> i & 1) == 1)
                .mapToObj(universe::get)
                .collect(toUnmodifiableSet());
    }

    /// Most of everything, so that many a question hides enough by itself.
    private static int part(Random random, int size) {
        int whole = (1 << size) - 1;
        int without =
                IntStream.range(0, size).filter(_ -> random.nextInt(4) == 0).reduce(0, (bits, i) -> bits | 1 << i);
        return Math.max(1, whole & ~without);
    }

    /// An earlier question with a little more or less, as a changed family or another service would make it; or the
    /// same again.
    private static int near(List<Integer> asked, Random random, int size) {
        int earlier = asked.get(random.nextInt(asked.size()));
        return switch (random.nextInt(5)) {
            case 0 -> earlier;
            case 1 -> part(random, size);
            case 2 -> earlier | part(random, size);
            case 3 -> Math.max(1, earlier & part(random, size));
            default -> Math.max(1, earlier ^ 1 << random.nextInt(size));
        };
    }
}
