package org.kinmark.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.kinmark.hub.database.ServerToKill;

/// Holds something in the database that an act comes to, so that the hub can be killed where it waits for that.
final class Hold implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final ServerToKill server;
    private final Connection connection;
    private final long me;
    private long waiting;

    /// @param what a query that locks it
    Hold(ServerToKill server, String what) {
        this.server = server;
        this.connection = server.connect();
        try {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(what);
            }
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                me = row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns when a session of the hub's waits for it.
    void awaitSomebody() {
        long until = System.nanoTime() + PATIENCE;
        while (waiting == 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError("nobody came to what is held");
            }
            waiting = server.count("select coalesce(min(pid), 0) from pg_stat_activity where " + me
                    + " = any (pg_blocking_pids(pid))");
        }
    }

    /// The process of that session.
    long waiting() {
        return waiting;
    }

    /// Whether it has written something already.
    boolean hasWritten() {
        return server.count(
                        "select count(*) from pg_stat_activity where pid = " + waiting + " and backend_xid is not null")
                > 0;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // It went with its server.
        }
    }
}
