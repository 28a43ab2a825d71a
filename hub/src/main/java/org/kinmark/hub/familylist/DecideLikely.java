package org.kinmark.hub.familylist;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A coordinator says whether two who share names and a birth date, in two families, are one person. As one they
/// count once in the checks, for what was asked already too; told apart, they are not asked about again.
@Component
class DecideLikely {

    private final TeamSide db;
    private final LikelyPeople likely;
    private final ImportedRows rows;
    private final Audit audit;
    private final InstantSource clock;

    DecideLikely(TeamSide db, LikelyPeople likely, ImportedRows rows, Audit audit, InstantSource clock) {
        this.db = db;
        this.likely = likely;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /// Decides.
    ///
    /// @return false where nobody asks whether they are
    boolean decide(SignedIn who, UUID person, UUID other, boolean isOnePerson) {
        return db.act(who.unitId(), () -> {
            // As an import, which may join people too, does.
            db.sql("select pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                    .param("unit", who.unitId().toString())
                    .query((row, _) -> true)
                    .single();
            if (!likely.isLikely(db, who.unitId(), person, other)) {
                return false;
            }
            if (isOnePerson) {
                // Wherever they are entered, in a family that is hidden from whoever decides too.
                db.onAllFamilies(() -> {
                    rows.joinPeople(db, who.unitId(), Map.of(other, person), clock.instant());
                    return true;
                });
            } else {
                likely.tellApart(db, who.unitId(), person, other, clock.instant());
            }
            var act = isOnePerson ? Act.PEOPLE_JOINED : Act.PEOPLE_TOLD_APART;
            audit.record(db, who.actor(Role.COORDINATOR), Entry.of(act, person));
            return true;
        });
    }
}
