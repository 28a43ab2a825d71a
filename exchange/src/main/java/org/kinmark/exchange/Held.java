package org.kinmark.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kinmark.rules.attack.Answered;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.Explanation.Event;
import org.kinmark.rules.boundary.Indicator;
import org.kinmark.rules.boundary.Member;

/// What the team holds, as an attack on it takes it: families and people are numbers, in the order of their
/// references, so that the same rows in another order are the same.
///
/// @param answers a question for each round and family: rounds in the file's order, families in theirs
/// @param families the team's own reference of each, by number
/// @param people the same of each person
/// @param undated families of whom somebody was listed without a birth date
public record Held(List<Answered> answers, List<String> families, List<String> people, Set<Integer> undated) {

    private static final Comparator<Asked> IN_ORDER =
            Comparator.comparingInt(Asked::family).thenComparing(Asked::mark);

    /// Makes questions of rows. Somebody whom an indicator cannot concern explains nothing by it, nor does anybody
    /// without a birth date.
    public static Held of(List<HeldRow> rows) {
        var families = Numbers.of(rows.stream().map(HeldRow::familyId));
        var people = Numbers.of(rows.stream().map(HeldRow::personId));
        var rounds = new LinkedHashMap<String, Map<Asked, Map<Event, Explanation>>>();
        var undated = new TreeSet<Integer>();
        for (var row : rows) {
            int family = families.of(row.familyId());
            var events = rounds.computeIfAbsent(row.round(), _ -> new TreeMap<>(IN_ORDER))
                    .computeIfAbsent(new Asked(row.round(), family, row.mark()), _ -> new HashMap<>());
            int person = people.of(row.personId());
            if (fits(row, person)) {
                var one = new Explanation(person, row.indicator(), row.kind(), row.ofTheCouncil(), true);
                events.merge(one.event(), one, Held::strongest);
            }
            if (row.birthDate() == null) {
                undated.add(family);
            }
        }
        var answers = new ArrayList<Answered>();
        rounds.values()
                .forEach(questions -> questions.forEach((asked, events) -> answers.add(
                        new Answered(asked.round(), asked.family(), Set.copyOf(events.values()), asked.mark()))));
        return new Held(answers, families.texts(), people.texts(), undated);
    }

    /// A question; a family has one mark in a round.
    private record Asked(String round, int family, boolean mark) {}

    private static boolean fits(HeldRow row, int person) {
        var member = new Member(person, Optional.ofNullable(row.birthDate()), AsRules.sex(row.sex()), Optional.empty());
        var range = AsRules.range(row.minAge(), row.maxAge());
        return new Indicator(row.indicator(), "", range, AsRules.sex(row.indicatorSex())).fits(member, row.asOf());
    }

    /// The same said by a unit of the council and by another service of that kind.
    private static Explanation strongest(Explanation one, Explanation other) {
        return one.fromTheCouncil() ? other : one;
    }

    /// Numbers for references.
    private record Numbers(Map<String, Integer> numbers) {

        private static Numbers of(Stream<String> references) {
            var numbers = new LinkedHashMap<String, Integer>();
            references.sorted().forEach(reference -> numbers.putIfAbsent(reference, numbers.size()));
            return new Numbers(numbers);
        }

        private int of(String reference) {
            return Objects.requireNonNull(numbers.get(reference));
        }

        private List<String> texts() {
            return List.copyOf(numbers.keySet());
        }
    }

    /// Hides what the team holds.
    @Override
    public String toString() {
        return "Held[hidden]";
    }
}
