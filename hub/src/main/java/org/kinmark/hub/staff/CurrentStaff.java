package org.kinmark.hub.staff;

import java.time.Instant;
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
    private final Units units;

    CurrentStaff(StaffSide db, StaffRecords staff, Units units) {
        this.db = db;
        this.staff = staff;
        this.units = units;
    }

    /// Who is signed in; empty where nobody is, or nobody any more.
    public Optional<SignedIn> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof StaffAuthentication known
                ? read(known.key(), known.since())
                : Optional.empty();
    }

    /// @param since when they signed in; null where the request proves itself, as a bearer's does
    Optional<SignedIn> read(StaffKey key, @Nullable Instant since) {
        return db.actForAll(() -> staff.find(key.unit(), key.person())
                .filter(StaffRecords.Person::isCurrent)
                .filter(person -> since == null
                        || person.sessionsEndBefore() == null
                        || !since.isBefore(person.sessionsEndBefore()))
                .flatMap(person -> units.find(db, person.unit())
                        .map(unit -> new SignedIn(
                                person.id(), person.name(), person.registration(), unit, person.roles()))));
    }
}
