package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;

/// How answers come about, as far as somebody who knows the cohort and not the people can say.
///
/// A need is a property of a person and an indicator. Whether a service of a kind that the person was listed to
/// would say so is another chance. So, independently of everything else, person `m` has the need `j` with
/// probability `r(m, j)`; if so, each kind asked says so with probability `c`, in every round alike; if not, none
/// does. An event `(m, j, k)` is that kind `k` says so, and a bit is 1 where some event of its question is true.
///
/// Then no event of a set is true with probability
///
///     product over (m, j) of  1 - r(m, j) + r(m, j) (1 - c)^(number of its kinds in the set)
///
/// from which all that is asked here could be had by inclusion and exclusion over the clauses. That takes away
/// large numbers from each other; [Exact] comes to the same by adding only.
///
/// `r` is such that a family has the need as often as families of the cohort: `1 - (1 - R)^(1 / n)` for the `n`
/// people of the family who could have it; of a person who was asked about in several questions, the largest `n`
/// counts.
///
/// **Where it fails.** Needs run in families and come together (a parent's depression and a child's), so what is
/// left after a signal is spread wider than independence says. Services differ: an adult service that could know of
/// a child's need seldom does, and a practice knows more than `c`. Somebody who knows the family knows more than
/// the cohort. What follows by logic holds whatever the chances are.
final class Model {

    private final double known;
    private final Map<Need, Double> chances = new LinkedHashMap<>();
    private final Map<Need, Set<ServiceKind>> asked = new HashMap<>();
    private final Set<Explanation.Event> ruledOut;

    /// @param known the chance that a service says of a need that it could know, above 0 and under 1, so that no
    ///     world is impossible that logic allows
    Model(List<Answered> answers, Set<Explanation.Event> ruledOut, BaseRates rates, double known) {
        if (!(known > 0 && known < 1)) {
            throw new IllegalArgumentException("the chance that a need is known lies between 0 and 1");
        }
        this.known = known;
        this.ruledOut = ruledOut;
        var most = new TreeMap<Need, Integer>(Asked.NEEDS);
        for (var answer : answers) {
            var people = people(answer);
            for (var one : answer.explanations()) {
                var need = new Need(one.person(), one.indicator());
                most.merge(need, people.getOrDefault(one.indicator(), 1), Math::max);
                asked.computeIfAbsent(need, _ -> EnumSet.noneOf(ServiceKind.class))
                        .add(one.kind());
            }
        }
        most.forEach((need, n) -> chances.put(need, rates.ofOne(need.indicator(), n)));
    }

    /// How many could have each need, in one question.
    private static Map<String, Integer> people(Answered answer) {
        return answer.explanations().stream()
                .collect(Collectors.groupingBy(
                        Explanation::indicator,
                        Collectors.mapping(
                                Explanation::person,
                                Collectors.collectingAndThen(Collectors.toUnmodifiableSet(), Set::size))));
    }

    /// All needs that were asked about, in order.
    Set<Need> needs() {
        return chances.keySet();
    }

    /// The kinds that were asked about a need.
    Set<ServiceKind> kinds(Need need) {
        return asked.getOrDefault(need, Set.of());
    }

    /// The ways in which a need could be that no 0 rules out.
    List<Told> possible(Need need) {
        var possible = new ArrayList<Told>();
        int out = 0;
        for (var kind : kinds(need)) {
            boolean unsaid = ruledOut.contains(new Explanation.Event(need.person(), need.indicator(), kind));
            out |= unsaid ? 1 << kind.ordinal() : 0;
        }
        for (var told : ways(need)) {
            if ((told.said() & out) == 0) {
                possible.add(told);
            }
        }
        return possible;
    }

    /// All ways in which a need could be; their chances come to 1.
    List<Told> ways(Need need) {
        double has = chances.getOrDefault(need, 0.0);
        var ways = new ArrayList<Told>();
        ways.add(new Told(false, 0, 1 - has));
        var said = List.of(new Told(true, 0, has));
        for (var kind : kinds(need)) {
            said = said.stream()
                    .flatMap(told -> Stream.of(
                            new Told(true, told.said(), told.chance() * (1 - known)),
                            new Told(true, told.said() | 1 << kind.ordinal(), told.chance() * known)))
                    .toList();
        }
        said.stream().filter(told -> told.chance() > 0).forEach(ways::add);
        return ways;
    }

    /// How probable a denial was before any answer.
    double before(Denial denial) {
        double none = 1;
        for (var need : denial.needs()) {
            none *= ways(need).stream()
                    .filter(told -> denial.allows(need, told))
                    .mapToDouble(Told::chance)
                    .sum();
        }
        return none;
    }
}
