package org.kinmark.hub.approach;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.release.MarksOfDeclined;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A family declines support: it is left alone for as long as the agreement says, and its health priority is deleted.
@Component
class DeclineSupport {

    private final TeamSide db;
    private final FamilyRows families;
    private final MarksOfDeclined marks;
    private final Audit audit;
    private final InstantSource clock;

    DeclineSupport(TeamSide db, FamilyRows families, MarksOfDeclined marks, Audit audit, InstantSource clock) {
        this.db = db;
        this.families = families;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    /// Records it, and deletes the marks of whoever has declined once that record is kept, never before. Again for the
    /// same day changes nothing more.
    ///
    /// @param on not after today
    void decline(SignedIn who, UUID family, LocalDate on) {
        if (on.isAfter(today())) {
            throw new IllegalArgumentException("nobody declines in the future");
        }
        db.run(who.unitId(), () -> {
            if (families.decline(db, who.unitId(), family, on, clock.instant())) {
                audit.record(
                        db, who.actor(Role.COORDINATOR, Role.KEY_WORKER), Entry.of(Act.DECLINING_RECORDED, family));
            }
            db.onceKept(marks::delete);
        });
    }
}
