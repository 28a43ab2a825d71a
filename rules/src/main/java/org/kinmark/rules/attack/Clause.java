package org.kinmark.rules.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

/// What is left of a question that was answered 1: at least one of these explanations is true.
///
/// What services say is about needs, and most statements are too: "somebody of the family has asthma" follows
/// where all needs that are left are asthma of its people, whichever services were asked about them, and in
/// every family of which that is so. Only [Statement.Known] is about what was said.
///
/// @param left at least one
/// @param because the question itself, then each of those answered 0 that took something away from it
record Clause(Answered question, Set<Explanation> left, List<Answered> because) {

    /// The events that are left, to compare with other questions'.
    Set<Explanation.Event> events() {
        return left.stream().map(Explanation::event).collect(Collectors.toUnmodifiableSet());
    }

    /// What is certain of a single person, indicator or kind of specialist, with the family of which it
    /// speaks.
    Map<Statement, Integer> certain(Asked asked) {
        var people = people();
        var indicators = indicators();
        var certain = new LinkedHashMap<Statement, Integer>();
        if (people.size() == 1) {
            int person = people.getFirst();
            certain.put(new Statement.SomeNeed(person), question.family());
            if (indicators.size() == 1) {
                certain.put(new Need(person, indicators.iterator().next()), question.family());
            }
        }
        if (indicators.size() == 1) {
            asked.familiesOfNeeds(needs())
                    .forEach(family -> certain.put(new Statement.InFamily(family, indicators), family));
        }
        if (namesASpecialist()) {
            asked.familiesOf(events()).forEach(family -> certain.put(new Statement.Known(family, kinds()), family));
        }
        return certain;
    }

    /// What lies between two people or two indicators, with the family of which it speaks.
    Map<Statement, Integer> oneOfTwo(Asked asked) {
        var two = new LinkedHashMap<Statement, Integer>();
        var people = people();
        var indicators = indicators();
        if (people.size() == 2) {
            two.put(new Statement.OneOfTwo(people.getFirst(), people.getLast()), question.family());
        }
        if (indicators.size() == 2) {
            if (people.size() == 1) {
                two.put(new Statement.EitherNeed(people.getFirst(), indicators), question.family());
            }
            asked.familiesOfNeeds(needs())
                    .forEach(family -> two.put(new Statement.InFamily(family, indicators), family));
        }
        return two;
    }

    /// That a practice said so, where only practices could: it follows, and is worth nothing.
    Set<Statement> worthless(Asked asked) {
        return kinds().equals(Set.of(ServiceKind.GP_PRACTICE))
                ? asked.familiesOf(events()).stream()
                        .map(family -> new Statement.Known(family, kinds()))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /// Of whom something is left, by number.
    List<Integer> people() {
        return left.stream().map(Explanation::person).distinct().sorted().toList();
    }

    private Set<String> indicators() {
        return left.stream().map(Explanation::indicator).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Need> needs() {
        return left.stream()
                .map(one -> new Need(one.person(), one.indicator()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<ServiceKind> kinds() {
        return left.stream().map(Explanation::kind).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the kinds that are left tell what kind of need it is: one kind of specialist, with whatever the
    /// council's own units could have said, for the team may learn that otherwise. General practice has every
    /// kind of need, so that it tells none.
    private boolean namesASpecialist() {
        var outside = left.stream()
                .filter(one -> !one.fromTheCouncil())
                .map(Explanation::kind)
                .collect(Collectors.toUnmodifiableSet());
        return outside.size() < 2 && !outside.contains(ServiceKind.GP_PRACTICE);
    }
}
