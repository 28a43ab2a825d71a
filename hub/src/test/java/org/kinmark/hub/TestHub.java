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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.TestDatabase;

/// A whole hub on a real database, in this process, with a clock of its own.
public final class TestHub implements AutoCloseable {

    /// Where its clock stands at first.
    public static final Instant START = Instant.parse("2040-10-01T08:00:00Z");

    private static final HttpClient FOR_THE_API = HttpClient.newHttpClient();

    private final @Nullable Running running;
    private final String address;

    private TestHub(Running running) {
        this.running = running;
        this.address = "http://127.0.0.1:" + running.port();
    }

    private TestHub(String address) {
        this.running = null;
        this.address = address;
    }

    /// One that runs in a process of its own: only what anybody can reach of it.
    public static TestHub at(String address) {
        return new TestHub(address);
    }

    /// One on an empty database.
    public static TestHub start() {
        return start(TestDatabase.url());
    }

    /// One on a database that may have been used before.
    public static TestHub start(String databaseUrl) {
        return start(databaseUrl, Map.of());
    }

    /// One that is set up with more than usual.
    public static TestHub start(String databaseUrl, Map<String, Object> more) {
        var settings = settings(databaseUrl, TestDatabase.folderOfData());
        settings.putAll(more);
        var hub = new TestHub(Running.start(settings));
        hub.part(DemonstrationClock.class).standAt(START);
        return hub;
    }

    /// One on a database that may have been used before, with a folder of its own, its clock where it stands.
    static TestHub start(String databaseUrl, Path data) {
        var settings = settings(databaseUrl, data);
        // How often a connection was used would show in the answer that ends it.
        settings.put("server.tomcat.max-keep-alive-requests", -1);
        return new TestHub(Running.start(settings));
    }

    /// What a hub of tests is set up with.
    static Map<String, Object> settings(String databaseUrl, Path data) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("kinmark.data", data.toString());
        settings.put("kinmark.demonstration", true);
        settings.put("kinmark.database-url", databaseUrl);
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", 0);
        return settings;
    }

    public String address() {
        return address;
    }

    public <T> T part(Class<T> type) {
        return Objects.requireNonNull(running, "it runs in a process of its own")
                .part(type);
    }

    public Instant now() {
        return part(DemonstrationClock.class).instant();
    }

    public void moveOn(Duration by) {
        part(DemonstrationClock.class).standAt(now().plus(by));
    }

    /// A browser of its own, which runs no scripts.
    public Browser browser() {
        return new Browser();
    }

    public Api api(@Nullable String token) {
        return new Api(token);
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    /// What came back, whatever it is.
    public record Answer(int status, String type, byte[] bytes, Map<String, List<String>> headers) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        static Answer of(HttpResponse<byte[]> response) {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.body(),
                    response.headers().map());
        }
    }

    /// Calls the API.
    public final class Api {

        private final @Nullable String token;

        private Api(@Nullable String token) {
            this.token = token;
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        public Answer send(String method, String path, String type, String body) {
            return send(request(path)
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        }

        /// A POST that may be repeated under its key.
        public Answer sendOnce(String path, String body, String key) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /// The token with which it calls.
        public String bearer() {
            return Objects.requireNonNull(token);
        }

        private HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create(address() + path));
            return token == null ? request : request.header("Authorization", "Bearer " + token);
        }

        private Answer send(HttpRequest.Builder request) {
            return exchange(FOR_THE_API, request.build());
        }
    }

    private static Answer exchange(HttpClient http, HttpRequest request) {
        try {
            return Answer.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Fetches pages and fills forms, following redirects.
    public final class Browser {

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        public Page get(String path) {
            return follow(HttpRequest.newBuilder(URI.create(address() + path)).build());
        }

        /// Sends a form with nothing in it but what shows that it is this session's.
        public Page post(String path, String csrf) {
            return follow(HttpRequest.newBuilder(URI.create(address() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                    .build());
        }

        /// Sends a form with one file in it.
        public Page upload(String path, String csrf, String name, byte[] file) {
            return upload(path, Map.of("_csrf", csrf), name, file);
        }

        /// The same with everything else that the form has.
        public Page upload(String path, Map<String, String> fields, String name, byte[] file) {
            var boundary = "kinmark-test-boundary";
            var head = fields.entrySet().stream()
                            .map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                                    + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
                            .collect(Collectors.joining())
                    + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            return follow(HttpRequest.newBuilder(URI.create(address() + path))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(head),
                            HttpRequest.BodyPublishers.ofByteArray(file),
                            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build());
        }

        private Page follow(HttpRequest request) {
            var answer = exchange(http, request);
            var next = answer.headers().getOrDefault("location", List.of());
            if (answer.status() / 100 == 3 && !next.isEmpty()) {
                return follow(HttpRequest.newBuilder(request.uri().resolve(next.getFirst()))
                        .build());
            }
            return new Page(
                    this,
                    request.uri(),
                    answer,
                    Jsoup.parse(answer.text(), request.uri().toString()));
        }
    }

    /// A page as it came.
    public record Page(Browser browser, URI uri, Answer answer, Document document) {

        public String text() {
            return document.text();
        }

        public int status() {
            return answer.status();
        }

        /// What shows that a form is this session's.
        public String csrf() {
            var field = document.selectFirst("input[name=_csrf]");
            return field == null ? "" : field.val();
        }

        /// Follows the first link in the page's main part whose words begin so.
        public Page follow(String words) {
            var link = document.select("main a[href]").stream()
                    .filter(one -> one.text().startsWith(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no link “" + words + "” on " + uri.getPath()));
            return browser.get(link.attr("href"));
        }

        /// Sends the form in the page's main part.
        public Page submit(UnaryOperator<Form> fill) {
            return submit("main form", fill);
        }

        public Page submit(String selector, UnaryOperator<Form> fill) {
            return submit(selector, form(selector).attr("action"), fill);
        }

        /// Sends a form to where one of its buttons sends it.
        public Page submit(String selector, String action, UnaryOperator<Form> fill) {
            var form = fill.apply(Form.of(form(selector)));
            return browser.follow(HttpRequest.newBuilder(uri.resolve(action))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
                    .build());
        }

        /// Sends a form that has a file in it.
        public Page upload(String selector, String name, byte[] file) {
            var form = form(selector);
            var fields = new LinkedHashMap<String, String>();
            form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
            return browser.upload(form.attr("action"), fields, name, file);
        }

        private Element form(String selector) {
            var element = document.selectFirst(selector);
            if (element == null) {
                throw new AssertionError("no form " + selector + " on " + uri.getPath());
            }
            return element;
        }
    }

    /// A form with what is filled in.
    public record Form(Map<String, List<String>> fields) {

        static Form of(Element element) {
            var fields = new LinkedHashMap<String, List<String>>();
            for (var field : element.select("input[name], textarea[name], select[name]")) {
                boolean sent = !field.is("[type=radio], [type=checkbox], [type=file]") || field.hasAttr("checked");
                if (sent && !field.is("[type=file]")) {
                    fields.computeIfAbsent(field.attr("name"), _ -> new java.util.ArrayList<>())
                            .add(field.val());
                }
            }
            return new Form(fields);
        }

        public Form set(String name, String... values) {
            fields.put(name, List.of(values));
            return this;
        }

        String encoded() {
            return fields.entrySet().stream()
                    .flatMap(field -> field.getValue().stream().map(value -> code(field.getKey()) + "=" + code(value)))
                    .collect(Collectors.joining("&"));
        }

        private static String code(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
