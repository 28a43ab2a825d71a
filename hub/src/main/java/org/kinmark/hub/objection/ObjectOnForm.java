package org.kinmark.hub.objection;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.exchange.Identity;
import org.kinmark.hub.database.DispatchSide;
import org.kinmark.hub.database.HealthSide;
import org.springframework.stereotype.Component;

/// Somebody objects on the public form, or takes that back with the reference that they were given.
///
/// It is one row, written by a hand that can read nothing of the health side: whether the person is known,
/// listed or has objected before changes neither the answer nor how long it takes. What follows from it is
/// done a moment later, by another. The row is its own record: it belongs to no unit's audit, and nobody can
/// change it.
@Component
class ObjectOnForm {

    /// The form belongs to no unit.
    private static final UUID NO_UNIT = new UUID(0, 1);

    private final DispatchSide db;
    private final HealthSide ids;
    private final Flood flood;
    private final InstantSource clock;

    /// @param ids the health side's: from those of the hand that writes, ids are drawn that the team comes to
    ///     see
    ObjectOnForm(DispatchSide db, HealthSide ids, Flood flood, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.flood = flood;
        this.clock = clock;
    }

    /// Takes an objection.
    ///
    /// @param address from where the form came
    /// @return with what it is taken back; empty where the form was used too often
    Optional<Reference> object(Told told, String address) {
        if (!flood.letsIn(address)) {
            return Optional.empty();
        }
        var reference = Reference.draw();
        db.run(
                NO_UNIT,
                () -> db.sql("""
                        insert into health.form_objection (id, said_by, nhs_number, given_name, family_name, birth_date,
                                                           postcode, reference_hash, recorded_at)
                        values (:id, :by, :nhs_number, :given_name, :family_name, :birth_date, :postcode, :hash, :now)
                        """)
                        .param("id", ids.newId())
                        .params(columns(told))
                        .param("hash", reference.hash())
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
        return Optional.of(reference);
    }

    /// Takes it back, where there is any with this reference; nothing tells whether there is.
    ///
    /// @return false where the form was used too often
    boolean takeBack(Reference reference, String address) {
        if (!flood.letsIn(address)) {
            return false;
        }
        db.run(
                NO_UNIT,
                () -> db.sql("""
                        insert into health.taken_back (id, reference_hash, taken_back_at) values (:id, :hash, :now)
                        """)
                        .param("id", ids.newId())
                        .param("hash", reference.hash())
                        .param("now", Timestamp.from(clock.instant()))
                        .update());
        return true;
    }

    /// Who objects, by the columns of a table of objections.
    @SuppressWarnings("NullAway") // a column without a value is there all the same
    static Map<String, Object> columns(Told told) {
        Identity person = told.person();
        var columns = new HashMap<String, Object>();
        columns.put("by", told.by().written());
        columns.put(
                "nhs_number",
                person.nhsNumber() == null ? null : person.nhsNumber().digits());
        columns.put("given_name", person.givenName());
        columns.put("family_name", person.familyName());
        columns.put("birth_date", person.birthDate());
        columns.put("postcode", person.postcode());
        return columns;
    }
}
