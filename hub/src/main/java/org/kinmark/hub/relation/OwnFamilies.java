package org.kinmark.hub.relation;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kinmark.hub.database.TeamSide;
import org.springframework.stereotype.Repository;

/// The families that the database leaves out for whoever makes the request at hand, for what is not read from
/// it row by row: a round that is composed of all families, a report that was written before.
@Repository
public class OwnFamilies {

    /// Their ids; none for most people.
    public Set<UUID> of(TeamSide db) {
        return db.sql("select unnest(kinmark.own_families()) as family")
                .query((row, _) -> row.getObject("family", UUID.class))
                .set();
    }

    /// The team's references of them, and of families that may come under a reference that was declared.
    public Set<String> references(TeamSide db, UUID unit) {
        var said = new HashSet<>(db.sql("""
                        select reference from team.relation
                         where unit = :unit and worker = kinmark.worker() and ended_at is null
                        """)
                .param("unit", unit)
                .query((row, _) -> row.getString("reference"))
                .set());
        var own = of(db);
        if (!own.isEmpty()) {
            said.addAll(db.onAllFamilies(() -> referencesOf(db, unit, own)));
        }
        return said;
    }

    private static Set<String> referencesOf(TeamSide db, UUID unit, Set<UUID> families) {
        return db.sql("select reference from team.family where unit = :unit and id = any (cast(:families as uuid[]))")
                .param("unit", unit)
                .param("families", families.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, _) -> row.getString("reference"))
                .set();
    }
}
