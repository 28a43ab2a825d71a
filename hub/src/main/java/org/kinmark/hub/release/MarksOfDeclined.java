package org.kinmark.hub.release;

import org.kinmark.hub.database.ReleaseSide;
import org.springframework.stereotype.Component;

/// A family that declined has no mark any more. The team's role may not write marks, so that the release's hand
/// deletes them, and only what the team's own record of declining names: right after that record is kept, and
/// again every second, so that a power cut between the two leaves no mark standing.
@Component
public class MarksOfDeclined {

    private final ReleaseSide db;
    private final EndOfRounds rounds;

    MarksOfDeclined(ReleaseSide db, EndOfRounds rounds) {
        this.db = db;
        this.rounds = rounds;
    }

    /// Deletes them, in a transaction of its own.
    public void delete() {
        db.actForAll(rounds::endOfDeclined);
    }
}
