package org.kinmark.hub.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.rules.Objection;
import org.springframework.stereotype.Repository;

/// The tables `health.objection`, of a unit's own, and `health.form_objection`, of no unit's, which Guardians
/// read.
@Repository
class HealthObjections {

    /// As many as a page shows.

    private static final String OWN = """
            select id, said_by, nhs_number, given_name, family_name, birth_date, postcode, recorded_at, recorded_by,
                   ended_at
              from health.objection where unit = :unit
            """;
    private static final String ON_THE_FORM = """
            select o.id, o.said_by, o.nhs_number, o.given_name, o.family_name, o.birth_date, o.postcode, o.recorded_at,
                   '' as recorded_by, null::timestamptz as ended_at
              from health.form_objection o
             where not exists (select 1 from health.taken_back t where t.reference_hash = o.reference_hash)
               and not exists (select 1 from health.form_objection_end e where e.objection = o.id)
            """;

    private final HealthSide db;

    HealthObjections(HealthSide db) {
        this.db = db;
    }

    void add(UUID unit, UUID id, Told told, String recordedBy, Instant now) {
        db.sql("""
                        insert into health.objection (unit, id, said_by, nhs_number, given_name, family_name, birth_date,
                                                      postcode, recorded_at, recorded_by)
                        values (:unit, :id, :by, :nhs_number, :given_name, :family_name, :birth_date, :postcode, :now,
                                :recorded_by)
                        """)
                .param("unit", unit)
                .param("id", id)
                .params(ObjectOnForm.columns(told))
                .param("now", Timestamp.from(now))
                .param("recorded_by", recordedBy)
                .update();
    }

    /// A page of a unit's own, newest first.
    ///
    /// @param page from 1
    List<Recorded> own(UUID unit, int page) {
        return db.sql(OWN + " order by recorded_at desc, id limit :most offset :before")
                .param("most", Recorded.ON_A_PAGE)
                .param("before", before(page))
                .param("unit", unit)
                .query(HealthObjections::read)
                .list();
    }

    Optional<Recorded> find(UUID unit, UUID id) {
        return db.sql(OWN + " and id = :id")
                .param("unit", unit)
                .param("id", id)
                .query(HealthObjections::read)
                .optional();
    }

    /// Ends one that this decider said.
    ///
    /// @return false where they said none that stands
    boolean end(UUID unit, UUID id, Objection by, Instant now) {
        return db.sql("""
                        update health.objection set ended_at = :now
                         where unit = :unit and id = :id and said_by = :by and ended_at is null
                        """)
                        .param("now", Timestamp.from(now))
                        .param("unit", unit)
                        .param("id", id)
                        .param("by", by.written())
                        .update()
                == 1;
    }

    private static long before(int page) {
        return Recorded.ON_A_PAGE * (Math.max(1, page) - 1L);
    }

    /// A page of those that were said on the form and stand, newest first.
    ///
    /// @param page from 1
    List<Recorded> onTheForm(int page) {
        return db.sql(ON_THE_FORM + " order by o.recorded_at desc, o.id limit :most offset :before")
                .param("most", Recorded.ON_A_PAGE)
                .param("before", before(page))
                .query(HealthObjections::read)
                .list();
    }

    Optional<Recorded> onTheForm(UUID id) {
        return db.sql(ON_THE_FORM + " and o.id = :id")
                .param("id", id)
                .query(HealthObjections::read)
                .optional();
    }

    void endOnTheForm(UUID unit, UUID id, String reason, String endedBy, Instant now) {
        db.sql("""
                        insert into health.form_objection_end (unit, objection, reason, ended_by, ended_at)
                        values (:unit, :id, :reason, :by, :now)
                        """)
                .param("unit", unit)
                .param("id", id)
                .param("reason", reason)
                .param("by", endedBy)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Recorded read(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Recorded(
                row.getObject("id", UUID.class),
                row.getString("said_by"),
                row.getString("nhs_number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("postcode"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                ended == null ? null : ended.toInstant());
    }

    /// Whether a family team is of the same legal body.
    boolean isOfATeamsCouncil(UUID unit) {
        return db.sql("""
                        select exists (select 1 from shared.unit own
                                         join shared.unit team on team.body = own.body and team.kind = 'family_team'
                                        where own.id = :unit)
                        """).param("unit", unit).query(Boolean.class).single();
    }
}
