package org.kinmark.hub.relation;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// Somebody of the family team says that they have a relation to a family. From the next request on there is
/// no such family for them, in whatever page, file or operation; they cannot take it back.
@Component
class DeclareRelation {

    static final Role[] ROLES = {Role.COORDINATOR, Role.KEY_WORKER, Role.INFORMATION_GOVERNANCE_LEAD};

    private final TeamSide db;
    private final Relations relations;
    private final Audit audit;
    private final InstantSource clock;

    DeclareRelation(TeamSide db, Relations relations, Audit audit, InstantSource clock) {
        this.db = db;
        this.relations = relations;
        this.audit = audit;
        this.clock = clock;
    }

    /// Declares it of a family whose page they look at.
    ///
    /// @throws NotFound where there is none, for them
    void declare(SignedIn who, UUID family) {
        db.run(
                who.unitId(),
                () -> declare(
                        who, relations.referenceOf(db, who.unitId(), family).orElseThrow(NotFound::new)));
    }

    /// Declares it by a reference, whether or not the team has such a family. Again changes nothing more.
    void declare(SignedIn who, Reference family) {
        db.run(
                who.unitId(),
                () -> relations
                        .add(db, who.unitId(), who.person(), family, true, who.name(), clock.instant())
                        .ifPresent(id -> audit.record(db, who.actor(ROLES), Entry.of(Act.RELATION_DECLARED, id))));
    }

    /// Those that they declared themselves. What an administrator found is not among them: to be told it would
    /// tell them that the family is there.
    List<Declared> own(SignedIn who) {
        return db.act(who.unitId(), () -> {
            audit.record(db, who.actor(ROLES), Entry.of(Act.RELATIONS_SHOWN, null));
            return relations.all(db, who.unitId()).stream()
                    .filter(one -> one.declared() && one.worker().equals(who.person()))
                    .map(one -> new Declared(one.about(), Moments.day(Moments.dayOf(one.recordedAt()))))
                    .toList();
        });
    }
}
