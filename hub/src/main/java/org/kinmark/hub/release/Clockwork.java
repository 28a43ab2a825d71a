package org.kinmark.hub.release;

import java.time.Duration;
import java.util.UUID;
import org.kinmark.hub.database.ReleaseSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every second whether an instant of a round has come. Nothing is remembered between two looks, so that a
/// restart
/// loses nothing; two hubs on one database wait for each other at the round's row.
@Component
@EnableScheduling
public class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration NOTICE = Duration.ofDays(3);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(1);

    private final ReleaseSide db;
    private final EndOfRounds rounds;
    private final ReleaseRound releasing;

    Clockwork(ReleaseSide db, EndOfRounds rounds, ReleaseRound releasing) {
        this.db = db;
        this.rounds = rounds;
        this.releasing = releasing;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            whatIsDue();
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error(
                    "What was due could not be done, and is tried again: {}",
                    e.getClass().getName());
        }
    }

    /// Does everything that is due now, and returns when it is done.
    public synchronized void whatIsDue() {
        for (UUID round : db.actForAll(rounds::openRounds)) {
            releasing.whatIsDue(round);
        }
        releasing.destroyKeys();
        db.actForAll(() -> {
            var now = rounds.now();
            rounds.remind(now, now.plus(NOTICE));
            rounds.forgetAnswers(now.minus(ANSWERS_KEPT));
            rounds.endOfDeclined();
            return rounds.endRetention(now);
        });
    }
}
