package org.kinmark.hub.relation;

import java.time.LocalDate;
import java.util.List;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.Colleagues;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// An administrator looks at who of the unit's staff has a relation to a family; that is recorded.
@Component
class ShowRelations {

    private final TeamSide team;
    private final HealthSide health;
    private final Relations relations;
    private final Colleagues colleagues;
    private final Audit audit;

    ShowRelations(TeamSide team, HealthSide health, Relations relations, Colleagues colleagues, Audit audit) {
        this.team = team;
        this.health = health;
        this.relations = relations;
        this.colleagues = colleagues;
        this.audit = audit;
    }

    /// All that stand, the newest first.
    List<Shown> all(SignedIn who) {
        Side side = who.unit().kind().isTheTeam() ? team : health;
        return side.act(who.unitId(), () -> {
            audit.record(side, who.actor(Role.ADMINISTRATOR), Entry.of(Act.RELATIONS_SHOWN, null));
            return relations.all(side, who.unitId()).stream()
                    .map(one -> shown(who, one))
                    .toList();
        });
    }

    private Shown shown(SignedIn who, Relations.Standing one) {
        return new Shown(
                one.id(),
                colleagues.name(who, one.worker()),
                who.unit().kind().isTheTeam() ? one.about() : Moments.day(LocalDate.parse(one.about())),
                one.declared() ? "Declared" : "Recorded by " + one.recordedBy(),
                Moments.day(Moments.dayOf(one.recordedAt())));
    }
}
