package org.kinmark.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// The sign-in form, tried by a program from an address of its own, which sees each answer as it comes.
final class Door {

    private final TestHub hub;
    private final String from;
    private HttpClient http = client();
    private @Nullable String csrf;

    /// @param from as a server in front of the hub says it
    Door(TestHub hub, String from) {
        this.hub = hub;
        this.from = from;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    /// What came back.
    ///
    /// @param headers but for the date and the session
    record Answer(int status, String location, String headers, String body, Duration took) {

        String said() {
            return status + " " + location;
        }

        boolean isSignedIn() {
            return status / 100 == 3 && location.equals("/");
        }
    }

    /// Fetches the form, once for all attempts.
    void open() {
        var page = send(HttpRequest.newBuilder(URI.create(hub.address() + "/sign-in")));
        csrf = Jsoup.parse(page.body()).expectFirst("input[name=_csrf]").val();
    }

    /// Tries once; a session that was signed in is left behind.
    Answer knock(String name, String password) {
        if (csrf == null) {
            open();
        }
        var body = Map.of("name", name, "password", password, "_csrf", String.valueOf(csrf)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = send(HttpRequest.newBuilder(URI.create(hub.address() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.isSignedIn()) {
            http = client();
            csrf = null;
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            long begun = System.nanoTime();
            var answer =
                    http.send(request.header("X-Forwarded-For", from).build(), HttpResponse.BodyHandlers.ofString());
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            headers.remove("set-cookie");
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("location").orElse(""),
                    headers.toString(),
                    answer.body(),
                    took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
