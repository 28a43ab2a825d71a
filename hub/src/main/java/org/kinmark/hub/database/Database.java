package org.kinmark.hub.database;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The database, ready to serve: a server, the roles, the tables as this version wants them, and all of it checked.
final class Database implements AutoCloseable {

    private static final String NAME = "kinmark";

    private final @Nullable EmbeddedServer server;
    private final Administrator administrator;
    private final RolePasswords passwords;

    private Database(@Nullable EmbeddedServer server, Administrator administrator, RolePasswords passwords) {
        this.server = server;
        this.administrator = administrator;
        this.passwords = passwords;
    }

    /// Opens it, and makes what is missing.
    ///
    /// @throws CannotStart with a sentence for whoever runs the hub
    static Database open(DatabaseSettings settings) {
        var url = settings.databaseUrl();
        var server = url == null || url.isBlank() ? EmbeddedServer.start(settings.data()) : null;
        try {
            Files.createDirectories(settings.data());
            var passwords = RolePasswords.in(settings.data().resolve("database-roles"));
            var start = server == null ? Administrator.of(Objects.requireNonNull(url)) : server.administrator();
            var name = server == null ? start.databaseName() : NAME;
            RoleSetUp.perform(start, passwords, name);
            var database = new Database(server, start.to(name), passwords);
            database.migrate(settings.demonstration());
            StartCheck.perform(database.administrator, database.as(DatabaseRole.STAFF), settings.demonstration());
            return database;
        } catch (IOException e) {
            close(server);
            throw new CannotStart("The folder " + settings.data() + " cannot be written");
        } catch (RuntimeException e) {
            close(server);
            throw e;
        }
    }

    private void migrate(boolean demonstration) {
        var owner = new DriverManagerDataSource(
                administrator.url(), DatabaseRole.OWNER.login(), passwords.of(DatabaseRole.OWNER));
        var locations = demonstration
                ? new String[] {"classpath:db/migration", "classpath:db/demonstration"}
                : new String[] {"classpath:db/migration"};
        try {
            Flyway.configure()
                    .dataSource(owner)
                    .locations(locations)
                    .schemas("kinmark_flyway")
                    // The demonstration's own definitions are not this database's where it is served for real: what is
                    // left of them is refused by the check that follows.
                    .ignoreMigrationPatterns("repeatable:missing")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart("The tables of the database could not be brought to this version of Kinmark: "
                    + (e.getCause() instanceof SQLException sql ? "SQL state " + sql.getSQLState() + ", " : "")
                    + "its history in schema kinmark_flyway says how far it came");
        }
    }

    /// How one role signs in.
    Administrator as(DatabaseRole role) {
        return new Administrator(administrator.url(), role.login(), passwords.of(role));
    }

    /// A pool of connections as one role.
    HikariConfig as(DatabaseRole role, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(administrator.url());
        config.setUsername(role.login());
        config.setPassword(passwords.of(role));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setPoolName(role.login());
        config.addDataSourceProperty("ApplicationName", role.login());
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    String name() {
        return administrator.databaseName();
    }

    private static void close(@Nullable EmbeddedServer server) {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public void close() {
        close(server);
    }
}
