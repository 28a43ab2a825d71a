package org.kinmark.hub.familylist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.kinmark.exchange.Criterion;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Shielded;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Entry;

/// What a file changes in the families that a team knows: worked out before anything is written.
final class ImportChange {

    private final UUID unit;
    private final Instant now;
    private final Supplier<UUID> newId;
    private final Map<String, ImportedRows.FamilyRow> families = new LinkedHashMap<>();
    private final Map<Key, StoredMember> members = new LinkedHashMap<>();
    private final Map<UUID, List<StoredMember>> byPerson = new HashMap<>();
    private final List<FamilyMember> file;
    private final People.Keys keys;

    private final Map<String, UUID> newFamilies = new LinkedHashMap<>();
    private final Set<String> underAnotherReference = new HashSet<>();
    private final Set<List<UUID>> seen = new HashSet<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final List<Entry> membersAudited = new ArrayList<>();
    private final List<Map<String, Object>> familiesAdded = new ArrayList<>();
    private final List<Map<String, Object>> added = new ArrayList<>();
    private final List<Map<String, Object>> changed = new ArrayList<>();
    private final List<Map<String, Object>> replaced = new ArrayList<>();
    private final List<StoredMember> missing = new ArrayList<>();
    private final List<StoredMember> gone = new ArrayList<>();
    private int doubles;

    private record Key(UUID family, String personId) {}

    ImportChange(
            UUID unit,
            Instant now,
            List<ImportedRows.FamilyRow> families,
            List<StoredMember> stored,
            List<FamilyMember> file,
            People people,
            Supplier<UUID> newId) {
        this.unit = unit;
        this.now = now;
        this.newId = newId;
        this.file = file;
        families.forEach(family -> this.families.put(family.reference(), family));
        stored.stream()
                .filter(one -> !one.former())
                .forEach(one -> members.put(new Key(one.family(), one.personId()), one));
        this.keys = people.keys(stored, newId);
        members.values()
                .forEach(one -> byPerson.computeIfAbsent(
                                keys.joined().getOrDefault(one.person(), one.person()), _ -> new ArrayList<>())
                        .add(one));
        findOtherReferences();
        for (int i = 0; i < file.size(); i++) {
            take(file.get(i), i);
        }
        findGone();
    }

    List<Map<String, Object>> familiesAdded() {
        return familiesAdded;
    }

    List<Map<String, Object>> added() {
        return added;
    }

    List<Map<String, Object>> changed() {
        return changed;
    }

    List<Map<String, Object>> replaced() {
        return replaced;
    }

    /// Keys of earlier imports that turned out to be another's.
    Map<UUID, UUID> joined() {
        return keys.joined();
    }

    /// Entries that are not in the file.
    List<StoredMember> missing() {
        return missing;
    }

    /// Everybody who has left: those who are not in the file, and those under whose reference somebody else is.
    List<StoredMember> gone() {
        return gone;
    }

    /// The same by the team's references.
    List<ImportFamilies.Outcome.Gone> goneByReference() {
        var absent = new HashSet<>(missing);
        return gone.stream()
                .map(one -> new ImportFamilies.Outcome.Gone(one.reference(), one.personId(), !absent.contains(one)))
                .toList();
    }

    int doubles() {
        return doubles;
    }

    /// Families of whom nobody is in the file, by the team's references.
    List<String> familiesGone() {
        var staying = new HashSet<String>();
        file.forEach(row -> staying.add(row.familyId()));
        return families.values().stream()
                .filter(family -> !family.left() && !staying.contains(family.reference()))
                .map(ImportedRows.FamilyRow::reference)
                .toList();
    }

    /// What is recorded of it: each family that came, changed or left, and each member who came or left.
    List<Entry> audited() {
        var entries = new ArrayList<Entry>();
        var arriving = new HashSet<>(newFamilies.values());
        newFamilies.values().forEach(family -> entries.add(Entry.of(Act.FAMILY_ADDED, family)));
        var left = new HashSet<>(familiesGone());
        var leaving = new HashSet<UUID>();
        families.values().stream()
                .filter(family -> left.contains(family.reference()))
                .forEach(family -> {
                    leaving.add(family.id());
                    entries.add(Entry.of(Act.FAMILY_LEFT, family.id()));
                });
        touched.stream()
                .filter(family -> !leaving.contains(family) && !arriving.contains(family))
                .forEach(family -> entries.add(Entry.of(Act.FAMILY_CHANGED, family)));
        entries.addAll(membersAudited);
        gone.forEach(one ->
                entries.add(Entry.of(Act.MEMBER_LEFT, keys.joined().getOrDefault(one.person(), one.person()))));
        return entries;
    }

    /// A new reference under which two people are who were in one family before is that family, as far as the checks
    /// go: whoever else is in it was added to a family that had been imported before.
    private void findOtherReferences() {
        var before = new HashMap<String, Map<UUID, Set<UUID>>>();
        for (int i = 0; i < file.size(); i++) {
            var reference = file.get(i).familyId();
            if (!families.containsKey(reference)) {
                var person = keys.of()[i];
                byPerson.getOrDefault(person, List.of())
                        .forEach(one -> before.computeIfAbsent(reference, _ -> new HashMap<>())
                                .computeIfAbsent(one.family(), _ -> new HashSet<>())
                                .add(person));
            }
        }
        before.forEach((reference, known) -> {
            if (known.values().stream().anyMatch(people -> people.size() > 1)) {
                underAnotherReference.add(reference);
            }
        });
    }

    private void take(FamilyMember row, int position) {
        var known = families.get(row.familyId());
        var family = known == null ? newFamily(row.familyId()) : known.id();
        var person = keys.of()[position];
        if (!seen.add(List.of(family, person))) {
            doubles++;
        }
        var values = values(row, position, person);
        values.put("family", family);
        var before = members.get(new Key(family, row.personId()));
        if (before == null) {
            arrive(values, row.familyId(), known == null, person);
            added.add(values);
        } else if (keys.replaced().contains(position)) {
            replaced.add(values);
        } else {
            changed.add(values);
        }
        if (before == null || before.left() || keys.replaced().contains(position)) {
            membersAudited.add(Entry.of(Act.MEMBER_ADDED, person));
            touched.add(family);
        } else if (isOther(before, row)) {
            touched.add(family);
        }
    }

    private static boolean isOther(StoredMember before, FamilyMember row) {
        return !before.identity().equals(row.identity())
                || !before.gpPractice().equals(row.gpPractice())
                || !before.shielded().equals(shielded(row.shielded()))
                || !Set.copyOf(before.criteria()).equals(Set.copyOf(words(row)));
    }

    /// Since when somebody counts who was not in this family. Whoever is known already brings that along into a
    /// family under a new reference, so that another reference makes nobody count sooner.
    private void arrive(Map<String, Object> values, String reference, boolean isNewFamily, UUID person) {
        var known = byPerson.getOrDefault(person, List.of());
        boolean comes = isNewFamily && known.isEmpty() && !underAnotherReference.contains(reference);
        var since = now;
        if (isNewFamily) {
            for (var one : known) {
                if (!one.left()) {
                    comes = comes || one.cameWithFamily();
                    since = one.addedAt().isBefore(since) ? one.addedAt() : since;
                }
            }
        }
        values.put("came_with_family", comes);
        values.put("added_at", Timestamp.from(since));
    }

    private void findGone() {
        var there = new HashSet<Key>();
        for (int i = 0; i < file.size(); i++) {
            var family = families.get(file.get(i).familyId());
            if (family != null) {
                var key = new Key(family.id(), file.get(i).personId());
                there.add(key);
                var before = members.get(key);
                if (keys.replaced().contains(i) && before != null && !before.left()) {
                    gone.add(before);
                }
            }
        }
        members.forEach((key, one) -> {
            if (!one.left() && !there.contains(key)) {
                missing.add(one);
            }
        });
        gone.addAll(missing);
        gone.forEach(one -> touched.add(one.family()));
    }

    private UUID newFamily(String reference) {
        return newFamilies.computeIfAbsent(reference, _ -> {
            var id = newId.get();
            var values = new HashMap<String, Object>();
            values.put("unit", unit);
            values.put("id", id);
            values.put("reference", reference);
            values.put("position", families.size() + familiesAdded.size());
            values.put("now", Timestamp.from(now));
            familiesAdded.add(values);
            return id;
        });
    }

    @SuppressWarnings("NullAway") // a column without a value is there all the same: a batch has one statement
    private Map<String, Object> values(FamilyMember row, int position, UUID person) {
        var identity = row.identity();
        var values = new HashMap<String, Object>();
        values.put("unit", unit);
        values.put("person_id", row.personId());
        values.put("person", person);
        values.put("position", position);
        values.put(
                "nhs_number",
                identity.nhsNumber() == null ? null : identity.nhsNumber().digits());
        values.put("given_name", identity.givenName());
        values.put("family_name", identity.familyName());
        values.put("birth_date", identity.birthDate());
        values.put("sex", Objects.requireNonNullElse(identity.sex().written(), "unknown"));
        values.put("postcode", identity.postcode());
        values.put("gp_practice", row.gpPractice());
        values.put("shielded", shielded(row.shielded()));
        values.put("criteria", "{" + String.join(",", words(row)) + "}");
        values.put("now", Timestamp.from(now));
        return values;
    }

    private static String shielded(Shielded shielded) {
        return switch (shielded) {
            case YES -> "yes";
            case NO -> "no";
            case NOT_SAID -> "";
        };
    }

    /// The words are our own and need no quotes where PostgreSQL reads them as an array.
    private static List<String> words(FamilyMember row) {
        return row.criteria().stream().sorted().map(Criterion::written).toList();
    }
}
