package org.kinmark.hub.release;

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
    private final EndOfRounds rounds;
    private final Audit audit;

    EndRetention(ReleaseSide db, EndOfRounds rounds, Audit audit) {
        this.db = db;
        this.rounds = rounds;
        this.audit = audit;
    }

    /// Ends one that is over; another hub that does the same waits, and finds it ended.
    void end(UUID round) {
        db.actForAll(() -> {
            rounds.endRetention(round)
                    .ifPresent(ended -> audit.record(
                            db,
                            Actor.theHub(ended.team(), true),
                            Entry.of(Act.MARKS_ENDED, round).under(ended.agreement()),
                            ended.at()));
            return true;
        });
    }
}
