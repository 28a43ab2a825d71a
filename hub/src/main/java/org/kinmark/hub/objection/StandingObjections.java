package org.kinmark.hub.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Identity;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.Objection;
import org.springframework.stereotype.Repository;

/// Every objection that stands, whoever was told: `team.objection`, `health.objection` and
/// `health.form_objection`.
@Repository
class StandingObjections {

    private static final String ALL = """
            select * from (
                select o.unit as team, o.family, o.said_by, o.nhs_number, o.given_name, o.family_name, o.birth_date,
                       o.postcode, o.applied_at
                  from team.objection o where o.ended_at is null
                union all
                select null, null, o.said_by, o.nhs_number, o.given_name, o.family_name, o.birth_date, o.postcode,
                       o.applied_at
                  from health.objection o where o.ended_at is null
                union all
                select null, null, o.said_by, o.nhs_number, o.given_name, o.family_name, o.birth_date, o.postcode,
                       o.applied_at
                  from health.form_objection o
                 where not exists (select 1 from health.taken_back t where t.reference_hash = o.reference_hash)
                   and not exists (select 1 from health.form_objection_end e where e.objection = o.id)) o
            """;

    private final ReleaseSide db;

    StandingObjections(ReleaseSide db) {
        this.db = db;
    }

    /// One of them.
    ///
    /// @param team the team that was told, whose lists it reaches; null where it reaches every list
    /// @param family of the team, where it was told
    record Standing(@Nullable UUID team, @Nullable UUID family, Identity person, Objection by) {

        @Override
        public String toString() {
            return "Standing[hidden]";
        }
    }

    /// Waits for whoever applies objections, or releases a round, until the transaction ends.
    void hold() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('objections', 0))")
                .query((_, _) -> true)
                .single();
    }

    List<Standing> all() {
        return db.sql(ALL).query(StandingObjections::read).list();
    }

    /// Those that have not reached the lists that are out.
    List<Standing> fresh() {
        return db.sql(ALL + " where o.applied_at is null")
                .query(StandingObjections::read)
                .list();
    }

    /// All that have not reached the lists that are out, whether or not they still stand.
    Set<UUID> pending() {
        return Set.copyOf(
                db.sql("""
                        select id from team.objection where applied_at is null
                        union all select id from health.objection where applied_at is null
                        union all select id from health.form_objection where applied_at is null
                        """).query((row, _) -> row.getObject("id", UUID.class)).list());
    }

    /// From now on they have reached every list that was out.
    void applied(Set<UUID> objections) {
        var rows = objections.stream().sorted().map(id -> Map.of("id", id)).toList();
        for (var table : List.of("team.objection", "health.objection", "health.form_objection")) {
            db.batch(
                    "update " + table
                            + " set applied_at = (select kinmark.now()) where id = :id and applied_at is null",
                    rows);
        }
    }

    /// The mark of a family goes where the team was told since it was released; a mark that is released later
    /// does not rest on who objected before.
    void endMarks() {
        db.sql("""
                        delete from released.mark m using team.objection o
                         where o.unit = m.unit and o.family = m.family and o.applied_at is null and o.ended_at is null
                        """).update();
    }

    private static Standing read(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("team", UUID.class),
                row.getObject("family", UUID.class),
                identity(row, Sex.UNKNOWN),
                WhoSaysIt.of(row.getString("said_by")).orElseThrow());
    }

    /// Who is in a row.
    static Identity identity(ResultSet row, Sex sex) throws SQLException {
        return new Identity(
                NhsNumber.parse(Objects.requireNonNullElse(row.getString("nhs_number"), ""))
                        .orElse(null),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class),
                sex,
                row.getString("postcode"));
    }
}
