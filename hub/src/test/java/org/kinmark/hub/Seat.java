package org.kinmark.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.staff.DemonstrationAccounts.Credential;
import tools.jackson.databind.json.JsonMapper;

/// Where one of the team sits, or a stranger: signed in for pages, with a token for the API, on a connection of their
/// own.
final class Seat implements AutoCloseable {

    /// Well within the quarter of an hour for which a token holds.
    private static final long RENEWED = Duration.ofMinutes(5).toNanos();

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final @Nullable Credential who;
    private final String address;
    private HubConnection connection;
    private String cookie = "";
    private String csrf = "";
    private String token = "";
    private long tokenFrom;

    /// @param who null for a stranger
    Seat(String address, @Nullable Credential who) {
        this.address = address;
        this.who = who;
        this.connection = new HubConnection(address);
        signIn();
    }

    String role() {
        return who == null ? "stranger" : who.role();
    }

    /// Its own id, which the demonstration's client has in its name; none for a stranger.
    String person() {
        return who == null ? "none" : who.clientId().substring("client-".length());
    }

    private void signIn() {
        var shown = get("/sign-in");
        if (who != null) {
            var signedIn = post(
                    "/sign-in",
                    "_csrf=" + code(csrf) + "&name=" + code(who.username()) + "&password=" + code(who.password()));
            if (signedIn.status() / 100 != 3
                    || signedIn.header("location")
                            .filter(to -> to.contains("again"))
                            .isPresent()) {
                throw new AssertionError(role() + " could not sign in: " + signedIn.status() + shown.status());
            }
        }
    }

    /// Begins anew: on a new connection, so that how often the old one was used shows nowhere.
    void begin() {
        connection.close();
        connection = new HubConnection(address);
        if (get("/account").status() / 100 == 3) {
            signIn();
        }
        if (who != null && (token.isEmpty() || System.nanoTime() - tokenFrom > RENEWED)) {
            var answer = askForToken();
            token = JsonMapper.shared()
                    .readTree(answer.body())
                    .get("access_token")
                    .asString();
            tokenFrom = System.nanoTime();
        }
    }

    /// A token for the API, as a client of its own.
    HubConnection.Reply askForToken() {
        var client = Objects.requireNonNull(who);
        return connection.send(
                "POST",
                "/oauth2/token",
                List.of("Content-Type: application/x-www-form-urlencoded"),
                ("grant_type=client_credentials&client_id=" + client.clientId() + "&client_secret="
                                + client.clientSecret())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// What shows that a form is this session's, as the newest page had it.
    String csrf() {
        return csrf;
    }

    HubConnection.Reply get(String path) {
        return asBrowser("GET", path, List.of(), new byte[0]);
    }

    HubConnection.Reply post(String path, Filled.Form form) {
        return asBrowser("POST", path, List.of("Content-Type: " + form.type()), form.body());
    }

    private HubConnection.Reply post(String path, String form) {
        return asBrowser(
                "POST",
                path,
                List.of("Content-Type: application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8));
    }

    HubConnection.Reply asBrowser(String method, String path, List<String> more, byte[] body) {
        var headers = new ArrayList<>(more);
        if (!cookie.isEmpty()) {
            headers.add("Cookie: " + cookie);
        }
        var reply = connection.send(method, path, headers, body);
        reply.head()
                .lines()
                .filter(line -> line.regionMatches(true, 0, "Set-Cookie: JSESSIONID=", 0, 23))
                .forEach(line -> cookie = line.substring(12).replaceAll(";.*", ""));
        if (reply.header("content-type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent()) {
            var field = CSRF.matcher(reply.text());
            csrf = field.find() ? Objects.requireNonNull(field.group(1)) : csrf;
        }
        return reply;
    }

    HubConnection.Reply api(String method, String path, List<String> more, String body) {
        var headers = new ArrayList<>(more);
        if (!token.isEmpty()) {
            headers.add("Authorization: Bearer " + token);
        }
        return connection.send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        connection.close();
    }
}
