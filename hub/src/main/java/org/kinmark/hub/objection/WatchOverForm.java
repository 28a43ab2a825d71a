package org.kinmark.hub.objection;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// A Caldicott Guardian of a health service looks at what was said on the public form, and ends what was not
/// the person's. That they looked, and what they ended and why, is kept.
///
/// A Guardian, since nobody else is trusted to weigh who may speak for whom; of health, since the team must
/// not learn who objected there, and so not of the team's own council either.
@Component
class WatchOverForm {

    private final HealthSide db;
    private final HealthObjections objections;
    private final Audit audit;
    private final InstantSource clock;

    WatchOverForm(HealthSide db, HealthObjections objections, Audit audit, InstantSource clock) {
        this.db = db;
        this.objections = objections;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether it is theirs to do.
    boolean isFor(SignedIn who) {
        return who.unit().kind().isOnTheHealthSide()
                && who.has(Role.CALDICOTT_GUARDIAN)
                && !db.act(who.unitId(), () -> objections.isOfATeamsCouncil(who.unitId()));
    }

    /// A page of those that stand, newest first.
    ///
    /// @param page from 1
    List<Recorded> all(SignedIn who, int page) {
        requireThatItIsFor(who);
        return db.act(who.unitId(), () -> {
            record(who, Entry.of(Act.FORM_OBJECTIONS_SHOWN, null));
            return objections.onTheForm(page);
        });
    }

    /// One of them.
    Optional<Recorded> one(SignedIn who, UUID id) {
        requireThatItIsFor(who);
        return db.act(who.unitId(), () -> {
            var found = objections.onTheForm(id);
            found.ifPresent(one -> record(who, Entry.of(Act.FORM_OBJECTIONS_SHOWN, one.id())));
            return found;
        });
    }

    /// Ends one, for lists to come.
    ///
    /// @return false where it does not stand
    boolean end(SignedIn who, UUID id, String reason) {
        requireThatItIsFor(who);
        return db.act(who.unitId(), () -> {
            if (objections.onTheForm(id).isEmpty()) {
                return false;
            }
            objections.endOnTheForm(who.unitId(), id, reason, who.name(), clock.instant());
            record(who, Entry.of(Act.FORM_OBJECTION_ENDED, id));
            return true;
        });
    }

    private void requireThatItIsFor(SignedIn who) {
        if (!isFor(who)) {
            throw new NotFound();
        }
    }

    private void record(SignedIn who, Entry entry) {
        audit.record(db, who.actor(Role.CALDICOTT_GUARDIAN), entry);
    }
}
