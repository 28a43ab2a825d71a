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
import java.util.stream.Collectors;
import org.kinmark.exchange.Identity;
import org.kinmark.hub.database.Side;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;
import org.springframework.stereotype.Repository;

/// The tables `team.family` and `team.member`.
@Repository
public class FamilyRows {

    private static final String MEMBERS = """
            select f.id as family, f.reference, f.position as family_position, m.person_id, m.person, m.nhs_number,
                   m.given_name, m.family_name, m.birth_date, m.sex, m.postcode, m.gp_practice,
                   case when e.shielded then 'yes' else m.shielded end as shielded, e.criteria,
                   m.added_at, m.came_with_family, m.second_source
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
             where f.unit = :unit and f.left_at is null and m.left_at is null
            """;

    /// Everybody who has not left and was not merged into another entry, families in the order of import, their members
    /// as in the file. Criteria and protection are those of all entries that were merged into one.
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
    public Optional<UUID> withReference(Side side, UUID unit, String reference) {
        return side.sql("select id from team.family where unit = :unit and reference = :reference and left_at is null")
                .param("unit", unit)
                .param("reference", reference)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /// The day on which each family last declined support. One that has two people in common with another which
    /// declined
    /// is the same family under another reference.
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

    /// Every entry of every import, in the file's order; those whose reference is somebody else's now come last.
    List<StoredMember> members(Side side, UUID unit) {
        return side.sql("""
                        select m.family, f.reference, m.person_id, m.person, m.nhs_number, m.given_name, m.family_name,
                               m.birth_date, m.sex, m.postcode, m.gp_practice, m.shielded, m.criteria, m.added_at,
                               m.came_with_family, m.left_at is not null as left_already, m.merged_into,
                               false as former, f.position as family_position, m.position
                          from team.member m
                          join team.family f on f.unit = m.unit and f.id = m.family
                         where m.unit = :unit
                        union all
                        select m.family, f.reference, m.person_id, m.person, m.nhs_number, m.given_name, m.family_name,
                               m.birth_date, m.sex, m.postcode, '', '', '{}', m.replaced_at,
                               false, true, null, true, f.position, 0
                          from team.former_member m
                          join team.family f on f.unit = m.unit and f.id = m.family
                         where m.unit = :unit
                         order by former, family_position, position, person_id
                        """).param("unit", unit).query(FamilyRows::readStored).list();
    }

    private static StoredMember readStored(ResultSet row, int number) throws SQLException {
        return new StoredMember(
                row.getObject("family", UUID.class),
                row.getString("reference"),
                row.getString("person_id"),
                row.getObject("person", UUID.class),
                new Identity(
                        Optional.ofNullable(row.getString("nhs_number"))
                                .flatMap(NhsNumber::parse)
                                .orElse(null),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getObject("birth_date", LocalDate.class),
                        Sex.parse(row.getString("sex")).orElse(Sex.UNKNOWN),
                        row.getString("postcode")),
                row.getString("gp_practice"),
                row.getString("shielded"),
                Arrays.asList((String[]) row.getArray("criteria").getArray()),
                row.getTimestamp("added_at").toInstant(),
                row.getBoolean("came_with_family"),
                row.getBoolean("left_already"),
                row.getString("merged_into"),
                row.getBoolean("former"));
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
                        :birth_date, :sex, :postcode, :gp_practice, :shielded, :criteria::text[], :added_at,
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

    /// Somebody else is entered under a reference: whoever was before has left, and the new one was added now.
    void replaceMembers(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                insert into team.former_member (unit, family, person_id, person, nhs_number, given_name, family_name,
                                                birth_date, sex, postcode, replaced_at)
                select unit, family, person_id, person, nhs_number, given_name, family_name, birth_date, sex, postcode,
                       :now
                  from team.member
                 where unit = :unit and family = :family and person_id = :person_id
                """, rows);
        side.batch("""
                update team.member
                   set person = :person, position = :position, nhs_number = :nhs_number, given_name = :given_name,
                       family_name = :family_name, birth_date = :birth_date, sex = :sex, postcode = :postcode,
                       gp_practice = :gp_practice, shielded = :shielded, criteria = :criteria::text[], left_at = null,
                       added_at = :now, came_with_family = false, second_source = null, second_source_on = null,
                       merged_into = null
                 where unit = :unit and family = :family and person_id = :person_id
                """, rows);
    }

    /// Keys of one person become one.
    ///
    /// @param joined each former key with the one that it is now
    void joinPeople(Side side, UUID unit, Map<UUID, UUID> joined, Instant now) {
        var rows = joined.entrySet().stream()
                .map(one -> Map.<String, Object>of(
                        "unit", unit, "former", one.getKey(), "person", one.getValue(), "now", Timestamp.from(now)))
                .toList();
        side.batch("update team.member set person = :person where unit = :unit and person = :former", rows);
        side.batch("update team.former_member set person = :person where unit = :unit and person = :former", rows);
        side.batch("update team.same_person set person = :person where unit = :unit and person = :former", rows);
        side.batch("""
                insert into team.same_person (unit, former, person, joined_at)
                values (:unit, :former, :person, :now)
                """, rows);
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

    void setToLeft(Side side, UUID unit, List<StoredMember> gone, Instant now) {
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

    /// An entry stands for itself again where the one that it was merged into has left, or is another person.
    void settleMerged(Side side, UUID unit) {
        side.sql("""
                        update team.member m set merged_into = null
                         where m.unit = :unit and m.merged_into is not null
                           and not exists (select 1 from team.member o
                                            where o.unit = m.unit and o.family = m.family
                                              and o.person_id = m.merged_into and o.person = m.person
                                              and o.left_at is null)
                        """).param("unit", unit).update();
    }

    int merge(Side side, UUID unit, UUID family, String entry, String into) {
        return side.sql("""
                        update team.member m set merged_into = :into
                         where m.unit = :unit and m.family = :family and :entry in (m.person_id, m.merged_into)
                           and exists (select 1 from team.member e
                                        where e.unit = m.unit and e.family = m.family and e.person_id = :entry
                                          and e.merged_into is null and e.left_at is null)
                           and exists (select 1 from team.member o
                                        where o.unit = m.unit and o.family = m.family and o.person_id = :into
                                          and o.person_id <> m.person_id and o.person = m.person
                                          and o.merged_into is null and o.left_at is null)
                        """)
                .param("into", into)
                .param("unit", unit)
                .param("family", family)
                .param("entry", entry)
                .update();
    }

    boolean isMerged(Side side, UUID unit, UUID family, String entry, String into) {
        return side.sql("""
                        select exists (select 1 from team.member
                                        where unit = :unit and family = :family and person_id = :entry
                                          and merged_into = :into)
                        """)
                .param("unit", unit)
                .param("family", family)
                .param("entry", entry)
                .param("into", into)
                .query(Boolean.class)
                .single();
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
                row.getString("second_source"));
    }
}
