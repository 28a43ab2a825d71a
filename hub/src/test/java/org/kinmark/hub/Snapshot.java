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

/// Everything that a hub holds at a moment, in its database and in its folder of keys, to go back to: so that
/// two worlds begin with the very same.
final class Snapshot {

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 20;

    private final String url;
    private final Path data;
    private final String name;
    private final List<String> tables;
    private final Map<String, byte[]> keys;

    private Snapshot(String url, Path data, String name, List<String> tables, Map<String, byte[]> keys) {
        this.url = url;
        this.data = data;
        this.name = name;
        this.tables = tables;
        this.keys = keys;
    }

    /// Keeps what there is now.
    static Snapshot take(String url, String name) {
        return take(url, name, TestDatabase.folderOfData());
    }

    /// Keeps what there is now.
    ///
    /// @param data the hub's folder
    static Snapshot take(String url, String name, Path data) {
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
            return new Snapshot(url, data, name, tables, keys(data));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same of a copy of the database, for a hub with another folder.
    Snapshot of(String copy, Path dataOfCopy) {
        return new Snapshot(copy, dataOfCopy, name, tables, keys);
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
            var folder = data.resolve("keys");
            for (var there : keys(data).keySet()) {
                Files.delete(folder.resolve(there));
            }
            for (var key : keys.entrySet()) {
                Files.createDirectories(folder);
                Files.write(folder.resolve(key.getKey()), key.getValue());
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

    private static Map<String, byte[]> keys(Path data) {
        var keys = new LinkedHashMap<String, byte[]>();
        var folder = data.resolve("keys");
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                keys.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }
}
