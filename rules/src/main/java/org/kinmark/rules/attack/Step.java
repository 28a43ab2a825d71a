package org.kinmark.rules.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kinmark.rules.attack.Statement.Need;

/// One need, taken after others: how it can be, and which of the places of open clauses it can make true and
/// closes.
///
/// @param clauses the place of each clause that holds the need, and the kinds by which
/// @param closes the places that are free again after it
record Step(Need need, List<Told> ways, Map<Long, Integer> clauses, long closes) {

    /// Places that a set of them, written as a number, has room for.
    private static final int MOST_OPEN = Long.SIZE - 2;

    /// The needs of a group one after another; empty where too many clauses are open at a time.
    static Optional<List<Step>> of(Tied tied, Model model) {
        var holding = new HashMap<Need, List<Integer>>();
        for (int clause = 0; clause < tied.clauses().size(); clause++) {
            for (var need : tied.clauses().get(clause).keySet()) {
                holding.computeIfAbsent(need, _ -> new ArrayList<>()).add(clause);
            }
        }
        var last = new HashMap<Integer, Need>();
        tied.needs().forEach(need -> holding.getOrDefault(need, List.of()).forEach(clause -> last.put(clause, need)));
        var places = new Places();
        var steps = new ArrayList<Step>();
        for (var need : tied.needs()) {
            var clauses = new HashMap<Long, Integer>();
            long closes = 0;
            var held = holding.getOrDefault(need, List.of());
            for (int clause : held) {
                long place = 1L << places.open(clause);
                clauses.put(place, tied.clauses().get(clause).getOrDefault(need, 0));
                closes |= need.equals(last.get(clause)) ? place : 0;
            }
            held.stream().filter(clause -> need.equals(last.get(clause))).forEach(places::close);
            steps.add(new Step(need, model.possible(need), clauses, closes));
        }
        return places.most > MOST_OPEN ? Optional.empty() : Optional.of(steps);
    }

    /// The chance of each set of clauses that the need makes true while a denial stands.
    Map<Long, Double> made(Denial denial) {
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

    /// Whether a set of true clauses has all that must be true now.
    boolean allows(long set) {
        return (set & closes) == closes;
    }

    /// The set that is left once what closes is forgotten.
    long open(long set) {
        return set & ~closes;
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
}
