package org.kinmark.hub.familylist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Identity;
import org.kinmark.linkage.DoubleEntries;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Records;

/// Who is who among the rows of a file: one person may be in two families, or twice in one.
final class People {

    private final List<FamilyMember> rows;
    private final Groups groups = new Groups();
    private Coincidence coincidence = new Coincidence(List.of());

    private People(List<FamilyMember> rows) {
        this.rows = rows;
        rows.forEach(row -> groups.add(row.identity().nhsNumber(), row.familyId()));
    }

    /// Works it out within the file: rows of one family that link to each other are one person, and so are rows of
    /// one `person_id` and of one NHS Number. The same names and birth date are one person within a family, and
    /// elsewhere where they come with the same postcode or practice, or where the names are too rare here for a
    /// coincidence.
    static People of(List<FamilyMember> rows) {
        var records = Records.builder(Identity.COMPARED);
        rows.forEach(row -> row.identity().addTo(records, row.familyId()));
        var people = new People(rows);
        int[] first = DoubleEntries.firstOf(records.build());
        var byNumber = new HashMap<NhsNumber, Integer>();
        var byId = new HashMap<String, Integer>();
        var byName = new HashMap<NameAndMore, Integer>();
        for (int i = 0; i < first.length; i++) {
            people.groups.join(first[i], i);
            people.joinToFirst(byNumber, rows.get(i).identity().nhsNumber(), i);
            people.joinToFirst(byId, rows.get(i).personId(), i);
            for (var known : NameAndMore.of(rows.get(i))) {
                people.joinToFirst(byName, known, i);
            }
        }
        people.joinRareNames();
        return people;
    }

    private void joinRareNames() {
        var named = new HashMap<Integer, NameAndBirth>();
        for (int i = 0; i < rows.size(); i++) {
            var name = NameAndBirth.of(rows.get(i).identity());
            if (name != null) {
                named.putIfAbsent(groups.of(i), name);
            }
        }
        coincidence = new Coincidence(List.copyOf(named.values()));
        var firsts = new HashMap<NameAndBirth, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var name = NameAndBirth.of(rows.get(i).identity());
            if (name != null && coincidence.isUnlikely(name)) {
                joinToFirst(firsts, name, i);
            }
        }
    }

    /// How many pairs of strangers are taken for one person, expected, because their names are rare in this file.
    double expectedStrangers() {
        return coincidence.expectedPairs();
    }

    private <K> void joinToFirst(Map<K, Integer> firsts, @Nullable K of, int row) {
        if (of != null) {
            var before = firsts.putIfAbsent(of, row);
            if (before != null) {
                groups.join(before, row);
            }
        }
    }

    /// Who everybody is.
    ///
    /// @param of a key for each row, the same for one person
    /// @param replaced rows under whose reference somebody else was entered before
    /// @param joined keys of earlier imports that turned out to be another's, with that other
    record Keys(UUID[] of, Set<Integer> replaced, Map<UUID, UUID> joined) {}

    /// Finds everybody again who was in any import before, under whatever reference, whether or not they have left
    /// since. To be asked once.
    ///
    /// @param fresh draws a key for somebody new
    Keys keys(List<StoredMember> stored, Supplier<UUID> fresh) {
        return new PeopleAgain(rows, groups, coincidence, stored).keys(fresh);
    }
}
