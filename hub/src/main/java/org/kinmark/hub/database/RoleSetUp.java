package org.kinmark.hub.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Creates the hub's roles and its database, where they are not there yet. The same again changes nothing.
final class RoleSetUp {

    private RoleSetUp() {}

    /// Creates what is missing, and gives each role its password.
    ///
    /// @param database to be created, owned by the owner's role; one that exists is taken as it is
    static void perform(Administrator administrator, RolePasswords passwords, String database) {
        try (var connection = administrator.connect()) {
            for (var role : DatabaseRole.values()) {
                perform(connection, role, passwords.of(role));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(connection, "create database %I owner %I", database, DatabaseRole.OWNER.login());
            }
            execute(connection, "revoke all on database %I from public", database);
            execute(
                    connection,
                    "grant create, connect, temporary on database %I to %I",
                    database,
                    DatabaseRole.OWNER.login());
            for (var role : DatabaseRole.values()) {
                execute(connection, "grant connect on database %I to %I", database, role.login());
            }
        } catch (SQLException e) {
            throw new CannotStart("The roles of the database could not be set up (SQL state " + e.getSQLState()
                    + "): the user in KINMARK_DATABASE_URL must be allowed to create roles");
        }
    }

    private static void perform(Connection connection, DatabaseRole role, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role.login())) {
            execute(
                    connection,
                    "create role %I login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls",
                    role.login());
        }
        execute(connection, "alter role %I password %L", role.login(), password);
        execute(connection, "alter role %I set search_path to ''", role.login());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Runs a definition, which takes no parameters: the server itself quotes what is put into it.
    private static void execute(Connection connection, String definition, String... values) throws SQLException {
        String sql;
        try (var quote = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            quote.setString(1, definition);
            quote.setArray(2, connection.createArrayOf("text", values));
            try (var rows = quote.executeQuery()) {
                rows.next();
                sql = rows.getString(1);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
