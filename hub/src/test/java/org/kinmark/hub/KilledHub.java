package org.kinmark.hub;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kinmark.hub.database.ServerToKill;

/// A hub on a database server of its own, one of which is killed again and again, and what follows a kill: another hub,
/// the same server over what is left, or only time.
final class KilledHub implements AutoCloseable {

    /// One kill in so many is of a session of the database, and one of the hub and its database together.
    private static final int OF_THE_DATABASE = 8;

    private static final int ITS_SESSION = 3;
    private static final int BOTH = 4;
    /// Milliseconds, and some more: the pool of connections trusts for half a second.
    private static final long TAKEN_FOR_GOOD = 700;

    /// What is killed.
    enum Victim {
        HUB,
        SESSION,
        HUB_AND_DATABASE
    }

    private final ServerToKill server;
    private final Map<Victim, Integer> victims = new EnumMap<>(Victim.class);
    private HubOfItsOwn running;
    private HubOfItsOwn next;
    private Victim last = Victim.HUB;
    private int kills;

    KilledHub(ServerToKill server) {
        this.server = server;
        running = prepared().serve(server.url());
        next = prepared();
    }

    private HubOfItsOwn prepared() {
        return HubOfItsOwn.prepare(server.folder());
    }

    TestHub hub() {
        return running.hub();
    }

    int kills() {
        return kills;
    }

    /// What was killed how often.
    Map<Victim, Integer> victims() {
        return victims;
    }

    /// Kills.
    ///
    /// @param session what to kill where it is a session's turn; 0 for any of the hub's
    Victim strike(long session) {
        last = switch (kills % OF_THE_DATABASE) {
            case ITS_SESSION -> Victim.SESSION;
            case BOTH -> Victim.HUB_AND_DATABASE;
            default -> Victim.HUB;
        };
        kills++;
        victims.merge(last, 1, Integer::sum);
        switch (last) {
            case HUB -> running.kill();
            case SESSION -> server.killSession(session == 0 ? anySession() : session);
            case HUB_AND_DATABASE -> {
                server.kill();
                running.kill();
                server.startAgain();
            }
        }
        return last;
    }

    private long anySession() {
        return server.count("select min(pid) from pg_stat_activity where datname = current_database()"
                + " and usename in ('kinmark_health', 'kinmark_release')");
    }

    /// What a session of a killed hub had sent may still be carried out.
    void waitUntilItsSessionsEnd() {
        while (last != Victim.SESSION
                && server.count("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and usename like 'kinmark_%' and application_name <> 'kinmark set-up'")
                        > 0) {
            sleep(5);
        }
    }

    /// A hub that was killed is followed by another; one whose database fell is left to find it again. That one takes
    /// a connection that was used a moment ago for a good one, and says of what it did on it that nothing changed.
    void comeBack() {
        waitUntilItsSessionsEnd();
        if (last == Victim.SESSION) {
            sleep(TAKEN_FOR_GOOD);
        } else {
            running = next.serve(server.url());
            next = prepared();
        }
    }

    static void sleep(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.close();
        next.close();
        server.close();
    }
}
