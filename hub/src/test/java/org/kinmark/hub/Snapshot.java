package org.kinmark.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kinmark.hub.database.TestDatabase;

/// Everything that a hub holds at a moment, in its database and in its folder of keys, to go back to: so that two
/// worlds
/// begin with the very same.
final class Snapshot {

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 20;

    private final String url;
    private final String name;
    private final List<String> tables;
    private final Map<Path, byte[]> keys;

    private Snapshot(String url, String name, List<String> tables, Map<Path, byte[]> keys) {
        this.url = url;
        this.name = name;
        this.tables = tables;
        this.keys = keys;
    }

    /// Keeps what there is now.
    static Snapshot take(String url, String name) {
        try (var connection = TestDatabase.asAdministrator(url);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var tables = tables(statement);
            statement.execute("drop schema if exists " + name + " cascade");
            statement.execute("create schema " + name);
            for (var table : tables) {
                statement.execute("create table " + name + ".\"" + table + "\" as table " + table);
            }
            connection.commit();
            return new Snapshot(url, name, tables, keys());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows =
                statement.executeQuery("select schemaname || '.' || tablename from pg_tables where schemaname in"
                        + " ('kinmark','shared','team','health','release','released','staff') order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /// Goes back to it.
    void restore() {
        int attempts = 1;
        while (!isRestored()) {
            if (++attempts > ATTEMPTS) {
                throw new IllegalStateException("the hub's own work was in the way each time");
            }
        }
        try {
            for (var there : keys().keySet()) {
                Files.delete(there);
            }
            for (var key : keys.entrySet()) {
                Files.createDirectories(key.getKey().getParent());
                Files.write(key.getKey(), key.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether it went: the hub looks every second for what is due, and either may hold what the other waits for.
    private boolean isRestored() {
        try (var connection = TestDatabase.asAdministrator(url)) {
            connection.setAutoCommit(false);
            restore(connection);
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    private void restore(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + tables.stream().collect(Collectors.joining(", ")));
            for (var table : tables) {
                statement.execute("insert into " + table + " select * from " + name + ".\"" + table + "\"");
            }
        }
    }

    private static Map<Path, byte[]> keys() {
        var keys = new LinkedHashMap<Path, byte[]>();
        var folder = TestDatabase.folderOfData().resolve("keys");
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                keys.put(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }
}
