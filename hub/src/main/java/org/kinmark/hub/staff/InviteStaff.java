package org.kinmark.hub.staff;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// An administrator looks after the staff of a unit: invites, gives roles, ends.
@Component
class InviteStaff {

    private static final Duration VALID = Duration.ofDays(7);

    private final StaffSide db;
    private final StaffRecords staff;
    private final Invitations invitations;
    private final Audit audit;
    private final InstantSource clock;

    InviteStaff(StaffSide db, StaffRecords staff, Invitations invitations, Audit audit, InstantSource clock) {
        this.db = db;
        this.staff = staff;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody to be invited.
    ///
    /// @param signInName the part before the @
    /// @param registration null where they have none
    record Newcomer(
            String name, String signInName, @Nullable String registration, Set<Role> roles) {

        @Override
        public String toString() {
            return "Newcomer[hidden]";
        }
    }

    /// Adds somebody to a unit.
    ///
    /// @return the link by which they take it up, shown once; empty where the unit has that sign-in name already
    Optional<String> invite(Actor by, UUID unit, Newcomer newcomer) {
        try {
            return Optional.of(db.actForAll(() -> {
                var id = db.newId(by.ofTheTeam());
                staff.add(unit, id, newcomer.name(), newcomer.registration(), newcomer.signInName(), clock.instant());
                staff.giveRoles(unit, id, newcomer.roles());
                return link(by, new StaffKey(unit, id));
            }));
        } catch (DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    /// A new link for somebody of the unit; the old one works no longer.
    Optional<String> inviteAgain(Actor by, UUID person) {
        return db.actForAll(() -> staff.find(by.unit(), person)
                .filter(StaffRecords.Person::isCurrent)
                .map(found -> link(by, new StaffKey(by.unit(), person))));
    }

    private String link(Actor by, StaffKey who) {
        var secret = OneTimeSecret.draw();
        var now = clock.instant();
        invitations.add(who, secret, now.plus(VALID), now);
        audit.record(db, by, Entry.of(Act.STAFF_INVITED, who.person()));
        return "/invitation/" + secret.text();
    }

    /// Gives somebody of the unit these roles and no others.
    boolean giveRoles(SignedIn by, UUID person, Set<Role> roles) {
        return db.act(
                by.unitId(),
                () -> staff.find(by.unitId(), person)
                        .filter(StaffRecords.Person::isCurrent)
                        .map(found -> {
                            staff.giveRoles(by.unitId(), person, roles);
                            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.ROLES_CHANGED, person));
                            return true;
                        })
                        .orElse(false));
    }

    /// Ends somebody's time in the unit, and their sessions with it. Nobody ends their own.
    boolean end(SignedIn by, UUID person) {
        if (by.person().equals(person)) {
            return false;
        }
        return db.act(
                by.unitId(),
                () -> staff.find(by.unitId(), person)
                        .filter(StaffRecords.Person::isCurrent)
                        .map(found -> {
                            staff.end(by.unitId(), person, clock.instant());
                            audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.STAFF_ENDED, person));
                            return true;
                        })
                        .orElse(false));
    }
}
