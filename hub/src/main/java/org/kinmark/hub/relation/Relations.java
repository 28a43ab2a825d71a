package org.kinmark.hub.relation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.springframework.stereotype.Repository;

/// The tables `team.relation` and `health.relation`. What was ended stays.
@Repository
class Relations {

    /// One that stands.
    ///
    /// @param worker the key of the member of staff who has it
    /// @param about the team's reference of the family; at a service the day its list was sent
    /// @param declared by themselves, or else found by an administrator
    record Standing(UUID id, UUID worker, String about, boolean declared, String recordedBy, Instant recordedAt) {

        @Override
        public String toString() {
            return "Standing[hidden]";
        }
    }

    /// Adds one to a family of the team's.
    ///
    /// @return its id; empty where it stands already
    Optional<UUID> add(
            TeamSide db, UUID unit, UUID worker, Reference family, boolean declared, String by, Instant now) {
        var id = db.newId();
        int added = db.sql("""
                        insert into team.relation (unit, id, worker, reference, declared, recorded_by, recorded_at)
                        values (:unit, :id, :worker, :reference, :declared, :by, :now)
                        on conflict (unit, worker, reference) where ended_at is null do nothing
                        """)
                .param("unit", unit)
                .param("id", id)
                .param("worker", worker)
                .param("reference", family.text())
                .param("declared", declared)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /// The reference of a family that the team knows, and that is not hidden from who asks.
    Optional<Reference> referenceOf(TeamSide db, UUID unit, UUID family) {
        return db.sql("select reference from team.family where unit = :unit and id = :family and left_at is null")
                .param("unit", unit)
                .param("family", family)
                .query((row, _) -> new Reference(row.getString("reference")))
                .optional();
    }

    /// Those of a unit that stand, the newest first.
    List<Standing> all(Side side, UUID unit) {
        return side.sql(side instanceof HealthSide ? """
                                select r.id, r.worker, to_char(l.sent_at at time zone 'Europe/London', 'YYYY-MM-DD')
                                       as about, true as declared, r.recorded_by, r.recorded_at
                                  from health.relation r
                                  join health.list l on l.unit = r.unit and l.list_ref = r.list_ref
                                 where r.unit = :unit and r.ended_at is null order by r.recorded_at desc, r.id
                                """ : """
                                select id, worker, reference as about, declared, recorded_by, recorded_at
                                  from team.relation
                                 where unit = :unit and ended_at is null order by recorded_at desc, id
                                """)
                .param("unit", unit)
                .query((row, _) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("worker", UUID.class),
                        row.getString("about"),
                        row.getBoolean("declared"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /// Ends one.
    ///
    /// @return false where no such one stands, or it is the relation of whoever ends it
    boolean end(Side side, UUID unit, UUID id, UUID byPerson, String by, String reason, Instant now) {
        return side.sql("""
                        update %s.relation set ended_by = :by, ended_at = :now, end_reason = :reason
                         where unit = :unit and id = :id and ended_at is null and worker <> :person
                        """.formatted(side instanceof HealthSide ? "health" : "team"))
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("reason", reason)
                        .param("unit", unit)
                        .param("id", id)
                        .param("person", byPerson)
                        .update()
                == 1;
    }
}
