package org.kinmark.rules.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kinmark.rules.attack.Statement.Need;
import org.kinmark.rules.boundary.Explanation;

/// Needs that clauses tie together, and that no other clause ties to any other need: whatever is known of them is
/// independent of all the rest.
///
/// @param needs those of one clause after those of another that shares some, so that few clauses are open at a time
/// @param clauses of each, for every need in it the kinds of service that are left, a bit each by ordinal
record Tied(List<Need> needs, List<Map<Need, Integer>> clauses) {

    /// Sorts needs into such groups; one that no clause holds is alone.
    static List<Tied> of(Set<Need> needs, List<Clause> clauses) {
        var all = clauses.stream().map(Tied::kinds).toList();
        var holding = new HashMap<Need, List<Map<Need, Integer>>>();
        all.forEach(clause -> clause.keySet()
                .forEach(need ->
                        holding.computeIfAbsent(need, _ -> new ArrayList<>()).add(clause)));
        var groups = new ArrayList<Tied>();
        var seen = new HashSet<Need>();
        for (var need : needs) {
            if (!seen.contains(need)) {
                var group = around(need, holding);
                seen.addAll(group.needs());
                groups.add(group);
            }
        }
        return groups;
    }

    private static Tied around(Need first, Map<Need, List<Map<Need, Integer>>> holding) {
        var needs = new LinkedHashSet<>(Set.of(first));
        var clauses = new LinkedHashSet<Map<Need, Integer>>();
        var waiting = new ArrayDeque<Need>(needs);
        while (!waiting.isEmpty()) {
            for (var clause : holding.getOrDefault(waiting.remove(), List.of())) {
                if (clauses.add(clause)) {
                    clause.keySet().stream().filter(needs::add).forEach(waiting::add);
                }
            }
        }
        return new Tied(List.copyOf(needs), List.copyOf(clauses));
    }

    private static Map<Need, Integer> kinds(Clause clause) {
        return clause.left().stream()
                .collect(Collectors.toMap(
                        one -> new Need(one.person(), one.indicator()),
                        Tied::bit,
                        (a, b) -> a | b,
                        () -> new TreeMap<>(Asked.NEEDS)));
    }

    private static int bit(Explanation one) {
        return 1 << one.kind().ordinal();
    }
}
