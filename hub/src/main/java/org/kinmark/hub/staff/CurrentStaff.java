package org.kinmark.hub.staff;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.StaffSide;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who makes the request at hand. Read from the records each time, so that a role taken away, or a member of staff who
/// left, ends at once.
@Component
public class CurrentStaff {

    private final StaffSide db;
    private final StaffRecords staff;
    private final Clients clients;
    private final Units units;

    CurrentStaff(StaffSide db, StaffRecords staff, Clients clients, Units units) {
        this.db = db;
        this.staff = staff;
        this.clients = clients;
        this.units = units;
    }

    /// Who is signed in; empty where nobody is, or nobody any more.
    public Optional<SignedIn> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication known
                ? db.actForAll(() -> read(known))
                : Optional.empty();
    }

    private Optional<SignedIn> read(StaffAuthentication known) {
        var key = known.key();
        var person = staff.find(key.unit(), key.person())
                .filter(StaffRecords.Person::isCurrent)
                .filter(one -> isStillSignedIn(one, known.since()));
        return person.flatMap(one -> units.find(db, one.unit())
                .flatMap(unit -> known.client() == null
                        ? Optional.of(new SignedIn(one.id(), one.name(), one.registration(), unit, one.roles(), null))
                        : clients.find(key.unit(), known.client()).map(client -> through(client, one, unit))));
    }

    private static boolean isStillSignedIn(StaffRecords.Person person, @Nullable Instant since) {
        return since == null || person.sessionsEndBefore() == null || !since.isBefore(person.sessionsEndBefore());
    }

    /// A role that was taken from the person is gone from their clients as well.
    private static SignedIn through(Clients.Client client, StaffRecords.Person person, Unit unit) {
        var roles = new HashSet<>(person.roles());
        if (client.roles() != null) {
            roles.retainAll(client.roles());
        }
        return new SignedIn(person.id(), person.name(), person.registration(), unit, roles, client.name());
    }
}
