package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.Explanation.Event;

/// What follows from answers for certain, reading a no signal as "nobody" and facts as unchanging.
///
/// A world says of each event whether it is true. It gives these answers if and only if no event of a question
/// answered 0 is true in it, and of each question answered 1 some event is. Take away from the latter what the
/// former rule out: what is left of one is a clause, and the worlds are exactly those in which nothing that is
/// ruled out is true and something of each clause is. Therefore
///
/// - "something in B is true" follows if and only if some clause lies in B: if none does, the world where all is
///   true that is neither ruled out nor in B gives the same answers, and nothing of B is true in it;
/// - "nothing in B is true" follows if and only if all of B is ruled out, for the world where all the rest is true
///   gives the same answers;
/// - no world gives these answers if and only if nothing is left of some question answered 1: something has
///   changed, or the no signal came of silence.
///
/// A question of which nothing is left stands by itself: it is taken for later news, from which nothing is taken
/// away, and nothing that it speaks of counts as ruled out for anybody to say. The probabilities leave it aside.
///
/// @param ruledOut what cannot be true, each with the first answer that says so
/// @param clauses what is left of each other question answered 1
/// @param contradicted the questions answered 1 of which nothing is left
record Logic(Map<Event, Answered> ruledOut, List<Clause> clauses, List<Clause> contradicted) {

    static Logic of(List<Answered> answers) {
        var ruledOut = new HashMap<Event, Answered>();
        answers.stream()
                .filter(one -> !one.mark())
                .forEach(one ->
                        one.explanations().forEach(explanation -> ruledOut.putIfAbsent(explanation.event(), one)));
        var clauses = new ArrayList<Clause>();
        var contradicted = new ArrayList<Clause>();
        for (var answer : answers) {
            if (answer.mark()) {
                var clause = clause(answer, ruledOut);
                if (clause.left().isEmpty()) {
                    contradicted.add(new Clause(answer, answer.explanations(), clause.because()));
                } else {
                    clauses.add(clause);
                }
            }
        }
        return new Logic(ruledOut, List.copyOf(clauses), List.copyOf(contradicted));
    }

    /// All from which something follows.
    List<Clause> telling() {
        return Stream.concat(smallest().stream(), contradicted.stream()).toList();
    }

    /// The events of which nobody can say that they are true.
    Set<Event> surelyUnsaid() {
        var unsaid = new LinkedHashSet<>(ruledOut.keySet());
        contradicted.forEach(clause -> unsaid.removeAll(clause.events()));
        return unsaid;
    }

    private static Clause clause(Answered answer, Map<Event, Answered> ruledOut) {
        var because = new LinkedHashSet<Answered>();
        because.add(answer);
        answer.explanations().stream()
                .map(Explanation::event)
                .sorted(Asked.EVENTS)
                .map(ruledOut::get)
                .filter(by -> by != null)
                .forEach(because::add);
        var left = answer.explanations().stream()
                .filter(explanation -> !ruledOut.containsKey(explanation.event()))
                .collect(Collectors.toUnmodifiableSet());
        return new Clause(answer, left, List.copyOf(because));
    }

    /// Clauses without those that hold all of another, which say nothing more; of equal ones the first.
    List<Clause> smallest() {
        var byPerson = new HashMap<Integer, Map<Clause, Set<Event>>>();
        clauses.forEach(clause -> {
            var events = clause.events();
            clause.people()
                    .forEach(person -> byPerson.computeIfAbsent(person, _ -> new LinkedHashMap<>())
                            .put(clause, events));
        });
        var smallest = new LinkedHashMap<Set<Event>, Clause>();
        for (var clause : clauses) {
            var events = clause.events();
            boolean holdsAnother = clause.people().stream()
                    .flatMap(person -> byPerson.getOrDefault(person, Map.of()).values().stream())
                    .anyMatch(other -> other.size() < events.size() && events.containsAll(other));
            if (!holdsAnother) {
                smallest.putIfAbsent(events, clause);
            }
        }
        return List.copyOf(smallest.values());
    }
}
