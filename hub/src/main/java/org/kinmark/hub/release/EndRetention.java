package org.kinmark.hub.release;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.ReleaseSide;
import org.springframework.stereotype.Component;

/// Deletes what a round released when its retention is over, and its map; the team's audit says so, whatever there was.
@Component
class EndRetention {

    private final ReleaseSide db;
    private final Audit audit;

    EndRetention(ReleaseSide db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// Rounds that released something, whose retention is over and was not ended yet.
    List<UUID> over() {
        return db.sql("""
                        select id from shared.round
                         where state = 'released' and marks_ended_at is null
                           and retention_ends_at <= (select kinmark.now())
                         order by retention_ends_at, id
                        """).query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    /// Ends one that is over; another hub that does the same waits, and finds it ended.
    void end(UUID round) {
        db.actForAll(() -> {
            ended(round)
                    .ifPresent(ended -> audit.record(
                            db,
                            Actor.theHub(ended.team(), true),
                            Entry.of(Act.MARKS_ENDED, round).under(ended.agreement()),
                            ended.at()));
            return true;
        });
    }

    /// A round whose retention ended.
    ///
    /// @param agreement with its version
    /// @param at the round's own instant
    private record Ended(UUID team, String agreement, Instant at) {}

    /// Deletes a round's marks and its map; empty where that was done already.
    private Optional<Ended> ended(UUID round) {
        var ended = db.sql("""
                        update shared.round set marks_ended_at = retention_ends_at
                         where id = :round and marks_ended_at is null
                        returning unit, agreement, version, marks_ended_at
                        """)
                .param("round", round)
                .query((row, _) -> new Ended(
                        row.getObject("unit", UUID.class),
                        row.getObject("agreement", UUID.class) + " v" + row.getInt("version"),
                        row.getTimestamp("marks_ended_at").toInstant()))
                .optional();
        ended.ifPresent(one -> {
            db.sql("delete from released.mark where unit = :team and round = :round")
                    .param("team", one.team())
                    .param("round", round)
                    .update();
            db.sql("delete from release.map where team = :team and round = :round")
                    .param("team", one.team())
                    .param("round", round)
                    .update();
        });
        return ended;
    }

    /// Deletes answers to requests that were kept so that a request that comes twice is done once.
    void ofAnswers(Instant before) {
        db.sql("delete from team.once where at < :before")
                .param("before", Timestamp.from(before))
                .update();
        db.sql("delete from health.once where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
