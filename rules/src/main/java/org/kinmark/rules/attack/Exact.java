package org.kinmark.rules.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
/// The work grows with two to the number of clauses that are open at a time, which is small where families share
/// few people; beyond [#MOST_SETS] sets the answer is empty.
final class Exact {

    /// Sets of open clauses that are followed at most.
    static final int MOST_SETS = 1 << 14;

    private static final int MOST_OPEN = Long.SIZE - 2;

    private final Tied tied;
    private final List<Step> steps;
    private final boolean tooManyOpen;
    private final OptionalDouble answers;

    /// One need: how it can be, and which of the places of open clauses it can make true and closes.
    ///
    /// @param clauses the place of each clause that holds the need, and the kinds by which
    /// @param closes the places that are free again after it
    /// @param free the chance of each set of clauses that the need makes true, where nothing is denied
    private record Step(Need need, List<Told> ways, Map<Long, Integer> clauses, long closes, Map<Long, Double> free) {

        private Step(Need need, List<Told> ways, Map<Long, Integer> clauses, long closes) {
            this(need, ways, clauses, closes, new HashMap<>());
            free.putAll(made(Denial.NOTHING));
        }

        /// The chance of each set of clauses that the need makes true.
        private Map<Long, Double> made(Denial denial) {
            var chances = new HashMap<Long, Double>();
            for (var told : ways) {
                if (denial.allows(need, told)) {
                    chances.merge(made(told), told.chance(), Double::sum);
                }
            }
            return chances;
        }

        private long made(Told told) {
            long made = 0;
            for (var clause : clauses.entrySet()) {
                made |= (told.said() & clause.getValue()) != 0 ? clause.getKey() : 0;
            }
            return made;
        }
    }

    Exact(Tied tied, Model model) {
        this.tied = tied;
        var places = new Places();
        this.steps = tied.needs().stream()
                .map(need -> step(need, model.possible(need), places))
                .toList();
        this.tooManyOpen = places.most > MOST_OPEN;
        this.answers = logChance(Denial.NOTHING);
    }

    /// Which bit stands for which open clause.
    private static final class Places {

        private final ArrayDeque<Integer> free = new ArrayDeque<>();
        private final Map<Integer, Integer> of = new HashMap<>();
        private int most;

        private int open(int clause) {
            return of.computeIfAbsent(clause, _ -> free.isEmpty() ? most++ : free.pop());
        }

        private void close(int clause) {
            free.push(open(clause));
            of.remove(clause);
        }
    }

    private Step step(Need need, List<Told> ways, Places places) {
        var held = new ArrayList<Integer>();
        for (int i = 0; i < tied.clauses().size(); i++) {
            if (tied.clauses().get(i).containsKey(need)) {
                held.add(i);
            }
        }
        var clauses = new HashMap<Long, Integer>();
        long closes = 0;
        for (int clause : held) {
            long place = 1L << places.open(clause);
            clauses.put(place, tied.clauses().get(clause).getOrDefault(need, 0));
            closes |= isLast(need, clause) ? place : 0;
        }
        held.stream().filter(clause -> isLast(need, clause)).forEach(places::close);
        return new Step(need, ways, clauses, closes);
    }

    private boolean isLast(Need need, int clause) {
        var order = tied.needs();
        return order.subList(order.indexOf(need) + 1, order.size()).stream()
                .noneMatch(tied.clauses().get(clause)::containsKey);
    }

    /// How probable a denial is with all answers; empty where too much is tied together to say.
    OptionalDouble after(Denial denial) {
        var denied = answers.isEmpty() ? answers : logChance(denial);
        return denied.isEmpty()
                ? denied
                : OptionalDouble.of(Math.min(1, Math.exp(denied.getAsDouble() - answers.getAsDouble())));
    }

    /// The logarithm of the chance of the answers together with a denial; minus infinity where both cannot be.
    private OptionalDouble logChance(Denial denial) {
        if (tooManyOpen) {
            return OptionalDouble.empty();
        }
        var sets = new HashMap<>(Map.of(0L, 1.0));
        double log = 0;
        for (var step : steps) {
            var next = new HashMap<Long, Double>();
            var ways = denial.concerns(step.need()) ? step.made(denial) : step.free();
            ways.forEach((made, chance) -> sets.forEach((set, before) -> {
                if (((set | made) & step.closes()) == step.closes()) {
                    next.merge((set | made) & ~step.closes(), before * chance, Double::sum);
                }
            }));
            // Kept near 1, so that the chance of a long chain of families does not vanish.
            double sum = next.values().stream().mapToDouble(Double::doubleValue).sum();
            if (sum == 0 || next.size() > MOST_SETS) {
                return sum == 0 ? OptionalDouble.of(Double.NEGATIVE_INFINITY) : OptionalDouble.empty();
            }
            log += Math.log(sum);
            sets.clear();
            next.forEach((set, chance) -> sets.put(set, chance / sum));
        }
        return OptionalDouble.of(log);
    }
}
