package org.kinmark.hub.staff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Component;

/// The partnership's own unit, and the first person of it: who sets up everything else.
@Component
public class FirstAdministrator {

    private final StaffSide db;
    private final Units units;
    private final Invite invite;

    FirstAdministrator(StaffSide db, Units units, Invite invite) {
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
        var partnership = partnership();
        return invite(name, unit -> unit.id().equals(partnership)).orElseThrow();
    }

    /// Invites somebody to administer a unit whose own administrators cannot sign in any more. Whoever runs the hub
    /// does this at its machine, and the unit reads of it in its audit.
    ///
    /// @param handle what the unit's sign-in names end in
    /// @return empty where there is no such unit
    public Optional<String> invite(String name, String handle) {
        return invite(name, unit -> unit.handle().equals(handle));
    }

    private Optional<String> invite(String name, Predicate<Unit> which) {
        return db.actForAll(
                () -> units.all(db).stream().filter(which).findFirst().map(unit -> invite(name, unit)));
    }

    private String invite(String name, Unit unit) {
        var base = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.|\\.$", "");
        var by = List.of(Actor.theHub(unit.id(), unit.kind().isTheTeam()));
        for (int number = 1; ; number++) {
            var local = (base.isEmpty() ? "administrator" : base.substring(0, Math.min(50, base.length())))
                    + (number == 1 ? "" : Integer.toString(number));
            switch (invite.add(by, unit, new Invite.Newcomer(name, local, null, Set.of(Role.ADMINISTRATOR)))) {
                case Invited.Made made -> {
                    return made.link();
                }
                // Somebody is called so already.
                case Invited.Refused(var why) when why.stream().allMatch(one -> "#signInName".equals(one.href())) -> {}
                case Invited.Refused _ -> throw new IllegalArgumentException("a name of 1 to 200 characters");
            }
        }
    }
}
