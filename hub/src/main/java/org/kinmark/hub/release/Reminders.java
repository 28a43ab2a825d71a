package org.kinmark.hub.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.hub.mail.Letter;
import org.kinmark.hub.mail.WriteLetter;
import org.springframework.stereotype.Component;

/// Writes to services whose list closes soon.
@Component
class Reminders {

    private final ReleaseSide db;

    Reminders(ReleaseSide db) {
        this.db = db;
    }

    private record Reminded(UUID unit, UUID list) {}

    /// Reminds services that have not declared when their closing is near: once before the first, and once before the
    /// second where there is one.
    void remind(Instant now, Instant soon) {
        db.sql("""
                        insert into health.reminder (unit, list_ref, closes_at, sent_at)
                        select l.unit, l.list_ref, c.closes_at, :now
                          from health.list l
                          join shared.round r on r.unit = l.team and r.id = l.round
                          join lateral (select case r.state when 'open' then r.closes_at
                                                            when 'extended' then r.second_closes_at end as closes_at) c
                            on c.closes_at > :now and c.closes_at <= :soon
                         where not exists (select 1 from health.declaration d
                                            where d.unit = l.unit and d.list_ref = l.list_ref
                                              and d.withdrawn_at is null)
                           and not exists (select 1 from health.reminder e
                                            where e.unit = l.unit and e.list_ref = l.list_ref
                                              and e.closes_at = c.closes_at)
                        returning unit, list_ref
                        """)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(soon))
                .query((row, _) ->
                        new Reminded(row.getObject("unit", UUID.class), row.getObject("list_ref", UUID.class)))
                .list()
                .forEach(one -> WriteLetter.to(db, one.unit(), Letter.LIST_CLOSES_SOON, one.list(), now));
    }
}
