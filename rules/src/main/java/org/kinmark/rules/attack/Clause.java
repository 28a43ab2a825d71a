package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

/// What is left of a question that was answered 1: at least one of these explanations is true.
///
/// @param left at least one
/// @param because the question itself, then each of those answered 0 that took something away from it
record Clause(Answered question, Set<Explanation> left, List<Answered> because) {

    /// The events that are left, to compare with other questions'.
    Set<Explanation.Event> events() {
        return left.stream().map(Explanation::event).collect(Collectors.toUnmodifiableSet());
    }

    /// What is certain of a single person, indicator or kind of specialist.
    ///
    /// @param family the question's, or another of which everything was asked that is left
    List<Statement> certain(int family) {
        var people = people();
        var indicators = indicators();
        var certain = new ArrayList<Statement>();
        if (people.size() == 1) {
            int person = people.getFirst();
            certain.add(new Statement.SomeNeed(person));
            if (indicators.size() == 1) {
                certain.add(new Statement.Need(person, indicators.iterator().next()));
            }
        }
        if (indicators.size() == 1) {
            certain.add(new Statement.InFamily(family, indicators));
        }
        var kinds = specialists();
        if (!kinds.isEmpty()) {
            certain.add(new Statement.Known(family, kinds));
        }
        return certain;
    }

    /// What lies between two people or two indicators.
    List<Statement> oneOfTwo() {
        var two = new ArrayList<Statement>();
        var people = people();
        if (people.size() == 2) {
            two.add(new Statement.OneOfTwo(people.getFirst(), people.getLast()));
        }
        if (indicators().size() == 2) {
            two.add(new Statement.InFamily(question.family(), indicators()));
        }
        return two;
    }

    /// Of whom something is left, by number.
    List<Integer> people() {
        return left.stream().map(Explanation::person).distinct().sorted().toList();
    }

    private Set<String> indicators() {
        return left.stream().map(Explanation::indicator).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The kinds that all explanations lie within, where that tells what kind of need it is: one kind of
    /// specialist, with whatever the council's own units could have said, for the team may learn that otherwise.
    /// General practice has every kind of need, so that it tells none.
    private Set<ServiceKind> specialists() {
        var outside = left.stream()
                .filter(one -> !one.fromTheCouncil())
                .map(Explanation::kind)
                .collect(Collectors.toUnmodifiableSet());
        return outside.size() > 1 || outside.contains(ServiceKind.GP_PRACTICE)
                ? Set.of()
                : left.stream().map(Explanation::kind).collect(Collectors.toUnmodifiableSet());
    }
}
