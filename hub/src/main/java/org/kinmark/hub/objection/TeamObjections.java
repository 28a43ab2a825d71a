package org.kinmark.hub.objection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.rules.Objection;
import org.springframework.stereotype.Repository;

/// The `team.objection` table, as the team writes it. Whether somebody objected is read with the families.
@Repository
class TeamObjections {

    private final TeamSide db;

    TeamObjections(TeamSide db) {
        this.db = db;
    }

    /// Waits for an import under way, which may join two entries of one person, and keeps the next one waiting until
    /// the transaction ends.
    void waitForImports(UUID unit) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                .param("unit", unit.toString())
                .query((_, _) -> true)
                .single();
    }

    /// Who a member of a family is, in whatever families, though they have left: they may be on lists still. Empty
    /// where the family never had such a member.
    Optional<UUID> person(UUID unit, UUID family, String personId) {
        return db.sql("""
                        select person from team.member
                         where unit = :unit and family = :family and person_id = :person
                        """)
                .param("unit", unit)
                .param("family", family)
                .param("person", personId)
                .query((row, _) -> row.getObject("person", UUID.class))
                .optional();
    }

    private record Entered(UUID family, String personId) {}

    /// Adds an objection in every family in which the person is, as they are entered there.
    ///
    /// @return false where the same stands already in all of them
    boolean add(UUID unit, UUID person, Objection by, Instant now) {
        var entries = entries(unit, person, by);
        entries.forEach(one -> db.sql("""
                        insert into team.objection (unit, id, family, person_id, person, said_by, nhs_number, given_name,
                                                    family_name, birth_date, postcode, recorded_at)
                        select m.unit, :id, m.family, m.person_id, m.person, :by, m.nhs_number, m.given_name,
                               m.family_name, m.birth_date, m.postcode, :now
                          from team.member m
                         where m.unit = :unit and m.family = :family and m.person_id = :person
                        """)
                .param("id", db.newId())
                .param("by", by.written())
                .param("now", Timestamp.from(now))
                .param("unit", unit)
                .param("family", one.family())
                .param("person", one.personId())
                .update());
        return !entries.isEmpty();
    }

    private List<Entered> entries(UUID unit, UUID person, Objection by) {
        return db.sql("""
                        select m.family, m.person_id from team.member m
                         where m.unit = :unit and m.person = :person
                           and not exists (select 1 from team.objection o
                                            where o.unit = m.unit and o.family = m.family and o.person_id = m.person_id
                                              and o.person = m.person and o.said_by = :by and o.ended_at is null)
                         order by m.family, m.person_id
                        """)
                .param("unit", unit)
                .param("person", person)
                .param("by", by.written())
                .query((row, _) -> new Entered(row.getObject("family", UUID.class), row.getString("person_id")))
                .list();
    }

    /// Ends what this decider said about a person.
    ///
    /// @return false where nothing stands that they said
    boolean end(UUID unit, UUID person, Objection by, Instant now) {
        return db.sql("""
                        update team.objection set ended_at = :now
                         where unit = :unit and person = :person and said_by = :by and ended_at is null
                        """)
                        .param("now", Timestamp.from(now))
                        .param("unit", unit)
                        .param("person", person)
                        .param("by", by.written())
                        .update()
                > 0;
    }
}
