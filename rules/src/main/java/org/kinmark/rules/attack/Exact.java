package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kinmark.rules.attack.Statement.Need;

/// How probable the answers about a group of needs are, to the last world and without going through worlds.
///
/// Needs are independent before the answers, so they can be taken one after another, and all that matters of those
/// taken is which clauses they have already made true. Each set of clauses has the sum of the chances of all that
/// leads to it; a clause whose last need has been taken must be in the set, and is then forgotten. What is left at
/// the end is the chance of the answers. Only positive numbers are added, so that every digit holds, and a chance
/// of 0 is 0.
///
/// The same sums are worked out from the end, of all that leads from a set to the answers. A denial speaks of
/// few needs, which stand near each other: only from the first of them to the last the sums change, and what
/// comes before and after is there already. So a chain of families takes as long again for each family more,
/// and no longer.
///
/// The work grows with two to the number of clauses that are open at a time, which is small where families share
/// few people; beyond [#MOST_SETS] sets at a time, or [#MOST_KEPT] in all, the answer is empty.
final class Exact {

    /// Sets of open clauses that are followed at most.
    static final int MOST_SETS = 1 << 14;

    private static final int MOST_KEPT = 1 << 21;

    private final List<Step> steps;
    private final Map<Need, Integer> places = new HashMap<>();
    private final List<Map<Long, Double>> free = new ArrayList<>();
    /// Of each place, the sums before its need is taken; one more than there are needs, or none at all.
    private final List<Sums> forward = new ArrayList<>();
    /// Of each place, the sums of what then leads to the answers.
    private final List<Sums> backward;

    Exact(Tied tied, Model model) {
        steps = Step.of(tied, model).orElse(List.of());
        for (int at = 0; at < steps.size(); at++) {
            places.put(steps.get(at).need(), at);
            free.add(steps.get(at).made(Denial.NOTHING));
        }
        backward = goForward() ? goBackward() : List.of();
    }

    /// How probable a denial is with all answers; empty where too much is tied together to say.
    OptionalDouble after(Denial denial) {
        if (backward.isEmpty()) {
            return OptionalDouble.empty();
        }
        var concerned = denial.needs().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        if (concerned.getCount() == 0) {
            return OptionalDouble.of(1);
        }
        var denied = forward.get(concerned.getMin()).asMap();
        for (int at = concerned.getMin(); at <= concerned.getMax(); at++) {
            var step = steps.get(at);
            denied = next(denied, step, denial.concerns(step.need()) ? step.made(denial) : free.get(at));
            double scale = forward.get(at + 1).scale();
            denied.replaceAll((_, chance) -> chance / scale);
        }
        int then = concerned.getMax() + 1;
        return OptionalDouble.of(
                Math.min(1, answered(denied, then) / answered(forward.get(then).asMap(), then)));
    }

    /// The chance of the answers from sums at a place on.
    private double answered(Map<Long, Double> sums, int at) {
        double chance = 0;
        for (var each : sums.entrySet()) {
            chance += each.getValue() * backward.get(at).of(each.getKey());
        }
        return chance;
    }

    private static Map<Long, Double> next(Map<Long, Double> sums, Step step, Map<Long, Double> ways) {
        var next = new HashMap<Long, Double>();
        ways.forEach((made, chance) -> sums.forEach((set, before) -> {
            if (step.allows(set | made)) {
                next.merge(step.open(set | made), before * chance, Double::sum);
            }
        }));
        return next;
    }

    /// Whether there were not too many sums to keep.
    private boolean goForward() {
        var sums = Sums.NOTHING_OPEN;
        forward.add(sums);
        int kept = 0;
        for (int at = 0; at < steps.size(); at++) {
            var next = next(sums.asMap(), steps.get(at), free.get(at));
            kept += next.size();
            if (next.size() > MOST_SETS || kept > MOST_KEPT) {
                return false;
            }
            sums = Sums.of(next);
            forward.add(sums);
        }
        return !steps.isEmpty();
    }

    private List<Sums> goBackward() {
        var sums = new ArrayList<Sums>();
        sums.add(Sums.NOTHING_OPEN);
        for (int at = steps.size() - 1; at >= 0; at--) {
            var step = steps.get(at);
            var after = sums.getLast();
            var before = new HashMap<Long, Double>();
            for (long set : forward.get(at).sets()) {
                double chance = 0;
                for (var way : free.get(at).entrySet()) {
                    long made = set | way.getKey();
                    chance += step.allows(made) ? way.getValue() * after.of(step.open(made)) : 0;
                }
                before.put(set, chance);
            }
            sums.add(Sums.of(before));
        }
        return sums.reversed();
    }
}
