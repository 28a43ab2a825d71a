package org.kinmark.hub.release;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.hub.objection.LeaveOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every second whether an instant of a round has come. Nothing is remembered between two looks, so that
/// a restart loses nothing; two hubs on one database wait for each other at the round's row.
@Component
@EnableScheduling
public class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration NOTICE = Duration.ofDays(3);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(1);

    private final ReleaseSide db;
    private final EndOfRounds rounds;
    private final ReleaseRound releasing;
    private final Reminders reminders;
    private final EndRetention retention;
    private final LeaveOff leaveOff;

    Clockwork(
            ReleaseSide db,
            EndOfRounds rounds,
            ReleaseRound releasing,
            Reminders reminders,
            EndRetention retention,
            LeaveOff leaveOff) {
        this.db = db;
        this.rounds = rounds;
        this.releasing = releasing;
        this.reminders = reminders;
        this.retention = retention;
        this.leaveOff = leaveOff;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        whatIsDue();
    }

    /// Does everything that is due now, and returns when it is done. What cannot be done is tried again at the next
    /// look, and keeps nothing else waiting.
    public synchronized void whatIsDue() {
        attempt("Those who objected", leaveOff::whoObjected);
        attempt(
                "Rounds",
                () -> db.actForAll(rounds::openRounds)
                        .forEach(round -> attempt("A round", () -> releasing.whatIsDue(round))));
        attempt("The destruction of keys", releasing::destroyKeys);
        attempt("Reminders", () -> inOneAct(now -> reminders.remind(now, now.plus(NOTICE))));
        attempt("Marks of families that declined", () -> inOneAct(now -> rounds.endOfDeclined()));
        attempt("Answers kept for a day", () -> inOneAct(now -> retention.ofAnswers(now.minus(ANSWERS_KEPT))));
        attempt(
                "Retention",
                () -> db.actForAll(retention::over)
                        .forEach(round -> attempt("A round's retention", () -> retention.end(round))));
    }

    private void inOneAct(Consumer<Instant> job) {
        db.actForAll(() -> {
            job.accept(rounds.now());
            return true;
        });
    }

    /// Of what went wrong only the kind is said: a message may quote what it was about.
    private static void attempt(String what, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: what was due could not be done, and is tried again: {}",
                    what,
                    e.getClass().getName());
        }
    }
}
