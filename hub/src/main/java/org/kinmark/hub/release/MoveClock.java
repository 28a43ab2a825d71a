package org.kinmark.hub.release;

import java.time.Instant;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Moves the demonstration's clock on, and does at once what is due then.
@Component
@ConditionalOnProperty("kinmark.demonstration")
class MoveClock {

    private final DemonstrationClock clock;
    private final Clockwork clockwork;
    private final StaffSide staff;
    private final Audit audit;

    MoveClock(DemonstrationClock clock, Clockwork clockwork, StaffSide staff, Audit audit) {
        this.clock = clock;
        this.clockwork = clockwork;
        this.staff = staff;
        this.audit = audit;
    }

    /// A moment that is past already changes nothing but the audit.
    void to(SignedIn who, Instant moment) {
        clock.moveTo(moment);
        clockwork.whatIsDue();
        staff.run(who.unitId(), () -> audit.record(staff, who.actor(Role.values()), Entry.of(Act.CLOCK_MOVED, null)));
    }
}
