package org.kinmark.hub.familylist;

import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// Entries in `team.member` of one person in one family.
@Repository
class DoubleRows {

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
}
