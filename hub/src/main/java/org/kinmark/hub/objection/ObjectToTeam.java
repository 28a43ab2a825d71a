package org.kinmark.hub.objection;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.rules.Objection;
import org.springframework.stereotype.Component;

/// A member of a family objects to the team, or somebody for them: they are left off its lists from then on,
/// those that are out as well, and what was released of the family is deleted at once. It can be taken back
/// by who said it.
@Component
class ObjectToTeam {

    private final TeamSide db;
    private final TeamObjections objections;
    private final LeaveOff leaveOff;
    private final Audit audit;
    private final InstantSource clock;

    ObjectToTeam(TeamSide db, TeamObjections objections, LeaveOff leaveOff, Audit audit, InstantSource clock) {
        this.db = db;
        this.objections = objections;
        this.leaveOff = leaveOff;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of it.
    enum Outcome {
        /// It is so, now or already.
        DONE,
        /// The family never had such a member.
        NO_SUCH_MEMBER,
        /// Nothing stands that they said: what somebody else said is theirs to take back.
        NOT_THEIRS
    }

    /// Records it.
    Outcome object(SignedIn who, UUID family, String personId, Objection by) {
        return db.act(who.unitId(), () -> {
            objections.waitForImports(who.unitId());
            var person = objections.person(who.unitId(), family, personId).orElse(null);
            if (person == null) {
                return Outcome.NO_SUCH_MEMBER;
            }
            if (objections.add(who.unitId(), person, by, clock.instant())) {
                record(who, Act.OBJECTION_RECORDED, person);
                // The team's role may not touch marks; the release's hand does.
                db.onceKept(leaveOff::endMarks);
            }
            return Outcome.DONE;
        });
    }

    /// Takes it back, for lists to come. A mark that is gone stays gone.
    Outcome takeBack(SignedIn who, UUID family, String personId, Objection by) {
        return db.act(who.unitId(), () -> {
            objections.waitForImports(who.unitId());
            var person = objections.person(who.unitId(), family, personId).orElse(null);
            if (person == null) {
                return Outcome.NO_SUCH_MEMBER;
            }
            if (!objections.end(who.unitId(), person, by, clock.instant())) {
                return Outcome.NOT_THEIRS;
            }
            record(who, Act.OBJECTION_TAKEN_BACK, person);
            return Outcome.DONE;
        });
    }

    private void record(SignedIn who, Act act, UUID person) {
        audit.record(db, who.actor(Role.COORDINATOR, Role.KEY_WORKER), Entry.of(act, person));
    }
}
