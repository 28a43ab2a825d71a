package org.kinmark.hub.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kinmark.exchange.AsRules;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.agreement.Notices;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.staff.Unit;
import org.kinmark.hub.staff.Units;
import org.kinmark.rules.boundary.Service;
import org.springframework.stereotype.Component;

/// Tells which parties of an agreement a round may ask: those that have signed, and of which families have had the
/// notice for 28 days.
@Component
class AskedParties {

    private final Notices notices;
    private final Units units;

    AskedParties(Notices notices, Units units) {
        this.notices = notices;
        this.units = units;
    }

    /// Who may be asked on a day.
    ///
    /// @param services those that may, with what each is to the checks
    /// @param notReady the other parties, with the reason
    /// @param noticeIsOut whether families have had the team's own notice for long enough
    /// @param refusals why nobody may be asked at all, each in a sentence
    record Asked(
            Map<Service, Unit> services, Map<String, String> notReady, boolean noticeIsOut, List<String> refusals) {}

    Asked of(Side side, Unit team, Agreement agreement, Instant now) {
        var standing = notices.standing(side);
        var own = standing.get(team.id());
        boolean noticeIsOut = own != null && own.isInForce(now);
        var refusals = new ArrayList<String>();
        if (!agreement.isCurrent(Moments.dayOf(now))) {
            refusals.add("The agreement is not in force today");
        }
        if (!noticeIsOut) {
            refusals.add("The family team’s notice to families has not been out for 28 days");
        }
        var services = new LinkedHashMap<Service, Unit>();
        var notReady = new LinkedHashMap<String, String>();
        for (var party : agreement.parties()) {
            var unit = units.find(side, party.unit()).orElseThrow();
            var notice = standing.get(party.unit());
            if (!agreement.isSignedBy(party.unit())) {
                notReady.put(party.name(), "It has not signed");
            } else if (notice == null || !notice.isInForce(now)) {
                notReady.put(party.name(), "Its notice to families has not been out for 28 days");
            } else {
                services.put(service(team, party, unit), unit);
            }
        }
        return new Asked(services, notReady, noticeIsOut, refusals);
    }

    private static Service service(Unit team, Agreement.Party party, Unit unit) {
        var id = unit.id().toString();
        var kind = unit.kind().asService().orElseThrow();
        return switch (kind) {
            case GP_PRACTICE -> new Service.Practice(id, Objects.requireNonNullElse(unit.odsCode(), ""));
            case CAMHS, AMHS, COMMUNITY_HEALTH, HEALTH_VISITING, ADULT_SOCIAL_CARE ->
                new Service.AreaWide(
                        id,
                        kind,
                        AsRules.range(party.minAge(), party.maxAge()),
                        unit.body().equals(team.body()),
                        Set.copyOf(party.districts()));
        };
    }
}
