package org.kinmark.hub.familylist;

import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// Families as the list of all shows them.
@Repository
public class FamilySummaries {

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
}
