package org.kinmark.hub.staff;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.NotFound;
import org.springframework.stereotype.Component;

/// An administrator ends somebody's time in the unit, and with it their sessions and clients. Nobody ends their own.
@Component
class EndStaff {

    private final StaffSide db;
    private final StaffRecords staff;
    private final Audit audit;
    private final InstantSource clock;

    EndStaff(StaffSide db, StaffRecords staff, Audit audit, InstantSource clock) {
        this.db = db;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    void end(SignedIn by, UUID person) {
        by.require(Role.ADMINISTRATOR);
        if (by.person().equals(person)) {
            throw new NotFound();
        }
        db.run(by.unitId(), () -> {
            if (staff.find(by.unitId(), person)
                    .filter(StaffRecords.Person::isCurrent)
                    .isEmpty()) {
                throw new NotFound();
            }
            staff.end(by.unitId(), person, clock.instant());
            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.STAFF_ENDED, person));
        });
    }
}
