package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kinmark.rules.attack.Statement.Need;

/// Needs and the clauses that tie them, as arrays, for they are gone through very often.
///
/// @param needs by number
/// @param ways in which each can be; the first is that it is not there, the last that everything is said that
///     may be
/// @param clauses of each need, by number
/// @param kinds of each need, in the order of its clauses: those that make the clause true, a bit each by
///     ordinal
/// @param members of each clause: its needs, by number
record Web(List<Need> needs, Told[][] ways, int[][] clauses, int[][] kinds, int[][] members) {

    static Web of(Tied tied, Model model) {
        int size = tied.needs().size();
        var numbers = new HashMap<Need, Integer>();
        tied.needs().forEach(need -> numbers.put(need, numbers.size()));
        var ways = tied.needs().stream()
                .map(need -> model.possible(need).toArray(Told[]::new))
                .toArray(Told[][]::new);
        var clauses = lists(size);
        var kinds = lists(size);
        var members = lists(tied.clauses().size());
        for (int clause = 0; clause < members.size(); clause++) {
            for (Map.Entry<Need, Integer> entry : tied.clauses().get(clause).entrySet()) {
                int need = numbers.getOrDefault(entry.getKey(), -1);
                clauses.get(need).add(clause);
                kinds.get(need).add(entry.getValue());
                members.get(clause).add(need);
            }
        }
        return new Web(tied.needs(), ways, arrays(clauses), arrays(kinds), arrays(members));
    }

    /// The needs of which a denial speaks, by number.
    int[] concerned(Denial denial) {
        return denial.needs().stream()
                .mapToInt(needs::indexOf)
                .filter(at -> at >= 0)
                .toArray();
    }

    private static List<List<Integer>> lists(int size) {
        var lists = new ArrayList<List<Integer>>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
