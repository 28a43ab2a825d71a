package org.kinmark.hub.familylist;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// The tables `team.family` and `team.member`.
@Repository
public class FamilyRows {

    private static final String MEMBERS = """
            select f.id as family, f.reference, f.position as family_position, m.person_id, m.person, m.nhs_number,
                   m.given_name, m.family_name, m.birth_date, m.sex, m.postcode, m.gp_practice, m.shielded, m.criteria,
                   m.added_at, m.came_with_family, m.second_source
              from team.family f
              join team.member m on m.unit = f.unit and m.family = f.id
             where f.unit = :unit and f.left_at is null and m.left_at is null
            """;

    /// Everybody who has not left and was not merged into another entry, families in the order of import, their members
    /// as in the file.
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

    /// A family as the list of all shows it.
    ///
    /// @param people who have not left, each once
    /// @param criteria how many it meets
    public record Summary(UUID id, String reference, int people, int criteria) {}

    /// Some of the families that have not left, in the order of import.
    List<Summary> page(Side side, UUID unit, int from, int most) {
        return side.sql("""
                        select f.id, f.reference, count(distinct m.person) as people,
                               count(distinct c.criterion) as criteria
                          from (select * from team.family
                                 where unit = :unit and left_at is null order by position offset :from limit :most) f
                          join team.member m on m.unit = f.unit and m.family = f.id and m.left_at is null
                          left join lateral unnest(m.criteria) c (criterion) on true
                         group by f.id, f.reference, f.position
                         order by f.position
                        """)
                .param("unit", unit)
                .param("from", from)
                .param("most", most)
                .query((row, _) -> new Summary(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getInt("people"),
                        row.getInt("criteria")))
                .list();
    }

    int count(Side side, UUID unit) {
        return side.sql("select count(*) from team.family where unit = :unit and left_at is null")
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    /// The family that the team refers to so.
    Optional<UUID> withReference(Side side, UUID unit, String reference) {
        return side.sql("select id from team.family where unit = :unit and reference = :reference and left_at is null")
                .param("unit", unit)
                .param("reference", reference)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /// Families in which somebody is entered twice.
    List<UUID> withDoubles(Side side, UUID unit) {
        return side.sql("""
                        select f.id
                          from team.family f
                          join team.member m on m.unit = f.unit and m.family = f.id
                         where f.unit = :unit and f.left_at is null and m.left_at is null and m.merged_into is null
                         group by f.id, f.position
                        having count(*) > count(distinct m.person)
                         order by f.position
                        """)
                .param("unit", unit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// A family as it was imported, whether or not it has left.
    record FamilyRow(UUID id, String reference, int position, boolean left) {}

    List<FamilyRow> families(Side side, UUID unit) {
        return side.sql("select id, reference, position, left_at is not null as left_already"
                        + " from team.family where unit = :unit order by position")
                .param("unit", unit)
                .query((row, _) -> new FamilyRow(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getInt("position"),
                        row.getBoolean("left_already")))
                .list();
    }

    /// What identifies a row, and who it is.
    record MemberRow(UUID family, String personId, UUID person, boolean left) {}

    List<MemberRow> members(Side side, UUID unit) {
        return side.sql("select family, person_id, person, left_at is not null as left_already"
                        + " from team.member where unit = :unit order by family, position")
                .param("unit", unit)
                .query((row, _) -> new MemberRow(
                        row.getObject("family", UUID.class),
                        row.getString("person_id"),
                        row.getObject("person", UUID.class),
                        row.getBoolean("left_already")))
                .list();
    }

    void addFamilies(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                insert into team.family (unit, id, reference, position, imported_at)
                values (:unit, :id, :reference, :position, :now)
                """, rows);
    }

    void addMembers(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                insert into team.member (unit, family, person_id, person, position, nhs_number, given_name, family_name,
                                         birth_date, sex, postcode, gp_practice, shielded, criteria, added_at,
                                         came_with_family)
                values (:unit, :family, :person_id, :person, :position, :nhs_number, :given_name, :family_name,
                        :birth_date, :sex, :postcode, :gp_practice, :shielded, :criteria::text[], :now,
                        :came_with_family)
                """, rows);
    }

    void changeMembers(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                update team.member
                   set person = :person, position = :position, nhs_number = :nhs_number, given_name = :given_name,
                       family_name = :family_name, birth_date = :birth_date, sex = :sex, postcode = :postcode,
                       gp_practice = :gp_practice, shielded = :shielded, criteria = :criteria::text[], left_at = null,
                       added_at = case when left_at is null then added_at else :now end,
                       came_with_family = came_with_family and left_at is null
                 where unit = :unit and family = :family and person_id = :person_id
                """, rows);
    }

    void setToLeft(Side side, UUID unit, List<MemberRow> gone, Instant now) {
        side.batch(
                """
                update team.member set left_at = :now
                 where unit = :unit and family = :family and person_id = :person_id
                """,
                gone.stream()
                        .map(row -> {
                            var values = new HashMap<String, Object>();
                            values.put("now", Timestamp.from(now));
                            values.put("unit", unit);
                            values.put("family", row.family());
                            values.put("person_id", row.personId());
                            return values;
                        })
                        .toList());
    }

    /// A family of whom nobody is left has left; one of whom somebody is back is back.
    void settleFamilies(Side side, UUID unit, Instant now) {
        side.sql("""
                        update team.family f
                           set left_at = case when exists (select 1 from team.member m
                                                            where m.unit = f.unit and m.family = f.id
                                                              and m.left_at is null)
                                              then null else coalesce(f.left_at, :now) end
                         where f.unit = :unit
                        """).param("now", Timestamp.from(now)).param("unit", unit).update();
    }

    int merge(Side side, UUID unit, UUID family, String entry, String into) {
        return side.sql("""
                        update team.member m set merged_into = :into
                         where m.unit = :unit and m.family = :family and m.person_id = :entry and m.merged_into is null
                           and exists (select 1 from team.member o
                                        where o.unit = m.unit and o.family = m.family and o.person_id = :into
                                          and o.person_id <> m.person_id and o.person = m.person
                                          and o.merged_into is null)
                        """)
                .param("into", into)
                .param("unit", unit)
                .param("family", family)
                .param("entry", entry)
                .update();
    }

    int recordSecondSource(Side side, UUID unit, UUID family, String personId, String source, LocalDate on) {
        return side.sql("""
                        update team.member set second_source = :source, second_source_on = :on
                         where unit = :unit and family = :family and person_id = :person
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
                row.getString("second_source"));
    }
}
