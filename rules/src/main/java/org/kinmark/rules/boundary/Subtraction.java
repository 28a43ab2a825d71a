package org.kinmark.rules.boundary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What answers tell together that none tells alone. Two lists that differ in one person name that person as soon as
/// one comes back with a signal and the other without.
///
/// Somebody who reads a no signal as "nobody", and takes facts as unchanging, is left for a question that was answered
/// 1 with its explanations less those of every question that was answered 0. Let `b` be one that is true. The fewest
/// explanations are left where nothing else is true: then exactly the questions without `b` are 0. So questions name
/// somebody in some world if and only if, for some question `S` and some `b` of it, what is left of `S` without the
/// questions that do not hold `b` is spread over too little. All explanations that the same questions hold leave the
/// same, which keeps this polynomial: no world is ever enumerated.
///
/// Not safe for use by several threads.
final class Subtraction {

    private final Limits limits;
    private final Map<Integer, Set<Set<Explanation>>> byPerson = new HashMap<>();

    Subtraction(Limits limits) {
        this.limits = limits;
    }

    /// Takes a question in, whatever it tells: it has been asked.
    void take(Set<Explanation> question) {
        people(question)
                .forEach(person -> byPerson.computeIfAbsent(person, _ -> new LinkedHashSet<>())
                        .add(question));
    }

    /// The least that would remain of this or an earlier question if this one were asked too; empty where that hides
    /// enough. Asking the same again tells nothing new.
    Optional<Spread> refusal(Set<Explanation> question) {
        var near = touching(question);
        if (near.contains(question)) {
            return Optional.empty();
        }
        var questions = new ArrayList<>(near);
        questions.addFirst(question);
        return questions.stream()
                .map(one -> tooLittleOf(one, others(one, question)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Every other question that shares a person with one, with the new one among them.
    private List<Set<Explanation>> others(Set<Explanation> one, Set<Explanation> added) {
        var others = touching(one);
        others.add(added);
        others.remove(one);
        return List.copyOf(others);
    }

    private Set<Set<Explanation>> touching(Set<Explanation> question) {
        return people(question).stream()
                .flatMap(person -> byPerson.getOrDefault(person, Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Integer> people(Collection<Explanation> question) {
        return question.stream().map(Explanation::person).collect(Collectors.toUnmodifiableSet());
    }

    /// Where nothing is taken away, the question was judged by itself, or a Guardian let it through as it is.
    private Optional<Spread> tooLittleOf(Set<Explanation> question, List<Set<Explanation>> others) {
        var held = heldBy(question, others);
        return Set.copyOf(held.values()).stream()
                .map(holders -> question.stream()
                        .filter(explanation -> isWithin(Objects.requireNonNull(held.get(explanation)), holders))
                        .toList())
                .filter(left -> left.size() < question.size())
                .map(Spread::of)
                .filter(left -> !left.isEnoughToRemain(limits))
                .findFirst();
    }

    /// For each explanation, which of the other questions hold it too.
    private static Map<Explanation, BitSet> heldBy(Set<Explanation> question, List<Set<Explanation>> others) {
        var held = new HashMap<Explanation, BitSet>();
        question.forEach(explanation -> held.put(explanation, new BitSet()));
        for (int i = 0; i < others.size(); i++) {
            var events = others.get(i).stream().map(Explanation::event).collect(Collectors.toSet());
            for (var entry : held.entrySet()) {
                entry.getValue().set(i, events.contains(entry.getKey().event()));
            }
        }
        return held;
    }

    private static boolean isWithin(BitSet part, BitSet whole) {
        var beyond = (BitSet) part.clone();
        beyond.andNot(whole);
        return beyond.isEmpty();
    }
}
