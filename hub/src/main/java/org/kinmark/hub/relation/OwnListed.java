package org.kinmark.hub.relation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.springframework.stereotype.Repository;

/// The families on a service's lists to which somebody who works there has a relation. It holds for one list:
/// to know them on the next one, the hub would have to keep who was listed for longer than the list.
@Repository
public class OwnListed {

    /// Those of whoever makes the request at hand, by the lists' references.
    public Set<UUID> of(HealthSide db, UUID unit) {
        return db.sql("""
                        select family_ref from health.relation
                         where unit = :unit and worker = kinmark.worker() and ended_at is null
                        """)
                .param("unit", unit)
                .query((row, _) -> row.getObject("family_ref", UUID.class))
                .set();
    }

    /// Adds one.
    ///
    /// @return its id; empty where it stands already
    public Optional<UUID> add(HealthSide db, UUID unit, UUID worker, UUID list, UUID family, String by, Instant now) {
        var id = db.newId();
        int added = db.sql("""
                        insert into health.relation (unit, id, worker, list_ref, family_ref, recorded_by, recorded_at)
                        values (:unit, :id, :worker, :list, :family, :by, :now)
                        on conflict (unit, worker, family_ref) where ended_at is null do nothing
                        """)
                .param("unit", unit)
                .param("id", id)
                .param("worker", worker)
                .param("list", list)
                .param("family", family)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }
}
