package org.kinmark.hub.staff;

import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.NotFound;
import org.springframework.stereotype.Component;

/// An administrator invites somebody into their own unit, which is the only one that they can name.
@Component
class InviteStaff {

    private final StaffSide db;
    private final StaffRecords staff;
    private final Invite invite;

    InviteStaff(StaffSide db, StaffRecords staff, Invite invite) {
        this.db = db;
        this.staff = staff;
        this.invite = invite;
    }

    Invited invite(SignedIn by, Invite.Newcomer newcomer) {
        by.require(Role.ADMINISTRATOR);
        return db.actForAll(() -> invite.add(List.of(by.actor(Role.ADMINISTRATOR)), by.unit(), newcomer));
    }

    /// A new link for somebody of the unit; the old one works no longer.
    Invited inviteAgain(SignedIn by, UUID person) {
        by.require(Role.ADMINISTRATOR);
        return db.act(by.unitId(), () -> {
            var found = staff.find(by.unitId(), person)
                    .filter(StaffRecords.Person::isCurrent)
                    .orElseThrow(NotFound::new);
            return invite.link(List.of(by.actor(Role.ADMINISTRATOR)), new StaffKey(by.unitId(), person), found.name());
        });
    }
}
