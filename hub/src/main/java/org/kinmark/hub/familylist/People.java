package org.kinmark.hub.familylist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Identity;
import org.kinmark.linkage.DoubleEntries;
import org.kinmark.linkage.Records;

/// Who is who among the rows of a file: one person may be in two families, or twice in one.
final class People {

    private final List<FamilyMember> rows;
    private final int[] first;

    private People(List<FamilyMember> rows, int[] first) {
        this.rows = rows;
        this.first = first;
    }

    /// Works it out: rows of one family that link to each other are one person, and so are rows of one `person_id`.
    static People of(List<FamilyMember> rows) {
        var records = Records.builder(Identity.COMPARED);
        rows.forEach(row -> row.identity().addTo(records, row.familyId()));
        var people = new People(rows, DoubleEntries.firstOf(records.build()));
        people.joinByPersonId();
        return people;
    }

    private void joinByPersonId() {
        var byId = new HashMap<String, Integer>();
        for (int i = 0; i < first.length; i++) {
            var before = byId.putIfAbsent(rows.get(i).personId(), i);
            if (before != null) {
                int a = root(before);
                int b = root(i);
                first[Math.max(a, b)] = Math.min(a, b);
            }
        }
    }

    private int root(int row) {
        int at = row;
        while (first[at] != at) {
            at = first[at];
        }
        return at;
    }

    /// A key for each row, the same for one person; those that are known already stay.
    ///
    /// @param known by position of the row
    /// @param fresh draws a new one
    UUID[] keys(Map<Integer, UUID> known, Supplier<UUID> fresh) {
        var byRoot = new HashMap<Integer, UUID>();
        for (int i = 0; i < first.length; i++) {
            var key = known.get(i);
            if (key != null) {
                byRoot.putIfAbsent(root(i), key);
            }
        }
        var keys = new UUID[first.length];
        for (int i = 0; i < first.length; i++) {
            keys[i] = byRoot.computeIfAbsent(root(i), _ -> fresh.get());
        }
        return keys;
    }
}
