package org.kinmark.hub.staff;

import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// An administrator gives somebody of the unit these roles and no others. Nobody changes their own.
@Component
class ChangeRoles {

    private final StaffSide db;
    private final StaffRecords staff;
    private final Audit audit;

    ChangeRoles(StaffSide db, StaffRecords staff, Audit audit) {
        this.db = db;
        this.staff = staff;
        this.audit = audit;
    }

    void change(SignedIn by, UUID person, Set<Role> roles) {
        by.require(Role.ADMINISTRATOR);
        if (by.person().equals(person)) {
            throw refused("Ask another administrator: nobody changes their own roles.");
        }
        db.run(by.unitId(), () -> {
            var found = staff.find(by.unitId(), person)
                    .filter(StaffRecords.Person::isCurrent)
                    .orElseThrow(NotFound::new);
            RolesHeld.amiss(by.unit().kind(), roles, found.registration()).ifPresent(amiss -> {
                throw refused(amiss.text() + ".");
            });
            staff.giveRoles(by.unitId(), person, roles);
            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.ROLES_CHANGED, person));
        });
    }

    private static Problem refused(String why) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
