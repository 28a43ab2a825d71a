package org.kinmark.hub.staff;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.springframework.stereotype.Component;

/// The partnership's administrator invites the first administrator of a unit, and nobody else of it: who could invite
/// into any unit could take up both sides of the boundary. Whoever comes after is invited by the unit itself.
///
/// The unit reads of it in its own audit.
@Component
class InviteFirstAdministrator {

    private final StaffSide db;
    private final Units units;
    private final StaffRecords staff;
    private final Invite invite;

    InviteFirstAdministrator(StaffSide db, Units units, StaffRecords staff, Invite invite) {
        this.db = db;
        this.units = units;
        this.staff = staff;
        this.invite = invite;
    }

    Invited invite(SignedIn by, UUID unit, String name, String signInName) {
        by.requirePartnership(Role.ADMINISTRATOR);
        return db.actForAll(() -> {
            var found = units.find(db, unit).orElseThrow(NotFound::new);
            invite.oneAtATime();
            var administrators = staff.of(unit).stream()
                    .filter(StaffRecords.Person::isCurrent)
                    .filter(person -> person.roles().contains(Role.ADMINISTRATOR))
                    .toList();
            if (administrators.stream().anyMatch(this::isOrMayBecomeOne)) {
                return new Invited.Refused(List.of(new Mistake(
                        "Leave it to the unit: it has an administrator, or an invitation of one that is open still",
                        "#name")));
            }
            var recorded = List.of(by.actor(Role.ADMINISTRATOR), by.actorIn(found, Role.ADMINISTRATOR));
            return administrators.stream()
                    .filter(lapsed -> lapsed.localName().equals(signInName)
                            && lapsed.name().equals(name.strip()))
                    .findFirst()
                    .map(lapsed -> invite.link(recorded, new StaffKey(unit, lapsed.id()), lapsed.name()))
                    .orElseGet(() -> invite.add(
                            recorded,
                            found,
                            new Invite.Newcomer(name.strip(), signInName, null, Set.of(Role.ADMINISTRATOR))));
        });
    }

    private boolean isOrMayBecomeOne(StaffRecords.Person administrator) {
        return administrator.canSignIn() || invite.isOpen(new StaffKey(administrator.unit(), administrator.id()));
    }
}
