package org.kinmark.hub.oversight;

import java.util.List;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.audit.Line;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// An information governance lead reads the unit's audit; that this was done is in it too.
@Component
class ReadAudit {

    private final TeamSide team;
    private final HealthSide health;
    private final Audit audit;

    ReadAudit(TeamSide team, HealthSide health, Audit audit) {
        this.team = team;
        this.health = health;
        this.audit = audit;
    }

    /// The newest entries before a number, newest first.
    List<Line> read(SignedIn who, long before, int most) {
        boolean ofTheTeam = who.unit().kind().isTheTeam();
        Side side = ofTheTeam ? team : health;
        return side.act(who.unitId(), () -> {
            var lines = audit.newest(side, ofTheTeam, who.unitId(), before, most);
            audit.record(
                    side, who.actor(Role.INFORMATION_GOVERNANCE_LEAD, Role.AUDITOR), Entry.of(Act.AUDIT_SHOWN, null));
            return lines;
        });
    }
}
