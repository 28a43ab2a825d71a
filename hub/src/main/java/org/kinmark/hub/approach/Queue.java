package org.kinmark.hub.approach;

import java.util.List;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;

/// The families to approach, by the number of criteria that they meet, with a health priority counting as one more, and
/// then in the order of import. Neither "no signal" nor "not asked" ever lowers a family.
@Component
public class Queue {

    private final TeamSide db;
    private final Audit audit;

    Queue(TeamSide db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// A place in the queue.
    ///
    /// @param place from 1
    /// @param reference the team's own
    /// @param criteria how many criteria other than health the family meets
    /// @param health `health_priority`, `no_signal`, `not_asked`, or `ended` in its latest round, or empty where
    /// it was in none
    public record Place(int place, UUID family, String reference, int criteria, String health) {}

    List<Place> read(SignedIn who) {
        return db.act(who.unitId(), () -> {
            audit.record(db, who.actor(Role.COORDINATOR, Role.KEY_WORKER), Entry.of(Act.QUEUE_SHOWN, null));
            return db.sql("""
                            with current as (
                                select f.id, f.reference, f.position,
                                       (select count(distinct c) from team.member m, unnest(m.criteria) c
                                         where m.unit = f.unit and m.family = f.id and m.left_at is null) as criteria,
                                       m.family is not null as mark
                                  from team.family f
                                  left join (released.mark m
                                             join shared.round r on r.unit = m.unit and r.id = m.round
                                                                and r.retention_ends_at > (select kinmark.now()))
                                    on m.unit = f.unit and m.family = f.id
                                 where f.unit = :unit and f.left_at is null),
                            latest as (
                                select distinct on (q.family) q.family, q.asked,
                                       r.retention_ends_at <= (select kinmark.now()) as over
                                  from (select a.unit, a.family, a.round, true as asked from team.asked a
                                         where a.unit = :unit
                                        union all
                                        select n.unit, n.family, n.round, false from team.not_asked n
                                         where n.unit = :unit) q
                                  join shared.round r on r.unit = q.unit and r.id = q.round
                                 where r.state = 'released'
                                 order by q.family, r.releases_at desc, r.id)
                            select row_number() over (order by c.criteria + c.mark::int desc, c.position) as place,
                                   c.id, c.reference, c.criteria,
                                   case when c.mark then 'health_priority' when l.asked and l.over then 'ended'
                                        when l.asked then 'no_signal'
                                        when not l.asked then 'not_asked' else '' end as health
                              from current c
                              left join latest l on l.family = c.id
                             order by place
                            """)
                    .param("unit", who.unitId())
                    .query((row, _) -> new Place(
                            row.getInt("place"),
                            row.getObject("id", UUID.class),
                            row.getString("reference"),
                            row.getInt("criteria"),
                            row.getString("health")))
                    .list();
        });
    }
}
