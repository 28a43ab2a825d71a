package org.kinmark.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kinmark.rules.attack.Answered;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.Explanation.Event;
import org.kinmark.rules.boundary.Indicator;
import org.kinmark.rules.boundary.Member;

/// What the team holds, as an attack on it takes it: families and people are numbers.
///
/// @param answers a question for each round and family, in the file's order
/// @param families the team's own reference of each, by number
/// @param people the same of each person
public record Held(List<Answered> answers, List<String> families, List<String> people) {

    /// Makes questions of rows. Somebody whom an indicator cannot concern explains nothing by it, nor does anybody
    /// without a birth date.
    public static Held of(List<HeldRow> rows) {
        var families = new Numbers();
        var people = new Numbers();
        var questions = new LinkedHashMap<Asked, Map<Event, Explanation>>();
        for (var row : rows) {
            var events = questions.computeIfAbsent(
                    new Asked(row.round(), families.of(row.familyId()), row.mark()), _ -> new HashMap<>());
            int person = people.of(row.personId());
            if (fits(row, person)) {
                var one = new Explanation(person, row.indicator(), row.kind(), row.ofTheCouncil(), true);
                events.merge(one.event(), one, Held::strongest);
            }
        }
        var answers = new ArrayList<Answered>();
        questions.forEach((asked, events) ->
                answers.add(new Answered(asked.round(), asked.family(), Set.copyOf(events.values()), asked.mark())));
        return new Held(answers, families.texts(), people.texts());
    }

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

    /// Numbers for references, in the order in which they come.
    private static final class Numbers {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        private int of(String text) {
            return numbers.computeIfAbsent(text, _ -> numbers.size());
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
