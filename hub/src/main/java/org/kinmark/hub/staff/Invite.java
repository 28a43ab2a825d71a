package org.kinmark.hub.staff;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Mistake;
import org.springframework.stereotype.Component;

/// What every invitation is held to, whoever makes it; and its record, in the audit of each unit that it concerns.
///
/// Within the act of whoever invites.
@Component
class Invite {

    private static final Duration VALID = Duration.ofDays(7);
    private static final int LONGEST = 200;

    private final StaffSide db;
    private final StaffRecords staff;
    private final Invitations invitations;
    private final Audit audit;
    private final InstantSource clock;

    Invite(StaffSide db, StaffRecords staff, Invitations invitations, Audit audit, InstantSource clock) {
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

        Newcomer {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "Newcomer[hidden]";
        }
    }

    /// Adds somebody to a unit.
    ///
    /// A name that is somebody's on the other side is refused in the words for one that is taken here. Whoever
    /// invites learns that somebody of the partnership is called so, as those who sign agreements with it know
    /// anyway, and nothing of what they do.
    ///
    /// @param recorded who did it, once for each audit that tells of it
    Invited add(List<Actor> recorded, Unit unit, Newcomer newcomer) {
        var mistakes = new ArrayList<Mistake>();
        if (newcomer.name().isBlank() || newcomer.name().length() > LONGEST) {
            mistakes.add(new Mistake("Enter their name", "#name"));
        }
        if (!newcomer.signInName().matches("[a-z0-9._-]{1,60}")) {
            mistakes.add(new Mistake(
                    "Enter a sign-in name of small letters, digits, full stops, hyphens or underscores",
                    "#signInName"));
        }
        RolesHeld.amiss(unit.kind(), newcomer.roles(), newcomer.registration()).ifPresent(mistakes::add);
        oneAtATime();
        if (mistakes.isEmpty() && isSomebodyElse(unit, newcomer)) {
            mistakes.add(new Mistake(
                    "Enter a sign-in name that nobody in this unit has, and a registration that nobody on another side has",
                    "#signInName"));
        }
        if (!mistakes.isEmpty()) {
            return new Invited.Refused(mistakes);
        }
        var id = staff.newId(unit.kind());
        staff.add(
                unit.id(),
                id,
                newcomer.name().strip(),
                newcomer.registration(),
                newcomer.signInName(),
                clock.instant());
        staff.giveRoles(unit.id(), id, newcomer.roles());
        return link(recorded, new StaffKey(unit.id(), id), newcomer.name().strip());
    }

    /// Waits for whoever else invites, until the act is over.
    void oneAtATime() {
        staff.oneAtATime();
    }

    /// Whether a link of theirs works still.
    boolean isOpen(StaffKey who) {
        return invitations.isOpen(who, clock.instant());
    }

    /// A link for somebody who is there; earlier ones work no longer.
    Invited link(List<Actor> recorded, StaffKey who, String name) {
        var secret = OneTimeSecret.draw();
        var now = clock.instant();
        invitations.add(who, secret, now.plus(VALID), now);
        recorded.forEach(by -> audit.record(db, by, Entry.of(Act.STAFF_INVITED, who.person())));
        return new Invited.Made(name, "/invitation/" + secret.text());
    }

    private boolean isSomebodyElse(Unit unit, Newcomer newcomer) {
        return staff.isTaken(unit, newcomer.signInName())
                || staff.isOnAnotherSide(unit.kind(), newcomer.registration());
    }
}
