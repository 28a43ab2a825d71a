package org.kinmark.hub.relation;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// An administrator ends a relation, with a reason: the family is there again for whoever had it. Never they
/// themselves.
@Component
class EndRelation {

    private final TeamSide team;
    private final HealthSide health;
    private final Relations relations;
    private final Audit audit;
    private final InstantSource clock;

    EndRelation(TeamSide team, HealthSide health, Relations relations, Audit audit, InstantSource clock) {
        this.team = team;
        this.health = health;
        this.relations = relations;
        this.audit = audit;
        this.clock = clock;
    }

    /// Ends it.
    ///
    /// @param reason not empty
    /// @return false where no such relation of somebody else stands in the unit
    boolean end(SignedIn by, UUID relation, String reason) {
        Side side = by.unit().kind().isTheTeam() ? team : health;
        return side.act(by.unitId(), () -> {
            boolean ended = relations.end(side, by.unitId(), relation, by.person(), by.name(), reason, clock.instant());
            if (ended) {
                audit.record(side, by.actor(Role.ADMINISTRATOR), Entry.of(Act.RELATION_ENDED, relation));
            }
            return ended;
        });
    }
}
