package org.kinmark.hub.staff;

import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.NotFound;
import org.springframework.stereotype.Component;

/// A service without a Caldicott Guardian of its own is lent one by a health body. It is in the audit of all three:
/// the partnership, the service, and the body whose Guardian it is.
@Component
public class LendGuardian {

    private final StaffSide db;
    private final Units units;
    private final Audit audit;

    LendGuardian(StaffSide db, Units units, Audit audit) {
        this.db = db;
        this.units = units;
        this.audit = audit;
    }

    /// What a member of staff of the partnership does on a page.
    ///
    /// @return whether one could be lent: by a health body, to a service
    boolean lend(SignedIn by, UUID unit, UUID healthBody) {
        by.requirePartnership(Role.ADMINISTRATOR);
        return lend(by.actor(Role.ADMINISTRATOR), unit, healthBody);
    }

    /// What the hub itself does in a demonstration.
    public boolean lend(Actor by, UUID unit, UUID healthBody) {
        return db.actForAll(() -> {
            var service = units.find(db, unit).orElseThrow(NotFound::new);
            var lender = units.find(db, healthBody)
                    .filter(one -> one.kind() == UnitKind.HEALTH_BODY)
                    .orElse(null);
            if (lender == null || service.kind().asService().isEmpty()) {
                return false;
            }
            db.sql("update shared.unit set guardian = :guardian where id = :unit")
                    .param("guardian", lender.id())
                    .param("unit", unit)
                    .update();
            var entry = Entry.of(Act.GUARDIAN_LENT, unit);
            audit.record(db, by, entry);
            audit.record(db, by.ofThePartnershipIn(service.id(), service.kind().isTheTeam()), entry);
            audit.record(db, by.ofThePartnershipIn(lender.id(), lender.kind().isTheTeam()), entry);
            return true;
        });
    }
}
