package org.kinmark.hub.familylist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.NhsNumber;

/// Who is one person: entries are joined into groups, and no group ever holds two NHS Numbers.
final class Groups {

    private final List<Integer> parents = new ArrayList<>();
    private final List<@Nullable NhsNumber> numbers = new ArrayList<>();
    private final List<Set<String>> families = new ArrayList<>();

    /// Adds an entry as a group of its own.
    ///
    /// @param family of the file; null for what was stored before
    /// @return its place, from 0
    int add(@Nullable NhsNumber number, @Nullable String family) {
        parents.add(parents.size());
        numbers.add(number);
        families.add(family == null ? new HashSet<>() : new HashSet<>(Set.of(family)));
        return parents.size() - 1;
    }

    /// The entry that stands for the group of another: the first of it.
    int of(int entry) {
        int at = entry;
        while (parents.get(at) != at) {
            at = parents.get(at);
        }
        return at;
    }

    /// Gives an entry that has none an NHS Number.
    void number(int entry, @Nullable NhsNumber number) {
        int group = of(entry);
        if (numbers.get(group) == null) {
            numbers.set(group, number);
        }
    }

    /// Joins the groups of two entries, unless their NHS Numbers differ.
    void join(int one, int other) {
        int a = Math.min(of(one), of(other));
        int b = Math.max(of(one), of(other));
        var number = numbers.get(a);
        var another = numbers.get(b);
        if (a == b || number != null && another != null && !number.equals(another)) {
            return;
        }
        parents.set(b, a);
        numbers.set(a, number == null ? another : number);
        boolean isLarger = families.get(a).size() >= families.get(b).size();
        var all = families.get(isLarger ? a : b);
        all.addAll(families.get(isLarger ? b : a));
        families.set(a, all);
    }

    /// The same, unless both have entries in one family of the file: that these are two people is known better from the
    /// file than from what was stored.
    void joinAcross(int one, int other) {
        if (Collections.disjoint(families.get(of(one)), families.get(of(other)))) {
            join(one, other);
        }
    }
}
