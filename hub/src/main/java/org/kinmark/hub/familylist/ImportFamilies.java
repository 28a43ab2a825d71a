package org.kinmark.hub.familylist;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kinmark.exchange.Families;
import org.kinmark.exchange.FamiliesFile;
import org.kinmark.exchange.FamilyMember;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The team imports `families.csv`, whole or not at all. People and families that are not in it any more are
/// shown first, and set to left once that is confirmed. A file is imported with every family in it, those to
/// which its coordinator has a relation too: it is theirs already.
@Component
class ImportFamilies {

    private final TeamSide db;
    private final ImportedRows rows;
    private final Audit audit;
    private final InstantSource clock;
    private final boolean demonstration;

    ImportFamilies(
            TeamSide db,
            ImportedRows rows,
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
        /// @param strangers how many pairs of two people are taken for one, expected, because their names
        ///     are rare
        record Imported(
                int families, int people, int added, int left, int doubles, List<String> warnings, double strangers)
                implements Outcome {}

        /// Nothing of it is in.
        record Refused(List<Mistake> mistakes) implements Outcome {}

        /// Nothing is in yet: somebody has to confirm that these have left.
        ///
        /// @param families the team's references of families of whom nobody is in the file
        /// @param people who is gone, those families' among them
        record ToConfirm(List<String> families, List<Gone> people) implements Outcome {}

        /// Somebody who is in the file no more, by the team's own references.
        ///
        /// @param replaced whether somebody else is in it under these
        record Gone(String family, String person, boolean replaced) {}
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
                yield db.act(
                        by.unit(), () -> db.onAllFamilies(() -> save(by, families, people, goneConfirmed, warnings)));
            }
        };
    }

    /// Real people have no place in a demonstration: NHS Numbers that begin with 9 are given to nobody.
    private static List<Mistake> outsideTestRanges(Families families) {
        var mistakes = new ArrayList<Mistake>();
        for (int i = 0; i < families.members().size(); i++) {
            var number = families.members().get(i).identity().nhsNumber();
            if (number != null && !number.digits().startsWith("9")) {
                mistakes.add(new Mistake(
                        "families.csv",
                        families.lines().get(i),
                        "nhs_number",
                        "this is a demonstration: use invented people only, whose NHS Numbers begin with 9"));
            }
        }
        return mistakes;
    }

    private Outcome save(Actor by, Families file, People people, boolean goneConfirmed, List<String> warnings) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                .param("unit", by.unit().toString())
                .query((row, _) -> true)
                .single();
        var now = clock.instant();
        var change = new ImportChange(
                by.unit(),
                now,
                rows.families(db, by.unit()),
                rows.members(db, by.unit()),
                file.members(),
                people,
                db::newId);
        if (!change.gone().isEmpty() && !goneConfirmed) {
            return new Outcome.ToConfirm(change.familiesGone(), change.goneByReference());
        }
        write(by.unit(), change, now);
        var entries = new ArrayList<>(List.of(Entry.of(Act.FAMILIES_IMPORTED, null)));
        entries.addAll(change.audited());
        audit.record(db, by, entries);
        var families =
                file.members().stream().map(FamilyMember::familyId).distinct().count();
        return new Outcome.Imported(
                (int) families,
                file.members().size(),
                change.added().size() + change.replaced().size(),
                change.gone().size(),
                change.doubles(),
                warnings,
                people.expectedStrangers());
    }

    private void write(UUID unit, ImportChange change, Instant now) {
        rows.joinPeople(db, unit, change.joined(), now);
        rows.addFamilies(db, change.familiesAdded());
        rows.addMembers(db, change.added());
        rows.changeMembers(db, change.changed());
        rows.replaceMembers(db, change.replaced());
        rows.setToLeft(db, unit, change.missing(), now);
        rows.settleMerged(db, unit);
        rows.settleFamilies(db, unit, now);
    }
}
