package org.kinmark.hub.familylist;

import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.kinmark.exchange.Criterion;
import org.kinmark.exchange.Families;
import org.kinmark.exchange.FamiliesFile;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Shielded;
import org.kinmark.exchange.Source;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The team imports `families.csv`, whole or not at all. People and families that are not in it any more are shown
/// first, and set to left once that is confirmed.
@Component
class ImportFamilies {

    private final TeamSide db;
    private final FamilyRows rows;
    private final Audit audit;
    private final InstantSource clock;
    private final boolean demonstration;

    ImportFamilies(
            TeamSide db,
            FamilyRows rows,
            Audit audit,
            InstantSource clock,
            @Value("${kinmark.demonstration:false}") boolean demonstration) {
        this.db = db;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.demonstration = demonstration;
    }

    /// What came of a file.
    sealed interface Outcome {

        /// All of it is in.
        ///
        /// @param warnings what was passed over
        record Imported(int families, int people, int added, int left, int doubles, List<String> warnings)
                implements Outcome {}

        /// Nothing of it is in.
        record Refused(List<Mistake> mistakes) implements Outcome {}

        /// Nothing is in yet: somebody has to confirm that these have left.
        ///
        /// @param families the team's references of families of whom nobody is in the file
        /// @param people how many people are gone, those families' among them
        record ToConfirm(List<String> families, int people) implements Outcome {}
    }

    /// Imports a file.
    ///
    /// @param goneConfirmed whether those who are not in it have left
    /// @param stage told what is being done, in a few words
    Outcome run(Actor by, byte[] file, boolean goneConfirmed, Consumer<String> stage) {
        stage.accept("Reading the file");
        return switch (FamiliesFile.read(Source.of("families.csv", () -> new ByteArrayInputStream(file)))) {
            case Reading.Refused(var mistakes) -> new Outcome.Refused(mistakes);
            case Reading.Accepted(var families, var warnings) -> {
                var forbidden = demonstration ? outsideTestRanges(families) : List.<Mistake>of();
                if (!forbidden.isEmpty()) {
                    yield new Outcome.Refused(forbidden);
                }
                stage.accept("Finding people who are in it twice");
                var people = People.of(families.members());
                stage.accept("Saving");
                yield db.act(by.unit(), () -> save(by, families, people, goneConfirmed, warnings));
            }
        };
    }

    /// Real people have no place in a demonstration: NHS Numbers that begin with 9 are given to nobody.
    private static List<Mistake> outsideTestRanges(Families families) {
        for (var member : families.members()) {
            var number = member.identity().nhsNumber();
            if (number != null && !number.digits().startsWith("9")) {
                return List.of(new Mistake(
                        "families.csv",
                        0,
                        "nhs_number",
                        "this is a demonstration: use invented people only, whose NHS Numbers begin with 9"));
            }
        }
        return List.of();
    }

    private Outcome save(Actor by, Families file, People people, boolean goneConfirmed, List<String> warnings) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                .param("unit", by.unit().toString())
                .query((row, _) -> true)
                .single();
        var before = new Before(rows.families(db, by.unit()), rows.members(db, by.unit()));
        var gone = before.gone(file.members());
        if (!gone.isEmpty() && !goneConfirmed) {
            return new Outcome.ToConfirm(before.familiesGone(gone), gone.size());
        }
        var now = clock.instant();
        var change = new Change(by.unit(), before, now);
        change.take(file.members(), people);
        rows.addFamilies(db, change.families);
        rows.addMembers(db, change.added);
        rows.changeMembers(db, change.changed);
        rows.setToLeft(db, by.unit(), gone, now);
        rows.settleFamilies(db, by.unit(), now);
        audit.record(db, by, Entry.of(Act.FAMILIES_IMPORTED, null));
        var familiesInFile =
                file.members().stream().map(FamilyMember::familyId).distinct().count();
        return new Outcome.Imported(
                (int) familiesInFile,
                file.members().size(),
                change.added.size(),
                gone.size(),
                change.doubles(),
                warnings);
    }

    private record Key(UUID family, String personId) {}

    /// What there was.
    private static final class Before {

        private final Map<String, FamilyRows.FamilyRow> families = new LinkedHashMap<>();
        private final Map<Key, FamilyRows.MemberRow> members = new LinkedHashMap<>();

        Before(List<FamilyRows.FamilyRow> families, List<FamilyRows.MemberRow> members) {
            families.forEach(family -> this.families.put(family.reference(), family));
            members.forEach(member -> this.members.put(new Key(member.family(), member.personId()), member));
        }

        List<FamilyRows.MemberRow> gone(List<FamilyMember> file) {
            var there = new HashSet<Key>();
            file.forEach(row -> {
                var family = families.get(row.familyId());
                if (family != null) {
                    there.add(new Key(family.id(), row.personId()));
                }
            });
            return members.values().stream()
                    .filter(row -> !row.left() && !there.contains(new Key(row.family(), row.personId())))
                    .toList();
        }

        List<String> familiesGone(List<FamilyRows.MemberRow> gone) {
            var staying = new HashSet<UUID>();
            var leaving = new HashSet<>(gone);
            members.values().stream()
                    .filter(row -> !row.left() && !leaving.contains(row))
                    .forEach(row -> staying.add(row.family()));
            return families.values().stream()
                    .filter(family -> !family.left() && !staying.contains(family.id()))
                    .map(FamilyRows.FamilyRow::reference)
                    .toList();
        }
    }

    /// What the file changes.
    private static final class Change {

        private final UUID unit;
        private final Before before;
        private final Instant now;
        private final List<Map<String, Object>> families = new ArrayList<>();
        private final List<Map<String, Object>> added = new ArrayList<>();
        private final List<Map<String, Object>> changed = new ArrayList<>();
        private final Map<String, UUID> newFamilies = new HashMap<>();
        private final HashSet<List<UUID>> seen = new HashSet<>();
        private int doubles;

        Change(UUID unit, Before before, Instant now) {
            this.unit = unit;
            this.before = before;
            this.now = now;
        }

        int doubles() {
            return doubles;
        }

        void take(List<FamilyMember> file, People people) {
            var known = new HashMap<Integer, UUID>();
            for (int i = 0; i < file.size(); i++) {
                var family = before.families.get(file.get(i).familyId());
                var member = family == null
                        ? null
                        : before.members.get(new Key(family.id(), file.get(i).personId()));
                if (member != null) {
                    known.put(i, member.person());
                }
            }
            var keys = people.keys(known, UUID::randomUUID);
            for (int i = 0; i < file.size(); i++) {
                take(file.get(i), i, keys[i]);
            }
        }

        private void take(FamilyMember row, int position, UUID person) {
            var known = before.families.get(row.familyId());
            var family = known == null ? newFamily(row.familyId()) : known.id();
            if (!seen.add(List.of(family, person))) {
                doubles++;
            }
            var values = values(row, position, person);
            values.put("family", family);
            values.put("came_with_family", known == null);
            if (before.members.containsKey(new Key(family, row.personId()))) {
                changed.add(values);
            } else {
                added.add(values);
            }
        }

        private UUID newFamily(String reference) {
            return newFamilies.computeIfAbsent(reference, _ -> {
                var id = UUID.randomUUID();
                var values = new HashMap<String, Object>();
                values.put("unit", unit);
                values.put("id", id);
                values.put("reference", reference);
                values.put("position", before.families.size() + families.size());
                values.put("now", Timestamp.from(now));
                families.add(values);
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
            values.put("criteria", criteria(row));
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

        /// As PostgreSQL writes an array; the words are our own and need no quotes.
        private static String criteria(FamilyMember row) {
            return "{"
                    + String.join(
                            ",",
                            row.criteria().stream()
                                    .sorted()
                                    .map(Criterion::written)
                                    .toList())
                    + "}";
        }
    }
}
