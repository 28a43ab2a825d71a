package org.kinmark.hub.staff;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Component;

/// The partnership's own unit, and the first person of it: who sets up everything else.
@Component
public class FirstAdministrator {

    private final StaffSide db;
    private final Units units;
    private final InviteStaff invite;

    FirstAdministrator(StaffSide db, Units units, InviteStaff invite) {
        this.db = db;
        this.units = units;
        this.invite = invite;
    }

    /// The partnership's unit, made where it is not there yet.
    public UUID partnership() {
        return existing().orElseGet(this::create);
    }

    private Optional<UUID> existing() {
        return db.actForAll(() -> units.all(db).stream()
                .filter(unit -> unit.kind() == UnitKind.PARTNERSHIP)
                .map(Unit::id)
                .findFirst());
    }

    private UUID create() {
        return db.actForAll(() -> {
            var id = db.newId();
            db.sql("insert into shared.body (id, name, kind) values (:id, 'Partnership', 'partnership')")
                    .param("id", id)
                    .update();
            db.sql("""
                            insert into shared.unit (id, body, name, kind, handle)
                            values (:id, :id, 'Partnership', 'partnership', 'partnership')
                            """).param("id", id).update();
            return id;
        });
    }

    /// Invites somebody to administer the partnership's unit.
    ///
    /// @return the path of a link that works once, for seven days
    public String invite(String name) {
        var unit = partnership();
        var base = name.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", ".")
                .replaceAll("^\\.|\\.$", "");
        var by = Actor.theHub(unit, false);
        for (int number = 1; ; number++) {
            var local = (base.isEmpty() ? "administrator" : base.substring(0, Math.min(50, base.length())))
                    + (number == 1 ? "" : Integer.toString(number));
            var link = invite.invite(by, unit, new InviteStaff.Newcomer(name, local, null, Set.of(Role.ADMINISTRATOR)));
            if (link.isPresent()) {
                return link.get();
            }
        }
    }
}
