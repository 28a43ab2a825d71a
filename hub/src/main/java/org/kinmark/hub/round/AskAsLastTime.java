package org.kinmark.hub.round;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A coordinator has a family asked about with the people and the services of last time, because with others the
/// answer would tell too much; or again as things are now. It holds for every round until it is taken back.
@Component
class AskAsLastTime {

    private final TeamSide db;
    private final LastQuestions questions;
    private final Audit audit;
    private final InstantSource clock;

    AskAsLastTime(TeamSide db, LastQuestions questions, Audit audit, InstantSource clock) {
        this.db = db;
        this.questions = questions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Does it; again changes nothing more.
    ///
    /// @return false where the family was asked about in no round, so that there is no last time
    boolean ask(SignedIn who, UUID family, boolean asLastTime) {
        return db.act(who.unitId(), () -> {
            if (!questions.of(db, who.unitId(), List.of(family)).isOf(family)) {
                return false;
            }
            boolean changed = asLastTime
                    ? questions.choose(db, who.unitId(), family, clock.instant())
                    : questions.takeBack(db, who.unitId(), family);
            if (changed) {
                var act = asLastTime ? Act.FAMILY_AS_LAST_TIME : Act.FAMILY_AS_NOW;
                audit.record(db, who.actor(Role.COORDINATOR), Entry.of(act, family));
            }
            return true;
        });
    }
}
