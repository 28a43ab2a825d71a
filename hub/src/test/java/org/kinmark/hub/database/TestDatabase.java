package org.kinmark.hub.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/// A database for one test, made from a template on the one server of this process. It is what the hub makes itself:
/// `fsync` on, every role with its password.
public final class TestDatabase {

    private static final Path FOLDER = folder();
    private static final EmbeddedServer SERVER = EmbeddedServer.start(FOLDER);

    /// Made when it is first asked for: a list of rights that is not up to date keeps it from being made, and the
    /// test of that list needs none.
    private static final class Template {
        private static final String NAME = template("template_of_tests", true);
    }

    /// The same without the demonstration's clock.
    private static final class Plain {
        private static final String NAME = template("plain_template_of_tests", false);
    }

    private TestDatabase() {}

    /// The folder of a hub that uses it.
    public static Path folderOfData() {
        return FOLDER;
    }

    /// A new one, as `KINMARK_DATABASE_URL` names it, with the demonstration's clock.
    public static String url() {
        return url(fresh(Template.NAME));
    }

    /// A copy of one that no hub runs on any more.
    public static String copyOf(String url) {
        return url(fresh("test_" + UUID.randomUUID().toString().replace("-", ""), name(url)));
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    static DatabaseSettings settings(String database, boolean demonstration) {
        return new DatabaseSettings(FOLDER, url(database), demonstration);
    }

    /// A new one without any table, as `KINMARK_DATABASE_URL` names it.
    public static String emptyUrl() {
        return url(empty());
    }

    /// A new one that is set up, without the demonstration's clock.
    static String plain() {
        return fresh(Plain.NAME);
    }

    /// A new one without any table.
    static String empty() {
        return fresh("template1");
    }

    /// A connection as the server's administrator to a database that [#url()] named.
    public static Connection asAdministrator(String url) throws SQLException {
        return SERVER.administrator().to(name(url)).connect();
    }

    static Administrator administrator() {
        return SERVER.administrator();
    }

    private static String url(String database) {
        return SERVER.administrator()
                .to(database)
                .url()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://" + SERVER.administrator().user() + ":"
                                + SERVER.administrator().password() + "@");
    }

    private static String template(String name, boolean demonstration) {
        Database.open(settings(fresh(name, "template1"), demonstration)).close();
        return name;
    }

    private static String fresh(String from) {
        return fresh("test_" + UUID.randomUUID().toString().replace("-", ""), from);
    }

    private static synchronized String fresh(String name, String from) {
        try (var connection = SERVER.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + from);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("kinmark-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            SERVER.close();
            ServerProgram.delete(folder);
        } catch (IOException e) {
            // The folder is a temporary one.
        }
    }
}
