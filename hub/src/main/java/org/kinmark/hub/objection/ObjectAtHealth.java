package org.kinmark.hub.objection;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.rules.Objection;
import org.springframework.stereotype.Component;

/// A health service writes down that somebody objects, who came, wrote or telephoned: they are left off every
/// list, of every service, a moment later. Whether they are on any is not said.
@Component
class ObjectAtHealth {

    static final Role[] ROLES = {Role.PROFESSIONAL, Role.SERVICE_LEAD};

    private final HealthSide db;
    private final HealthObjections objections;
    private final Audit audit;
    private final InstantSource clock;

    ObjectAtHealth(HealthSide db, HealthObjections objections, Audit audit, InstantSource clock) {
        this.db = db;
        this.objections = objections;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records it.
    ///
    /// @return its id
    UUID object(SignedIn who, Told told) {
        return db.act(who.unitId(), () -> {
            var id = db.newId();
            objections.add(who.unitId(), id, told, who.name(), clock.instant());
            audit.record(db, who.actor(ROLES), Entry.of(Act.OBJECTION_RECORDED, id));
            return id;
        });
    }

    /// A professional records that it was taken back, by who said it.
    ///
    /// @return false where they said none that stands: nobody else takes it back
    boolean takeBack(SignedIn who, UUID id, Objection by) {
        return db.act(who.unitId(), () -> {
            boolean ended = objections.end(who.unitId(), id, by, clock.instant());
            if (ended) {
                audit.record(db, who.actor(ROLES), Entry.of(Act.OBJECTION_TAKEN_BACK, id));
            }
            return ended;
        });
    }
}
