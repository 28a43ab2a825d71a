package org.kinmark.hub.familylist;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// What a coordinator puts right about a family between two imports: two entries that are one person, and another
/// organisation that knows a member who came later.
@Component
class TendFamily {

    private final TeamSide db;
    private final FamilyRows rows;
    private final DoubleRows entries;
    private final Audit audit;
    private final InstantSource clock;

    TendFamily(TeamSide db, FamilyRows rows, DoubleRows entries, Audit audit, InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    /// Merges an entry into another of the same person in the same family.
    ///
    /// @return false where they are not two entries of one person
    boolean merge(SignedIn who, UUID family, String entry, String into) {
        return db.act(who.unitId(), () -> {
            if (entries.isMerged(db, who.unitId(), family, entry, into)) {
                return true;
            }
            boolean merged = entries.merge(db, who.unitId(), family, entry, into) > 0;
            if (merged) {
                audit.record(db, who.actor(Role.COORDINATOR), Entry.of(Act.ENTRIES_MERGED, family));
            }
            return merged;
        });
    }

    /// Records who else knows a member: from then on the checks count them as those who came with the family.
    ///
    /// @param on the day on which the organisation said so, not after today
    /// @return false where the family has no such member
    boolean recordSecondSource(SignedIn who, UUID family, String personId, String source, LocalDate on) {
        return db.act(who.unitId(), () -> {
            boolean recorded = rows.recordSecondSource(db, who.unitId(), family, personId, source.strip(), on) == 1;
            if (recorded) {
                audit.record(db, who.actor(Role.COORDINATOR), Entry.of(Act.SECOND_SOURCE_RECORDED, family));
            }
            return recorded;
        });
    }
}
