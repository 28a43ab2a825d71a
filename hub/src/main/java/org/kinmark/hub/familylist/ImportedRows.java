package org.kinmark.hub.familylist;

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
import org.kinmark.exchange.Identity;
import org.kinmark.hub.database.Side;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;
import org.springframework.stereotype.Repository;

/// The tables `team.family` and `team.member` as an import finds them and leaves them, `team.former_member` and
/// `team.same_person`.
@Repository
class ImportedRows {

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
                        """).param("unit", unit).query(ImportedRows::readStored).list();
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
        side.batch("update team.objection set person = :person where unit = :unit and person = :former", rows);
        side.batch("update team.same_person set person = :person where unit = :unit and person = :former", rows);
        side.batch("""
                insert into team.same_person (unit, former, person, joined_at)
                values (:unit, :former, :person, :now)
                """, rows);
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
}
