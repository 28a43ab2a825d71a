package org.kinmark.hub.familylist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// The tables `team.family` and `team.member`.
@Repository
public class FamilyRows {

    private static final String MEMBERS = """
            select f.id as family, f.reference, f.position as family_position, m.person_id, m.person, m.nhs_number,
                   m.given_name, m.family_name, m.birth_date, m.sex, m.postcode, m.gp_practice,
                   case when e.shielded then 'yes' else m.shielded end as shielded, e.criteria,
                   m.added_at, m.came_with_family, m.second_source, n.said_by, n.recorded_at as objected_at
              from team.family f
              join team.member m on m.unit = f.unit and m.family = f.id
              join lateral (select bool_or(o.shielded = 'yes') as shielded,
                                   array(select distinct c from team.member i, unnest(i.criteria) c
                                          where i.unit = m.unit and i.family = m.family and i.left_at is null
                                            and m.person_id in (i.person_id, i.merged_into)
                                          order by c) as criteria
                              from team.member o
                             where o.unit = m.unit and o.family = m.family and o.left_at is null
                               and m.person_id in (o.person_id, o.merged_into)) e on true
              left join lateral (select j.said_by, j.recorded_at from team.objection j
                                  where j.unit = m.unit and j.person = m.person and j.ended_at is null
                                  order by j.recorded_at, j.id limit 1) n on true
             where f.unit = :unit and f.left_at is null and m.left_at is null
            """;

    /// Everybody who has not left and was not merged into another entry, families in the order of import, their
    /// members as in the file. Criteria and protection are those of all entries that were merged into one.
    public List<KnownMember> current(Side side, UUID unit) {
        return side.sql(MEMBERS + " and m.merged_into is null order by f.position, m.position")
                .param("unit", unit)
                .query(FamilyRows::read)
                .list();
    }

    /// The members of one family, as above.
    public List<KnownMember> ofFamily(Side side, UUID unit, UUID family) {
        return side.sql(MEMBERS + " and f.id = :family and m.merged_into is null order by m.position")
                .param("unit", unit)
                .param("family", family)
                .query(FamilyRows::read)
                .list();
    }

    /// The family that the team refers to so.
    public Optional<UUID> withReference(Side side, UUID unit, String reference) {
        return side.sql("select id from team.family where unit = :unit and reference = :reference and left_at is null")
                .param("unit", unit)
                .param("reference", reference)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /// The same, of a family that may have left.
    public Optional<UUID> everWithReference(Side side, UUID unit, String reference) {
        return side.sql("select id from team.family where unit = :unit and reference = :reference")
                .param("unit", unit)
                .param("reference", reference)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /// The day on which each family last declined support. One that has two people in common with another which
    /// declined is the same family under another reference.
    public Map<UUID, LocalDate> declined(Side side, UUID unit) {
        return side
                .sql("""
                        select f.family, max(d.declined_on) as declined_on
                          from team.declined d
                          join (select unit, id as family, id as other from team.family where unit = :unit
                                union all
                                select m.unit, m.family, o.family
                                  from team.member m
                                  join team.member o on o.unit = m.unit and o.person = m.person and o.family <> m.family
                                 where m.unit = :unit and m.left_at is null
                                 group by m.unit, m.family, o.family
                                having count(distinct m.person) > 1) f on f.unit = d.unit and f.other = d.family
                         where d.unit = :unit
                         group by f.family
                        """)
                .param("unit", unit)
                .query((row, _) ->
                        Map.entry(row.getObject("family", UUID.class), row.getObject("declined_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Records that a family declined.
    ///
    /// @return false where that is recorded for this day already, or the team has no such family
    public boolean decline(Side side, UUID unit, UUID family, LocalDate on, Instant now) {
        return side.sql("""
                        insert into team.declined (unit, family, declined_on, recorded_at)
                        select f.unit, f.id, :on, :now from team.family f where f.unit = :unit and f.id = :family
                        on conflict do nothing
                        """)
                        .param("on", Date.valueOf(on))
                        .param("now", Timestamp.from(now))
                        .param("unit", unit)
                        .param("family", family)
                        .update()
                == 1;
    }

    /// Keys that turned out to be another's, with that other: what was asked under the former was asked about the
    /// latter.
    public Map<UUID, UUID> samePeople(Side side, UUID unit) {
        return side
                .sql("select former, person from team.same_person where unit = :unit")
                .param("unit", unit)
                .query((row, _) -> Map.entry(row.getObject("former", UUID.class), row.getObject("person", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    int recordSecondSource(Side side, UUID unit, UUID family, String personId, String source, LocalDate on) {
        return side.sql("""
                        update team.member set second_source = :source, second_source_on = :on
                         where unit = :unit and family = :family and person_id = :person and left_at is null
                        """)
                .param("source", source)
                .param("on", Date.valueOf(on))
                .param("unit", unit)
                .param("family", family)
                .param("person", personId)
                .update();
    }

    private static KnownMember read(ResultSet row, int number) throws SQLException {
        return new KnownMember(
                row.getObject("family", UUID.class),
                row.getString("reference"),
                row.getInt("family_position"),
                row.getString("person_id"),
                row.getObject("person", UUID.class),
                row.getString("nhs_number"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("postcode"),
                row.getString("gp_practice"),
                row.getString("shielded"),
                Arrays.asList((String[]) row.getArray("criteria").getArray()),
                row.getTimestamp("added_at").toInstant(),
                row.getBoolean("came_with_family"),
                row.getString("second_source"),
                objected(row));
    }

    private static KnownMember.@Nullable Objected objected(ResultSet row) throws SQLException {
        var at = row.getTimestamp("objected_at");
        return at == null ? null : new KnownMember.Objected(row.getString("said_by"), at.toInstant());
    }
}
