package org.kinmark.hub.familylist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// Who in two families may be one person, and the table `team.two_people` of those who were told apart.
@Repository
public class LikelyPeople {

    /// Two entries in two families that may be one person: the same names and birth date, and nothing else.
    ///
    /// @param person who one of them is to the checks
    /// @param other who the other is
    /// @param first the one of the family that was imported first
    public record Likely(UUID person, UUID other, Entered first, Entered second) {}

    /// One of them, as the team entered it.
    public record Entered(
            UUID family, String reference, String personId, String name, LocalDate born, String practice) {

        @Override
        public String toString() {
            return "Entered[hidden]";
        }
    }

    private static final String LIKELY = """
            with named as (
                select f.id as family, f.reference, f.position as family_position, m.position, m.person_id, m.person,
                       m.nhs_number, m.given_name, m.family_name, m.birth_date, m.gp_practice,
                       regexp_replace(lower(m.given_name), '[^[:alnum:]]', '', 'g') as given,
                       regexp_replace(lower(m.family_name), '[^[:alnum:]]', '', 'g') as surname
                  from team.family f
                  join team.member m on m.unit = f.unit and m.family = f.id
                 where f.unit = :unit and f.left_at is null and m.left_at is null and m.merged_into is null
                   and m.birth_date is not null),
            pairs as (
                select distinct on (a.person, b.person)
                       a.person, b.person as other, a.family_position as at, b.family_position as other_at,
                       a.family, a.reference, a.person_id, a.given_name || ' ' || a.family_name as name, a.birth_date,
                       a.gp_practice, b.family as other_family, b.reference as other_reference,
                       b.person_id as other_person_id, b.given_name || ' ' || b.family_name as other_name,
                       b.gp_practice as other_practice
                  from named a
                  join named b on b.given = a.given and b.surname = a.surname and b.birth_date = a.birth_date
                              and a.person < b.person and a.family <> b.family
                 where a.given <> '' and a.surname <> ''
                   and (a.nhs_number is null or b.nhs_number is null or a.nhs_number = b.nhs_number)
                   and not exists (select 1 from team.two_people t
                                    where t.unit = :unit and t.person = a.person and t.other = b.person)
                 order by a.person, b.person, a.family_position, b.family_position)
            """;

    /// The first such pairs, in the order of import.
    List<Likely> first(Side side, UUID unit, int most) {
        return side.sql(
                        LIKELY
                                + "select * from pairs order by least(at, other_at), greatest(at, other_at), person limit :most")
                .param("unit", unit)
                .param("most", most)
                .query(LikelyPeople::readLikely)
                .list();
    }

    boolean isLikely(Side side, UUID unit, UUID person, UUID other) {
        return side.sql(LIKELY + "select exists (select 1 from pairs where person = :person and other = :other)")
                .param("unit", unit)
                .param("person", person)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    void tellApart(Side side, UUID unit, UUID person, UUID other, Instant now) {
        side.sql("""
                        insert into team.two_people (unit, person, other, decided_at)
                        values (:unit, :person, :other, :now) on conflict do nothing
                        """)
                .param("unit", unit)
                .param("person", person)
                .param("other", other)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Likely readLikely(ResultSet row, int number) throws SQLException {
        var born = row.getObject("birth_date", LocalDate.class);
        var one = new Entered(
                row.getObject("family", UUID.class),
                row.getString("reference"),
                row.getString("person_id"),
                row.getString("name"),
                born,
                row.getString("gp_practice"));
        var another = new Entered(
                row.getObject("other_family", UUID.class),
                row.getString("other_reference"),
                row.getString("other_person_id"),
                row.getString("other_name"),
                born,
                row.getString("other_practice"));
        boolean isFirst = row.getInt("at") < row.getInt("other_at");
        return new Likely(
                row.getObject("person", UUID.class),
                row.getObject("other", UUID.class),
                isFirst ? one : another,
                isFirst ? another : one);
    }
}
