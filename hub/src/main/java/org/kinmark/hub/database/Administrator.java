package org.kinmark.hub.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// How the server is reached by one who may create roles. Used while the hub starts, never to serve.
///
/// @param url without a user
record Administrator(String url, String user, String password) {

    private static final String FORM =
            "KINMARK_DATABASE_URL must look like postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

    /// As `KINMARK_DATABASE_URL` says it.
    ///
    /// @throws CannotStart where it has another form; it is not quoted, for there is a password in it
    static Administrator of(String databaseUrl) {
        try {
            var uri = URI.create(databaseUrl.startsWith("jdbc:") ? databaseUrl.substring(5) : databaseUrl);
            var credentials = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            if (!"postgresql".equals(uri.getScheme())
                    || uri.getHost() == null
                    || credentials.length != 2
                    || uri.getPath().length() < 2) {
                throw new CannotStart(FORM);
            }
            var parameters = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Administrator(
                    "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort())
                            + uri.getPath() + parameters,
                    decode(credentials[0]),
                    decode(credentials[1]));
        } catch (IllegalArgumentException _) {
            throw new CannotStart(FORM);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The name at the end of the URL.
    String databaseName() {
        var path = url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The same server's database of this name.
    Administrator to(String database) {
        int end = url.contains("?") ? url.indexOf('?') : url.length();
        return new Administrator(
                url.substring(0, url.lastIndexOf('/', end - 1) + 1) + database + url.substring(end), user, password);
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "kinmark set-up");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "Administrator[hidden]";
    }
}
