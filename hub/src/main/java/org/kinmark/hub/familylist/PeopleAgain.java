package org.kinmark.hub.familylist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.linkage.NhsNumber;

/// Finds the people of a file again among everybody who was in any import before. To be asked once.
final class PeopleAgain {

    /// As many earlier entries of one `person_id` are compared with a row: a team that numbers each family's
    /// members from 1 has thousands.
    private static final int MOST_COMPARED = 8;

    private final List<FamilyMember> rows;
    private final Groups groups;
    private final Coincidence coincidence;
    private final List<StoredMember> stored;
    private final Map<UUID, Integer> places = new LinkedHashMap<>();
    private final Map<Reference, StoredMember> byReference = new HashMap<>();
    private final Set<Integer> replaced = new HashSet<>();

    private record Reference(String family, String personId) {}

    private record Candidate(int row, StoredMember stored) {}

    /// @param groups the rows of the file, those of one person joined
    /// @param coincidence of the names in the file
    PeopleAgain(List<FamilyMember> rows, Groups groups, Coincidence coincidence, List<StoredMember> stored) {
        this.rows = rows;
        this.groups = groups;
        this.coincidence = coincidence;
        this.stored = stored;
        for (var one : stored) {
            int place = places.computeIfAbsent(one.person(), _ -> groups.add(null, null));
            groups.number(place, one.identity().nhsNumber());
            if (!one.former()) {
                byReference.put(new Reference(one.reference(), one.personId()), one);
            }
        }
    }

    private @Nullable StoredMember before(int row) {
        return byReference.get(
                new Reference(rows.get(row).familyId(), rows.get(row).personId()));
    }

    People.Keys keys(Supplier<UUID> fresh) {
        var again = sameReference();
        mergedByHand();
        again.forEach(this::join);
        same(elsewhere(), true).forEach(this::join);
        byNumber();
        same(ofTheFamily(), false).forEach(this::join);
        byNameAndBirth();
        var chosen = new HashMap<Integer, UUID>();
        again.stream()
                .filter(one -> groups.of(one.row()) == groups.of(place(one.stored())))
                .forEach(one ->
                        chosen.putIfAbsent(groups.of(one.row()), one.stored().person()));
        var joined = new HashMap<UUID, UUID>();
        places.forEach((person, place) -> {
            var first = chosen.putIfAbsent(groups.of(place), person);
            if (first != null && !first.equals(person)) {
                joined.put(person, first);
            }
        });
        var keys = new UUID[rows.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = chosen.computeIfAbsent(groups.of(i), _ -> fresh.get());
        }
        return new People.Keys(keys, replaced, joined);
    }

    private int place(StoredMember one) {
        return places.getOrDefault(one.person(), -1);
    }

    private void join(Candidate one) {
        groups.joinAcross(one.row(), place(one.stored()));
    }

    private List<Candidate> same(List<Candidate> candidates, boolean oneReference) {
        var same = SamePerson.of(candidates.stream()
                .map(one -> new SamePerson.Pair(
                        one.stored().identity(), rows.get(one.row()).identity(), oneReference))
                .toList());
        return IntStream.range(0, same.length)
                .filter(i -> same[i])
                .mapToObj(candidates::get)
                .toList();
    }

    private List<Candidate> sameReference() {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < rows.size(); i++) {
            var before = before(i);
            if (before != null) {
                candidates.add(new Candidate(i, before));
            }
        }
        var again = same(candidates, true);
        candidates.forEach(one -> replaced.add(one.row()));
        again.forEach(one -> replaced.remove(one.row()));
        return again;
    }

    private void mergedByHand() {
        var places = new HashMap<Reference, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(new Reference(rows.get(i).familyId(), rows.get(i).personId()), i);
        }
        places.forEach((reference, row) -> {
            var before = byReference.get(reference);
            if (before != null && before.mergedInto() != null) {
                var into = places.get(new Reference(reference.family(), before.mergedInto()));
                if (into != null && !replaced.contains(row) && !replaced.contains(into)) {
                    groups.join(row, into);
                }
            }
        });
    }

    private List<Candidate> elsewhere() {
        var byId = new HashMap<String, List<StoredMember>>();
        stored.forEach(one ->
                byId.computeIfAbsent(one.personId(), _ -> new ArrayList<>()).add(one));
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            var before = before(i);
            byId.getOrDefault(rows.get(i).personId(), List.of()).stream()
                    .filter(one -> !one.equals(before))
                    .limit(MOST_COMPARED)
                    .forEach(one -> candidates.add(new Candidate(row, one)));
        }
        return candidates;
    }

    /// Under a reference that was not there before, or was somebody else's.
    private List<Candidate> ofTheFamily() {
        var byFamily = new HashMap<String, List<StoredMember>>();
        stored.forEach(one -> byFamily.computeIfAbsent(one.reference(), _ -> new ArrayList<>())
                .add(one));
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            var before = before(i);
            if (before == null || replaced.contains(i)) {
                byFamily.getOrDefault(rows.get(i).familyId(), List.of()).stream()
                        .filter(one -> !one.equals(before))
                        .forEach(one -> candidates.add(new Candidate(row, one)));
            }
        }
        return candidates;
    }

    private void byNumber() {
        var byNumber = new HashMap<NhsNumber, List<StoredMember>>();
        stored.forEach(one -> {
            if (one.identity().nhsNumber() != null) {
                byNumber.computeIfAbsent(one.identity().nhsNumber(), _ -> new ArrayList<>())
                        .add(one);
            }
        });
        for (int i = 0; i < rows.size(); i++) {
            var number = rows.get(i).identity().nhsNumber();
            if (number != null) {
                for (var one : byNumber.getOrDefault(number, List.of())) {
                    join(new Candidate(i, one));
                }
            }
        }
    }

    /// By the same evidence as within the file.
    private void byNameAndBirth() {
        var known = new HashMap<NameAndMore, List<StoredMember>>();
        var named = new HashMap<NameAndBirth, List<StoredMember>>();
        for (var one : stored) {
            var name = NameAndBirth.of(one.identity());
            if (name != null) {
                named.computeIfAbsent(name, _ -> new ArrayList<>()).add(one);
            }
            NameAndMore.of(one)
                    .forEach(more ->
                            known.computeIfAbsent(more, _ -> new ArrayList<>()).add(one));
        }
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            NameAndMore.of(rows.get(i))
                    .forEach(more -> known.getOrDefault(more, List.of()).forEach(one -> join(new Candidate(row, one))));
            var name = NameAndBirth.of(rows.get(i).identity());
            if (name != null && coincidence.isUnlikely(name)) {
                named.getOrDefault(name, List.of()).forEach(one -> join(new Candidate(row, one)));
            }
        }
    }
}
