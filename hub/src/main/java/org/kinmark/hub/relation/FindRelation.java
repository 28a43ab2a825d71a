package org.kinmark.hub.relation;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Colleagues;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// An administrator of the family team records that a colleague has a relation to the family with some
/// reference. The administrator sees no family, and learns nothing of whether there is one: what is recorded
/// holds for when it comes.
@Component
class FindRelation {

    private final TeamSide db;
    private final Colleagues colleagues;
    private final Relations relations;
    private final Audit audit;
    private final InstantSource clock;

    FindRelation(TeamSide db, Colleagues colleagues, Relations relations, Audit audit, InstantSource clock) {
        this.db = db;
        this.colleagues = colleagues;
        this.relations = relations;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records it. Again changes nothing more.
    ///
    /// @return false where nobody of the unit is so known
    boolean record(SignedIn by, UUID worker, Reference family) {
        if (colleagues.current(by).stream().noneMatch(one -> one.key().equals(worker))) {
            return false;
        }
        db.run(
                by.unitId(),
                () -> relations
                        .add(db, by.unitId(), worker, family, false, by.name(), clock.instant())
                        .ifPresent(id ->
                                audit.record(db, by.actor(Role.ADMINISTRATOR), Entry.of(Act.RELATION_FOUND, id))));
        return true;
    }
}
