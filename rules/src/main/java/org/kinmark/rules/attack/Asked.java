package org.kinmark.rules.attack;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kinmark.rules.attack.Statement.Known;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.attack.Statement.SomeNeed;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.Explanation.Event;

/// All that was asked about, by person and by family: of what there is something to say.
final class Asked {

    /// Orders of their own, for a set has another in each run, and the same answers must give the same figures.
    static final Comparator<Event> EVENTS = Comparator.comparingInt(Event::person)
            .thenComparing(Event::indicator)
            .thenComparing(Event::kind);

    static final Comparator<Explanation> EXPLANATIONS = Comparator.comparing(Explanation::event, EVENTS);

    static final Comparator<Need> NEEDS = Comparator.comparingInt(Need::person).thenComparing(Need::indicator);

    private final Map<Integer, Set<Event>> byPerson = new LinkedHashMap<>();
    private final Map<Integer, Set<Event>> byFamily = new LinkedHashMap<>();
    private final Map<Integer, Set<Integer>> familiesOf = new HashMap<>();
    private final Map<Need, Set<Event>> byNeed = new HashMap<>();
    private final Map<Integer, Set<Need>> needsOfFamily = new HashMap<>();

    Asked(List<Answered> answers) {
        for (var answer : answers) {
            var family = byFamily.computeIfAbsent(answer.family(), _ -> new LinkedHashSet<>());
            answer.explanations().stream()
                    .map(Explanation::event)
                    .sorted(EVENTS)
                    .forEach(event -> {
                        var need = new Need(event.person(), event.indicator());
                        family.add(event);
                        byNeed.computeIfAbsent(need, _ -> new LinkedHashSet<>()).add(event);
                        needsOfFamily
                                .computeIfAbsent(answer.family(), _ -> new LinkedHashSet<>())
                                .add(need);
                        byPerson.computeIfAbsent(event.person(), _ -> new LinkedHashSet<>())
                                .add(event);
                        familiesOf
                                .computeIfAbsent(event.person(), _ -> new LinkedHashSet<>())
                                .add(answer.family());
                    });
        }
    }

    /// Everything that could be said, with the family of which it speaks.
    Map<Statement, Integer> statements() {
        var statements = new LinkedHashMap<Statement, Integer>();
        byPerson.forEach((person, events) -> {
            int family = familiesOf(person).iterator().next();
            statements.put(new SomeNeed(person), family);
            needs(events).forEach(need -> statements.put(need, family));
        });
        byFamily.forEach((family, events) -> events.forEach(event -> {
            statements.put(new Statement.InFamily(family, Set.of(event.indicator())), family);
            statements.put(new Known(family, Set.of(event.kind())), family);
        }));
        return statements;
    }

    /// What would be absent if it were not so.
    Denial denial(Statement statement) {
        return switch (statement) {
            case Need need -> Denial.ofNeeds(Set.of(need));
            case SomeNeed(int person) -> Denial.ofNeeds(needs(ofPerson(person)));
            case Statement.EitherNeed(int person, var indicators) ->
                Denial.ofNeeds(indicators.stream()
                        .sorted()
                        .map(indicator -> new Need(person, indicator))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            case Statement.OneOfTwo(int person, int other) -> {
                var needs = needs(ofPerson(person));
                needs.addAll(needs(ofPerson(other)));
                yield Denial.ofNeeds(needs);
            }
            case Statement.InFamily(int family, var indicators) ->
                Denial.ofNeeds(needs(ofFamily(family, event -> indicators.contains(event.indicator()))));
            case Known(int family, var kinds) ->
                Denial.ofEvents(ofFamily(family, event -> kinds.contains(event.kind())));
        };
    }

    /// All that services could have said of a statement: of what was said in its family, or of its needs in
    /// any.
    Set<Event> events(Statement statement) {
        return switch (statement) {
            case Known(int family, var kinds) -> ofFamily(family, event -> kinds.contains(event.kind()));
            case Need _, SomeNeed _, Statement.EitherNeed _, Statement.OneOfTwo _, Statement.InFamily _ ->
                denial(statement).absent().stream()
                        .flatMap(need -> byNeed.getOrDefault(need, Set.of()).stream())
                        .collect(Collectors.toUnmodifiableSet());
        };
    }

    private Set<Event> ofPerson(int person) {
        return byPerson.getOrDefault(person, Set.of());
    }

    /// The families about which all of some events were asked, of which there is at least one.
    ///
    /// @param events that were asked about, at least one
    List<Integer> familiesOf(Set<Event> events) {
        return familiesOf(events.iterator().next().person()).stream()
                .filter(family -> byFamily.getOrDefault(family, Set.of()).containsAll(events))
                .toList();
    }

    /// The families that were asked about all of some needs, by whichever services.
    ///
    /// @param needs that were asked about, at least one
    List<Integer> familiesOfNeeds(Set<Need> needs) {
        return familiesOf(needs.iterator().next().person()).stream()
                .filter(family -> needsOfFamily.getOrDefault(family, Set.of()).containsAll(needs))
                .toList();
    }

    private Set<Integer> familiesOf(int person) {
        return familiesOf.getOrDefault(person, Set.of());
    }

    private Set<Event> ofFamily(int family, Predicate<Event> wanted) {
        return byFamily.getOrDefault(family, Set.of()).stream()
                .filter(wanted)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Need> needs(Set<Event> events) {
        return events.stream()
                .map(event -> new Need(event.person(), event.indicator()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
