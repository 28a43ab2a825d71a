package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A family as a round would ask about it: who of it would be listed to whom, and all that could explain a 1.
///
/// @param listed the members that each service asked would get, in the order given; a service that would get
///     nobody is
///     not asked
/// @param explanations every triple of a listed person, an indicator that fits and a kind of service
/// @param people those listed to any service at all who count as hiding each other
public record Question(Map<Service, List<Member>> listed, Set<Explanation> explanations, Set<Integer> people) {

    public Question {
        listed = Collections.unmodifiableMap(new LinkedHashMap<>(listed));
        explanations = Set.copyOf(explanations);
        people = Set.copyOf(people);
    }

    /// Works out the question.
    ///
    /// @param asOf the day on which ages are counted: the round's opening day
    public static Question of(
            Collection<Member> family,
            Collection<? extends Service> services,
            Collection<Indicator> indicators,
            LocalDate asOf) {
        var listed = new LinkedHashMap<Service, List<Member>>();
        for (var service : services) {
            var known =
                    family.stream().filter(member -> service.gets(member, asOf)).toList();
            if (!known.isEmpty()) {
                listed.put(service, known);
            }
        }
        var explanations = new HashMap<Explanation.Event, Explanation>();
        listed.forEach((service, members) -> members.forEach(member -> indicators.stream()
                .filter(indicator -> indicator.fits(member, asOf))
                .map(indicator -> explanation(member, indicator, service, asOf))
                .forEach(one -> explanations.merge(one.event(), one, Question::strongest))));
        var people = listed.values().stream()
                .flatMap(List::stream)
                .filter(member -> member.arrival().counts(asOf))
                .map(Member::person)
                .collect(Collectors.toUnmodifiableSet());
        return new Question(listed, Set.copyOf(explanations.values()), people);
    }

    private static Explanation explanation(Member member, Indicator indicator, Service service, LocalDate asOf) {
        return new Explanation(
                member.person(),
                indicator.id(),
                service.kind(),
                service.isOfTheCouncil(),
                member.arrival().counts(asOf));
    }

    /// The same said by a unit of the council and by another service of that kind, or of a person entered twice.
    /// What only a row says that does not count yet adds nothing to one that counts.
    private static Explanation strongest(Explanation one, Explanation other) {
        if (one.hides() != other.hides()) {
            return one.hides() ? one : other;
        }
        return one.fromTheCouncil() ? other : one;
    }

    /// The services asked that count: units of the team's own council do not.
    Set<Service> countedServices() {
        return listed.keySet().stream()
                .filter(Predicate.not(Service::isOfTheCouncil))
                .collect(Collectors.toUnmodifiableSet());
    }
}
