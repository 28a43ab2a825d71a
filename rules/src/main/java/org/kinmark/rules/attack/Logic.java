package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.Explanation.Event;

/// What follows from answers for certain, reading a no signal as "nobody" and facts as unchanging.
///
/// A world says of each event whether it is true. It gives these answers if and only if no event of a question
/// answered 0 is true in it, and of each question answered 1 some event is. Take away from the latter what the
/// former rule out: what is left of one is a clause, and the worlds are exactly those in which nothing that is
/// ruled out is true and something of each clause is. Three things come of it.
///
/// "Something in B is true" follows if and only if some clause lies in B: if none does, the world where all
/// is true that is neither ruled out nor in B gives the same answers, and nothing of B is true in it.
///
/// "Nothing in B is true" follows if and only if all of B is ruled out, for the world where all the rest is
/// true gives the same answers.
///
/// No world gives these answers if and only if nothing is left of some question answered 1: something has
/// changed, or the no signal came of silence.
///
/// What a signal so contradicts is not known any more: none of its events is taken for ruled out, of any
/// question. So every signal leaves a clause, nobody is certain because of a no signal that is known to be
/// wrong, and what the no signals say of everything else still stands.
///
/// @param ruledOut what cannot be true, each with the first answer that says so
/// @param clauses what is left of each question answered 1 that anything explains
/// @param contradicted the questions answered 1 of which the no signals left nothing
record Logic(Map<Event, Answered> ruledOut, List<Clause> clauses, List<Contradiction> contradicted) {

    static Logic of(List<Answered> answers) {
        var ruledOut = new HashMap<Event, Answered>();
        answers.stream()
                .filter(one -> !one.mark())
                .forEach(one -> events(one).forEach(event -> ruledOut.putIfAbsent(event, one)));
        var signals = answers.stream()
                .filter(one -> one.mark() && !one.explanations().isEmpty())
                .toList();
        var contradicted = signals.stream()
                .filter(signal -> ruledOut.keySet().containsAll(events(signal)))
                .map(signal -> new Contradiction(signal, rulingOut(events(signal), ruledOut)))
                .toList();
        contradicted.forEach(one -> events(one.signal()).forEach(ruledOut::remove));
        return new Logic(
                ruledOut,
                signals.stream().map(signal -> clause(signal, ruledOut)).toList(),
                contradicted);
    }

    /// The no signals that rule out any of these.
    List<Answered> rulingOut(Set<Event> events) {
        return rulingOut(events, ruledOut);
    }

    private static List<Answered> rulingOut(Set<Event> events, Map<Event, Answered> ruledOut) {
        return events.stream()
                .sorted(Asked.EVENTS)
                .map(ruledOut::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Set<Event> events(Answered answer) {
        return answer.explanations().stream().map(Explanation::event).collect(Collectors.toUnmodifiableSet());
    }

    private static Clause clause(Answered signal, Map<Event, Answered> ruledOut) {
        var because = new ArrayList<>(List.of(signal));
        because.addAll(rulingOut(events(signal), ruledOut));
        var left = signal.explanations().stream()
                .filter(explanation -> !ruledOut.containsKey(explanation.event()))
                .collect(Collectors.toUnmodifiableSet());
        return new Clause(signal, left, List.copyOf(because));
    }

    /// Clauses from which all follows that follows from any. Two that leave the same events tell different
    /// things where in one of them a kind could have been a unit of the council only, so that they count as
    /// different.
    List<Clause> telling() {
        return smallest(Clause::left);
    }

    /// Clauses that say what all of them say, whoever could have said so.
    List<Clause> smallest() {
        return smallest(Clause::events);
    }

    /// Clauses without those that hold all of another; of equal ones the first.
    private <T> List<Clause> smallest(Function<Clause, Set<T>> content) {
        var byPerson = new HashMap<Integer, Map<Clause, Set<T>>>();
        clauses.forEach(clause -> {
            var all = content.apply(clause);
            clause.people()
                    .forEach(person -> byPerson.computeIfAbsent(person, _ -> new LinkedHashMap<>())
                            .put(clause, all));
        });
        var smallest = new LinkedHashMap<Set<T>, Clause>();
        for (var clause : clauses) {
            var all = content.apply(clause);
            boolean holdsAnother = clause.people().stream()
                    .map(person -> byPerson.getOrDefault(person, Map.of()).values())
                    .flatMap(Collection::stream)
                    .anyMatch(other -> other.size() < all.size() && all.containsAll(other));
            if (!holdsAnother) {
                smallest.putIfAbsent(all, clause);
            }
        }
        return List.copyOf(smallest.values());
    }
}
