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
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Units;
import org.springframework.stereotype.Component;

/// What may still happen to an agreement that is signed: a party accedes, or it is ended. And each side's notice.
@Component
class TendAgreement {

    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final Notices notices;
    private final Units units;
    private final Audit audit;
    private final InstantSource clock;

    TendAgreement(
            TeamSide team,
            HealthSide health,
            Agreements agreements,
            Notices notices,
            Units units,
            Audit audit,
            InstantSource clock) {
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.notices = notices;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds a party to what is signed: it is in force with it once it has signed too.
    ///
    /// @return false where the unit is a party already, or no service
    boolean addParty(SignedIn who, UUID id, Terms.AgreedParty party) {
        return team.act(who.unitId(), () -> {
            var agreement = agreements.newest(team, id).orElseThrow(NotFound::new);
            var unit = units.all(team).stream()
                    .filter(each -> each.id().toString().equals(party.unit())
                            || party.unit().equals(each.code()))
                    .filter(each -> each.kind().asService().isPresent())
                    .findFirst();
            if (!agreement.isSigned()
                    || unit.isEmpty()
                    || agreement.party(unit.get().id()).isPresent()) {
                return false;
            }
            var named = new Terms.AgreedParty(
                    unit.get().id().toString(), party.why(), party.minAge(), party.maxAge(), party.districts());
            agreements.addParty(team, who.unitId(), id, agreement.version(), named, true);
            audit.record(
                    team,
                    who.actor(Role.COORDINATOR),
                    Entry.of(Act.PARTY_ACCEDED, id).under(agreement.named()));
            return true;
        });
    }

    /// Ends one before its time.
    void end(SignedIn who, UUID id) {
        team.run(who.unitId(), () -> {
            var agreement = agreements.newest(team, id).orElseThrow(NotFound::new);
            if (agreement.endedAt() == null) {
                agreements.end(team, agreement, clock.instant());
                audit.record(
                        team,
                        who.actor(SignAgreement.TEAM),
                        Entry.of(Act.AGREEMENT_ENDED, id).under(agreement.named()));
            }
        });
    }

    /// Publishes a unit's notice to families; the one before it is withdrawn, and the 28 days begin anew.
    void publish(SignedIn who, String words) {
        var side = side(who);
        side.run(who.unitId(), () -> {
            notices.publish(side, who.unitId(), words.strip(), who.name(), clock.instant());
            audit.record(side, who.actor(Role.values()), Entry.of(Act.NOTICE_PUBLISHED, who.unitId()));
        });
    }

    /// Withdraws it: nothing is shared until another has been out for 28 days.
    void withdraw(SignedIn who) {
        var side = side(who);
        side.run(who.unitId(), () -> {
            if (notices.withdraw(side, who.unitId(), clock.instant())) {
                audit.record(side, who.actor(Role.values()), Entry.of(Act.NOTICE_WITHDRAWN, who.unitId()));
            }
        });
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }
}
