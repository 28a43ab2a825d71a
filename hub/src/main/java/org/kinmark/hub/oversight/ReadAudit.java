package org.kinmark.hub.oversight;

import java.util.List;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.audit.Known;
import org.kinmark.hub.audit.Line;
import org.kinmark.hub.audit.Wanted;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// An information governance lead searches the unit's audit; that this was done is in it too.
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

    /// What was found.
    ///
    /// @param lines newest first
    /// @param actors everybody who acted for the unit
    record Found(List<Line> lines, List<Known> actors) {}

    /// The newest entries that are looked for.
    Found read(SignedIn who, Wanted wanted, int most) {
        boolean ofTheTeam = who.unit().kind().isTheTeam();
        Side side = ofTheTeam ? team : health;
        return side.act(who.unitId(), () -> {
            var found = new Found(
                    audit.newest(side, ofTheTeam, who.unitId(), wanted, most),
                    audit.actors(side, ofTheTeam, who.unitId()));
            audit.record(
                    side, who.actor(Role.INFORMATION_GOVERNANCE_LEAD, Role.AUDITOR), Entry.of(Act.AUDIT_SHOWN, null));
            return found;
        });
    }
}
