package org.kinmark.hub.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A database server of its own, for whoever kills it: the others' tests would die with theirs.
public final class ServerToKill implements AutoCloseable {

    private static final String DATABASE = "killed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private EmbeddedServer server;

    private ServerToKill(Path folder) {
        this.folder = folder;
        this.server = EmbeddedServer.start(folder);
    }

    /// With a database on it that no hub has used yet.
    public static ServerToKill start() {
        try {
            var made = new ServerToKill(Files.createTempDirectory("kinmark-kill"));
            try (var connection = made.server.administrator().connect();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + DATABASE);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The folder of the hubs that use it.
    public Path folder() {
        return folder;
    }

    /// Where the database is now, as `KINMARK_DATABASE_URL` names it: a server that was started again is elsewhere.
    public String url() {
        var known = server.administrator();
        return known.to(DATABASE)
                .url()
                .replace("jdbc:postgresql://", "postgresql://" + known.user() + ":" + known.password() + "@");
    }

    /// A connection as the server's administrator, as soon as it takes one: it may be recovering.
    public Connection connect() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return server.administrator().to(DATABASE).connect();
            } catch (SQLException e) {
                waitUntil(until, e);
            }
        }
    }

    /// The one number that a query finds.
    public long count(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Kills the process of one session: the server ends all the others too, and recovers.
    public void killSession(long process) {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Kills the server itself, and waits until its sessions have noticed.
    public void kill() {
        var sessions = server.process().descendants().toList();
        server.process().destroyForcibly();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (sessions.stream().anyMatch(ProcessHandle::isAlive)) {
            waitUntil(until, new IllegalStateException("sessions without their server go on"));
        }
    }

    /// Starts it again on what is left.
    public void startAgain() {
        server.close();
        server = EmbeddedServer.start(folder);
    }

    private static void waitUntil(long until, Exception why) {
        if (System.nanoTime() > until) {
            throw new IllegalStateException("the server did not come back", why);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            ServerProgram.delete(folder);
        } catch (IOException _) {
            // The folder is a temporary one.
        }
    }
}
