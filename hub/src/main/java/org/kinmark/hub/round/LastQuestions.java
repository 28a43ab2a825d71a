package org.kinmark.hub.round;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// How each family was asked about last, from `team.listing`; and the table `team.as_last_time` of those that are
/// to be asked about so again.
@Repository
class LastQuestions {

    /// Families that the coordinator wants asked about as last time, and that were asked about at all.
    LastTime chosen(Side side, UUID unit) {
        return of(side, unit, families(side, unit));
    }

    private static List<UUID> families(Side side, UUID unit) {
        return side.sql("select family from team.as_last_time where unit = :unit")
                .param("unit", unit)
                .query((row, _) -> row.getObject("family", UUID.class))
                .list();
    }

    /// How these families were asked about in the last round that was not void; without those that never were.
    /// Somebody who came, or came back, under a reference after that round was opened is not whom it asked about.
    LastTime of(Side side, UUID unit, Collection<UUID> families) {
        var listed = new HashMap<UUID, Map<String, Set<UUID>>>();
        if (families.isEmpty()) {
            return new LastTime(listed);
        }
        side.sql("""
                        with last as (
                            select distinct on (a.family) a.family, a.round, r.opened_at
                              from team.asked a
                              join shared.round r on r.unit = a.unit and r.id = a.round
                             where a.unit = :unit and r.state <> 'void' and a.family = any (cast(:families as uuid[]))
                             order by a.family, r.opened_at desc, r.id)
                        select l.family, l.person_id, l.service
                          from last
                          join team.listing l on l.unit = :unit and l.round = last.round and l.family = last.family
                          join team.member m on m.unit = l.unit and m.family = l.family and m.person_id = l.person_id
                         where m.added_at <= last.opened_at
                        """)
                .param("unit", unit)
                .param("families", families.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, _) -> listed.computeIfAbsent(row.getObject("family", UUID.class), _ -> new HashMap<>())
                        .computeIfAbsent(row.getString("person_id"), _ -> new HashSet<>())
                        .add(row.getObject("service", UUID.class)))
                .list();
        return new LastTime(listed);
    }

    /// Has a family asked about as last time.
    ///
    /// @return false where that is so already
    boolean choose(Side side, UUID unit, UUID family, Instant now) {
        return side.sql("""
                        insert into team.as_last_time (unit, family, chosen_at) values (:unit, :family, :now)
                        on conflict do nothing
                        """)
                        .param("unit", unit)
                        .param("family", family)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// Has it asked about as things are.
    ///
    /// @return false where that is so already
    boolean takeBack(Side side, UUID unit, UUID family) {
        return side.sql("delete from team.as_last_time where unit = :unit and family = :family")
                        .param("unit", unit)
                        .param("family", family)
                        .update()
                == 1;
    }
}
