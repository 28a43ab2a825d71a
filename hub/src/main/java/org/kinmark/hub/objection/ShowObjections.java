package org.kinmark.hub.objection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A health service looks at the objections that it was told. That it did is recorded.
@Component
class ShowObjections {

    private final HealthSide db;
    private final HealthObjections objections;
    private final Audit audit;

    ShowObjections(HealthSide db, HealthObjections objections, Audit audit) {
        this.db = db;
        this.objections = objections;
        this.audit = audit;
    }

    /// A page of them, newest first.
    ///
    /// @param page from 1
    List<Recorded> all(SignedIn who, int page) {
        return db.act(who.unitId(), () -> {
            record(who, Entry.of(Act.OBJECTIONS_SHOWN, null));
            return objections.own(who.unitId(), page);
        });
    }

    /// One of them; empty where the service was told no such.
    Optional<Recorded> one(SignedIn who, UUID id) {
        return db.act(who.unitId(), () -> {
            var found = objections.find(who.unitId(), id);
            found.ifPresent(one -> record(who, Entry.of(Act.OBJECTIONS_SHOWN, one.id())));
            return found;
        });
    }

    private void record(SignedIn who, Entry entry) {
        audit.record(db, who.actor(ObjectAtHealth.ROLES), entry);
    }
}
