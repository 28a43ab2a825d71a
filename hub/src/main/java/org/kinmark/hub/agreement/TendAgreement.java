package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Unit;
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

    /// Adds a party to what is signed: it is in force with it once it has signed too. A draft of the next version gets
    /// it as well.
    ///
    /// @param party without a mistake
    /// @return false where the unit is a party already, or no service, or nothing signed is left to accede to
    boolean addParty(SignedIn who, UUID id, Terms.AgreedParty party) {
        return team.act(who.unitId(), () -> {
            agreements.hold(team, id);
            var versions = agreements.versions(team, id);
            var newest = versions.stream().findFirst().orElseThrow(NotFound::new);
            var signed = versions.stream()
                    .filter(each -> each.isSigned() && !each.isOver(Moments.dayOf(clock.instant())))
                    .findFirst();
            var unit = service(party.unit());
            if (signed.isEmpty()
                    || unit.isEmpty()
                    || signed.get().party(unit.get().id()).isPresent()) {
                return false;
            }
            var named = new Terms.AgreedParty(
                    unit.get().id().toString(), party.why(), party.minAge(), party.maxAge(), party.districts());
            agreements.addParty(team, who.unitId(), id, signed.get().version(), named, true);
            if (!newest.isSigned() && newest.party(unit.get().id()).isEmpty()) {
                agreements.addToDraft(team, newest, named);
            }
            audit.record(
                    team,
                    who.actor(Role.COORDINATOR),
                    Entry.of(Act.PARTY_ACCEDED, id).under(signed.get().named()));
            return true;
        });
    }

    private Optional<Unit> service(String named) {
        return units.all(team).stream()
                .filter(each -> each.id().toString().equals(named) || named.equals(each.code()))
                .filter(each -> each.kind().asService().isPresent())
                .findFirst();
    }

    /// Ends an agreement before its time: every version that anybody has signed. A draft stays a draft.
    ///
    /// @return false where nothing of it is signed, so that there is nothing to end
    boolean end(SignedIn who, UUID id) {
        return team.act(who.unitId(), () -> {
            agreements.hold(team, id);
            agreements.hold(team, who.unitId());
            var versions = agreements.versions(team, id);
            if (versions.isEmpty()) {
                throw new NotFound();
            }
            var signed = versions.stream().filter(Agreement::isSigned).toList();
            signed.stream().filter(each -> each.endedAt() == null).forEach(each -> {
                agreements.end(team, each, clock.instant());
                audit.record(
                        team,
                        who.actor(SignAgreement.TEAM),
                        Entry.of(Act.AGREEMENT_ENDED, id).under(each.named()));
            });
            return !signed.isEmpty();
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
