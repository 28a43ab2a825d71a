package org.kinmark.hub.marking;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.exchange.Judgement;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.relation.OwnListed;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// Somebody at a service says that they know a family of a list outside their work. They see it no more: a
/// colleague judges it, or it stays not judged. A judgement of it that is held already may be theirs, and is
/// taken back.
@Component
class LeaveToColleague {

    private final HealthSide db;
    private final HoldList holding;
    private final OwnListed own;
    private final Audit audit;
    private final InstantSource clock;

    LeaveToColleague(HealthSide db, HoldList holding, OwnListed own, Audit audit, InstantSource clock) {
        this.db = db;
        this.holding = holding;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    /// Leaves it to them. The audit says that it was done, and not which family it is.
    ///
    /// @throws NotFound where the list has no such family, for them
    Outcome leave(SignedIn who, UUID list, UUID family) {
        return holding.change(who, list, held -> {
            var judged = held.of(family).orElseThrow(NotFound::new);
            // The list may have gone out again since the page was shown, under another reference.
            own.add(db, who.unitId(), who.person(), held.list().ref(), family, who.name(), clock.instant())
                    .ifPresent(id -> audit.record(db, who.actor(HoldList.ROLES), Entry.of(Act.RELATION_DECLARED, id)));
            if (judged != Judgement.NOT_JUDGED) {
                held.draft().judge(family, Judgement.NOT_JUDGED, who.person());
                held.draft().settle();
            }
            // Without a record of its own: one that came only where something was judged would say so.
            holding.write(who, held);
            return held.done();
        });
    }
}
