package org.kinmark.hub.release;

import java.util.List;
import java.util.UUID;
import org.kinmark.hub.database.ReleaseSide;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// The map from references to families, for the demonstration's own check of a round that is over. A hub that is served
/// for real has no such part.
@Component
@ConditionalOnProperty("kinmark.demonstration")
public class DemonstrationMap {

    private final ReleaseSide db;

    DemonstrationMap(ReleaseSide db) {
        this.db = db;
    }

    /// One row of it.
    public record Row(UUID unit, UUID familyRef, UUID family) {}

    /// The map of a round that was released.
    public List<Row> of(UUID round) {
        return db.actForAll(() -> db.sql("""
                        select m.unit, m.family_ref, m.family
                          from release.map m join shared.round r on r.unit = m.team and r.id = m.round
                         where m.round = :round and r.state = 'released'
                         order by m.list_ref, m.family_ref
                        """)
                .param("round", round)
                .query((row, _) -> new Row(
                        row.getObject("unit", UUID.class),
                        row.getObject("family_ref", UUID.class),
                        row.getObject("family", UUID.class)))
                .list());
    }
}
