package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Somebody signs for their unit. The team signs first; a party then sees the agreement and may sign it.
@Component
class SignAgreement {

    static final Role[] TEAM = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN};
    static final Role[] HEALTH = {Role.SERVICE_LEAD, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.SENIOR_CLINICIAN
    };

    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final Audit audit;
    private final InstantSource clock;

    SignAgreement(TeamSide team, HealthSide health, Agreements agreements, Audit audit, InstantSource clock) {
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /// Signs the newest version. Signing again changes nothing.
    Agreement sign(SignedIn who, UUID id) {
        Side side = who.unit().kind().isTheTeam() ? team : health;
        return side.act(who.unitId(), () -> {
            var agreement = agreements.newest(side, id).orElseThrow(NotFound::new);
            if (agreement.isSignedBy(who.unitId())) {
                return agreement;
            }
            if (!ReadTerms.mistakes(agreement.terms()).isEmpty()) {
                throw new Problem(
                        HttpStatus.CONFLICT, "This draft is not finished. Complete every part before you sign.");
            }
            var by = who.actor(who.unit().kind().isTheTeam() ? TEAM : HEALTH);
            agreements.sign(
                    side,
                    agreement,
                    who.unitId(),
                    who.person(),
                    who.name(),
                    String.valueOf(by.role()),
                    clock.instant());
            audit.record(side, by, Entry.of(Act.AGREEMENT_SIGNED, id).under(agreement.named()));
            return agreements
                    .find(side, agreement.team(), id, agreement.version())
                    .orElseThrow();
        });
    }
}
