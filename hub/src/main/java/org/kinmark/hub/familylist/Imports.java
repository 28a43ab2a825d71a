package org.kinmark.hub.familylist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.relation.OwnFamilies;
import org.kinmark.hub.staff.Role;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The `team.import` table. What was sent is kept only until its import has ended.
@Repository
class Imports {

    private final JsonMapper json;
    private final OwnFamilies ownFamilies;

    Imports(JsonMapper json, OwnFamilies ownFamilies) {
        this.json = json;
        this.ownFamilies = ownFamilies;
    }

    private static final String COLUMNS =
            "select unit, id, state, started_by, starter, started_at, report from team.import";

    void add(Side side, UUID id, Actor by, byte[] content, Instant now) {
        side.sql("""
                        update team.import set state = 'given_up', content = null, ended_at = :now
                         where unit = :unit and state = 'to_confirm'
                        """).param("unit", by.unit()).param("now", Timestamp.from(now)).update();
        side.sql("""
                        insert into team.import (unit, id, state, started_by, starter, started_at, content)
                        values (:unit, :id, 'running', :person, :name, :now, :content)
                        """)
                .param("unit", by.unit())
                .param("id", id)
                .param("person", by.person())
                .param("name", by.name())
                .param("now", Timestamp.from(now))
                .param("content", content)
                .update();
    }

    /// One of them, without the families that are whoever looks's own.
    Optional<FamilyImport> find(TeamSide side, UUID unit, UUID id) {
        return find((Side) side, unit, id).map(one -> one.without(ownFamilies.references(side, unit)));
    }

    private Optional<FamilyImport> find(Side side, UUID unit, UUID id) {
        return side.sql(COLUMNS + " where unit = :unit and id = :id")
                .param("unit", unit)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /// The newest first, at most so many.
    List<FamilyImport> newest(Side side, UUID unit, int most) {
        return side.sql(COLUMNS + " where unit = :unit order by started_at desc limit :most")
                .param("unit", unit)
                .param("most", most)
                .query(this::read)
                .list();
    }

    /// An import under way: who started it, and what was sent.
    record Pending(UUID id, Actor by, byte[] content) {}

    List<UUID> running(Side side, UUID unit) {
        return side.sql("select id from team.import where unit = :unit and state = 'running' order by started_at")
                .param("unit", unit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Holds an import until the transaction ends; empty where it is not in this state any more.
    Optional<Pending> hold(Side side, UUID unit, UUID id, FamilyImport.State state) {
        return side.sql("""
                        select id, started_by, starter, content from team.import
                         where unit = :unit and id = :id and state = :state for update
                        """)
                .param("unit", unit)
                .param("id", id)
                .param("state", state.written())
                .query((row, _) -> new Pending(
                        row.getObject("id", UUID.class),
                        new Actor(
                                unit,
                                true,
                                row.getObject("started_by", UUID.class),
                                row.getString("starter"),
                                Role.COORDINATOR.written()),
                        row.getBytes("content")))
                .optional();
    }

    /// Puts an import into its next state; what was sent is forgotten unless it still waits to be confirmed.
    void settle(Side side, UUID unit, UUID id, FamilyImport.State state, @Nullable ImportReport report, Instant now) {
        side.sql("""
                        update team.import
                           set state = :state, report = coalesce(:report::jsonb, report), ended_at = :now,
                               content = case when :state = 'to_confirm' then content end
                         where unit = :unit and id = :id
                        """)
                .param("state", state.written())
                .param("report", report == null ? null : json.writeValueAsString(report))
                .param("now", Timestamp.from(now))
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    private FamilyImport read(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        return new FamilyImport(
                row.getObject("id", UUID.class),
                FamilyImport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("starter"),
                row.getTimestamp("started_at").toInstant(),
                report == null ? null : json.readValue(report, ImportReport.class));
    }
}
