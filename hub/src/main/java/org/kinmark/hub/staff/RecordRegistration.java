package org.kinmark.hub.staff;

import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An administrator records with which body somebody of the unit is registered, or puts it right. What they declared
/// before keeps what was recorded then.
@Component
class RecordRegistration {

    private final StaffSide db;
    private final StaffRecords staff;
    private final Audit audit;

    RecordRegistration(StaffSide db, StaffRecords staff, Audit audit) {
        this.db = db;
        this.staff = staff;
        this.audit = audit;
    }

    void record(SignedIn by, UUID person, String typed) {
        by.require(Role.ADMINISTRATOR);
        var registration = Registration.of(typed)
                .orElseThrow(() -> refused("Enter the body and the number, for example GMC 7654321."));
        db.actForAll(() -> {
            if (staff.find(by.unitId(), person)
                    .filter(StaffRecords.Person::isCurrent)
                    .isEmpty()) {
                throw new NotFound();
            }
            staff.oneAtATime();
            if (staff.isOnAnotherSide(by.unit().kind(), registration)) {
                throw refused("Enter a registration that nobody has: one person works on one side only, in one unit.");
            }
            staff.register(by.unitId(), person, registration);
            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.REGISTRATION_RECORDED, person));
            return true;
        });
    }

    private static Problem refused(String why) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
