package org.kinmark.hub.staff;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.StaffSide;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/// Who makes the request at hand. Read from the records once for each request, so that a role taken away, or a member
/// of
/// staff who left, ends with the request under way, and all of one request is answered to the same person.
@Component
public class CurrentStaff {

    private static final String READ = CurrentStaff.class.getName();

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

    /// What was read of whom: a request in which somebody signs in goes on as another than it began.
    private record Read(StaffAuthentication known, Optional<SignedIn> signedIn) {

        boolean isOf(StaffAuthentication other) {
            return known.equals(other) && Objects.equals(known.since(), other.since());
        }
    }

    /// Who is signed in; empty where nobody is, or nobody any more.
    public Optional<SignedIn> signedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication known
                ? once(known)
                : Optional.empty();
    }

    private Optional<SignedIn> once(StaffAuthentication known) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return db.actForAll(() -> read(known));
        }
        if (request.getAttribute(READ, SCOPE_REQUEST) instanceof Read read && read.isOf(known)) {
            return read.signedIn();
        }
        var signedIn = db.actForAll(() -> read(known));
        request.setAttribute(READ, new Read(known, signedIn), SCOPE_REQUEST);
        return signedIn;
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
