package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What no ordinary program sends: refused, never quoted, never kept, and never the hub's own fault.
class HostileRequestsTest {

    private static TestHub hub;
    private static Area area;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
        area = Area.setUp(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static TestHub.Browser signedIn(String unit, String role) {
        var who = area.credential(unit, role);
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        return browser;
    }

    private static void isRefused(TestHub.Answer answer) {
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.headers()
                        .getOrDefault("cache-control", java.util.List.of())
                        .toString())
                .contains("no-store");
        assertThat(answer.text()).doesNotContain("Secretname");
    }

    @Test
    void text_that_no_database_keeps_is_refused() {
        var body = "{\"agreement\":\"Secretname\\u0000\",\"criteria\":1}";
        isRefused(area.coordinator().send("POST", "/api/v1/rounds", "application/json", body));
        isRefused(hub.api(null)
                .send(
                        "POST",
                        "/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&client_id=Secretname%00&client_secret=x"));
        var page = hub.browser()
                .get("/sign-in")
                .submit(form -> form.set("name", "\0@x").set("password", "x"));
        assertThat(page.text()).contains("Check your sign-in name and password");
        var unit = signedIn("Partnership", "administrator")
                .get("/units/new")
                .submit(form ->
                        form.set("name", "Secretname\0").set("body", "another").set("kind", "camhs"));
        assertThat(unit.status()).isEqualTo(400);
    }

    @Test
    void a_moment_that_no_round_has_is_refused() {
        for (var moment : new String[] {"+999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z"}) {
            var body = "{\"agreement\":\"" + java.util.UUID.randomUUID() + "\",\"criteria\":1,\"closes_at\":\"" + moment
                    + "\"}";
            for (var path : new String[] {"/api/v1/rounds", "/api/v1/rounds/preview"}) {
                var answer = area.coordinator().send("POST", path, "application/json", body);
                isRefused(answer);
            }
        }
    }

    @Test
    void a_path_that_means_two_things_is_refused_and_not_quoted() {
        for (var path : new String[] {"//api/v1/Secretname", "/api/v1/rounds;Secretname", "/api/v1/../Secretname"}) {
            isRefused(area.coordinator().get(path));
        }
    }

    /// Requests of which at least one thing is wrong, as they go over the wire: first line and headers.
    private static Map<String, String> malformed(String path) {
        var all = new LinkedHashMap<String, String>();
        all.put("a NUL", "GET " + path + "/%00 HTTP/1.1");
        all.put("two slashes", "GET /" + path + " HTTP/1.1");
        all.put("two slashes within", "GET " + path + "//x HTTP/1.1");
        all.put("a path parameter", "GET " + path + ";x=1 HTTP/1.1");
        all.put("an encoded semicolon", "GET " + path + "%3bx HTTP/1.1");
        all.put("dots", "GET " + path + "/../x HTTP/1.1");
        all.put("encoded dots", "GET " + path + "/%2e%2e/x HTTP/1.1");
        all.put("dots beyond the root", "GET " + path + "/../../../../../x HTTP/1.1");
        all.put("an encoded slash", "GET " + path + "/%2fx HTTP/1.1");
        all.put("an encoded backslash", "GET " + path + "/%5cx HTTP/1.1");
        all.put("a broken escape", "GET " + path + "/%zz HTTP/1.1");
        all.put("a new line", "GET " + path + "/%0a HTTP/1.1");
        all.put("no characters of any text", "GET " + path + "/%ff%fe HTTP/1.1");
        all.put("TRACE", "TRACE " + path + " HTTP/1.1");
        all.put("TRACK", "TRACK " + path + " HTTP/1.1");
        all.put("no method", "SECRETNAME " + path + " HTTP/1.1");
        all.put("another protocol", "GET " + path + " HTTP/9.9");
        all.put("no protocol at all", "GET " + path + " FTP");
        all.put("a long address", "GET " + path + "/" + "a".repeat(20_000) + " HTTP/1.1");
        all.put("a long query", "GET " + path + "?" + "a".repeat(20_000) + " HTTP/1.1");
        all.put("a long header", "GET " + path + " HTTP/1.1\r\nX-Long: " + "a".repeat(20_000));
        all.put("many headers", "GET " + path + " HTTP/1.1" + "\r\nX-Many: a".repeat(800));
        all.put("a header without a name", "GET " + path + " HTTP/1.1\r\n: a");
        all.put("a length that is none", "POST " + path + " HTTP/1.1\r\nContent-Length: many");
        all.put("a length below nothing", "POST " + path + " HTTP/1.1\r\nContent-Length: -1");
        all.put("two lengths", "POST " + path + " HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2");
        all.put("an unknown encoding", "POST " + path + " HTTP/1.1\r\nTransfer-Encoding: secretname");
        return all;
    }

    @Test
    void what_cannot_be_read_is_refused_as_everything_is_and_names_no_program() {
        for (var path : List.of("/units", "/api/v1/rounds")) {
            malformed(path).forEach((what, head) -> {
                var host = "\r\nHost: " + URI.create(hub.address()).getAuthority();
                isPlain(what + " under " + path, path, Wire.send(hub, head + host));
            });
            for (var host : List.of("a b", "[::1", "<x>", "a:b:c")) {
                isPlain("Host “" + host + "”", path, Wire.send(hub, "GET " + path + " HTTP/1.1\r\nHost: " + host));
            }
            isPlain("no host", path, Wire.send(hub, "GET " + path + " HTTP/1.1"));
            isPlain("two hosts", path, Wire.send(hub, "GET " + path + " HTTP/1.1\r\nHost: a\r\nHost: b"));
        }
    }

    /// Nobody knows then who asks for what.
    @Test
    void a_first_line_that_is_none_is_answered_with_a_page() {
        for (var line : List.of(
                "\u0016\u0003\u0001secretname",
                "GET",
                "GET /api/v1/<secretname> HTTP/1.1",
                "GET /api/v1/\0 HTTP/1.1",
                "{} /api/v1/rounds HTTP/1.1",
                "GET /api/v1/" + "a".repeat(100_000) + " HTTP/1.1")) {
            isPlain(line.substring(0, Math.min(30, line.length())), "/", Wire.send(hub, line + "\r\nHost: a"));
        }
    }

    private static void isPlain(String what, String path, TestHub.Answer answer) {
        boolean ofTheApi = path.startsWith("/api/");
        assertSoftly(soft -> {
            soft.assertThat(answer.status()).as(what).isBetween(400, 505).isNotEqualTo(500);
            soft.assertThat(answer.text().toLowerCase(Locale.ROOT))
                    .as(what)
                    .doesNotContain("secretname", "tomcat", "apache", "exception", "http status", "java")
                    .contains(ofTheApi ? "\"status\":" : "kinmark</title>");
            soft.assertThat(answer.headers())
                    .as(what)
                    .doesNotContainKeys("server", "x-powered-by")
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsKeys("content-security-policy", "permissions-policy");
            soft.assertThat(answer.headers().getOrDefault("cache-control", List.of()))
                    .as(what)
                    .anyMatch(value -> value.contains("no-store"));
            soft.assertThat(answer.type()).as(what).startsWith(ofTheApi ? "application/problem+json" : "text/html");
        });
    }

    @Test
    void there_is_no_page_of_errors() {
        var browser = signedIn("Partnership", "administrator");
        var error = browser.get("/error");
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.text()).contains("There is nothing here for you");
        var api = area.coordinator().get("/api/error");
        assertThat(api.status()).isEqualTo(404);
        isRefused(api);
        isRefused(area.coordinator().get("/api"));
        assertThat(hub.browser().get("/error").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void no_answer_repeats_what_a_request_called_this_site() {
        for (var request : List.of(
                "GET /units HTTP/1.1",
                "GET / HTTP/1.1",
                "GET /api/openapi.json HTTP/1.1",
                "POST /sign-in HTTP/1.1\r\nContent-Length: 0",
                "POST /sign-out HTTP/1.1\r\nContent-Length: 0",
                "GET /oauth2/authorization/provider HTTP/1.1",
                "GET http://secretname.example/units HTTP/1.1",
                "GET /units HTTP/1.1\r\nX-Forwarded-Host: secretname.example",
                "GET /units HTTP/1.1\r\nForwarded: host=secretname.example")) {
            var answer = Wire.send(hub, request + "\r\nHost: secretname.example");
            assertThat(answer.status()).as(request).isBetween(200, 404);
            assertThat(answer.text()).as(request).doesNotContain("secretname");
            assertThat(answer.headers().toString()).as(request).doesNotContain("secretname");
            assertThat(answer.headers()).as(request).containsKey("cache-control");
            answer.headers()
                    .getOrDefault("location", List.of())
                    .forEach(where -> assertThat(where).as(request).matches("/[^/].*|/"));
        }
        assertThat(hub.api(null).get("/api/openapi.json").text()).contains("\"servers\":[{\"url\":\"/\"}]");
    }

    @Test
    void whoever_signs_in_goes_where_they_were_going_on_this_site() {
        var host = "\r\nHost: secretname.example";
        var asked = Wire.send(hub, "GET /units?from=here HTTP/1.1" + host);
        var cookie = "\r\nCookie: "
                + asked.headers()
                        .getOrDefault("set-cookie", List.of())
                        .getFirst()
                        .split(";")[0];
        var form = Jsoup.parse(
                Wire.send(hub, "GET /sign-in HTTP/1.1" + host + cookie).text());
        var who = area.credential("Partnership", "administrator");
        var body = Map.of(
                        "name",
                        who.username(),
                        "password",
                        who.password(),
                        "_csrf",
                        form.expectFirst("input[name=_csrf]").val())
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var signedIn = Wire.send(hub, "POST /sign-in?" + body + " HTTP/1.1" + host + cookie + "\r\nContent-Length: 0");
        assertThat(signedIn.headers().getOrDefault("location", List.of()).toString())
                .startsWith("[/units?from=here");
    }

    /// On forms and in JSON, wherever a date is read.
    @Test
    void a_day_that_no_calendar_has_is_refused_and_breaks_nothing() {
        var coordinator = signedIn(Area.TEAM, "coordinator");
        var draft = coordinator.get("/agreements").follow("Draft an agreement");
        for (var year : List.of("999999999", "-999999999", "99999999999999999999", "0", "1e9", "\0")) {
            var answer = draft.submit(form -> form.set("title", "Riverside")
                    .set("starts-day", "1")
                    .set("starts-month", "10")
                    .set("starts-year", year)
                    .set("ends-day", "30")
                    .set("ends-month", "9")
                    .set("ends-year", "2041"));
            assertThat(answer.status()).as(year).isIn(400, 422);
            var round = coordinator.get("/rounds/new?closes-day=1&closes-month=1&closes-year="
                    + URLEncoder.encode(year, StandardCharsets.UTF_8));
            assertThat(round.status()).as(year).isBetween(200, 422);
        }
        for (var day : List.of("+999999999-01-01", "-0001-01-01", "2040-02-30", "0000-00-00", "2040-10-01\\u0000")) {
            isRefused(area.coordinator()
                    .send(
                            "POST",
                            "/api/v1/agreements",
                            "application/json",
                            Area.terms().replace("\"2040-10-01\"", "\"" + day + "\"")));
            isRefused(area.coordinator()
                    .send(
                            "POST",
                            "/api/v1/families",
                            "text/csv",
                            Area.families(1).replace("2004-03-05", day)));
        }
        isRefused(area.coordinator()
                .send("POST", "/api/v1/families", "text/csv", Area.families(1).replace("Anna", "A\0")));
    }

    @Test
    void what_may_be_done_is_not_told_by_asking() {
        for (var path : new String[] {"/api/v1/rounds", "/api/v1/queue"}) {
            var answer = area.as(Area.PRACTICE, "professional").send("OPTIONS", path, "application/json", "");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers()).doesNotContainKey("allow");
        }
    }

    @Test
    void an_administrator_comes_to_no_family() {
        var browser = signedIn(Area.TEAM, "administrator");
        var staff = browser.get("/staff");
        int refused = 0;
        for (var link : staff.document().select("main table a[href]")) {
            var one = browser.get(link.attr("href"));
            var answer = one.submit("form[action$=/roles]", form -> form.set("role", "administrator", "coordinator"));
            assertThat(answer.status()).isEqualTo(422);
            refused++;
        }
        assertThat(refused).isPositive();
        var own = staff.document()
                .select("tr:contains(administrator@)")
                .select("a")
                .attr("href");
        assertThat(browser.get(own)
                        .submit("form[action$=/roles]", form -> form.set("role", "coordinator"))
                        .text())
                .contains("nobody changes their own roles");
        assertThat(browser.get("/staff/new")
                        .submit(form -> form.set("name", "Mia Mix")
                                .set("signInName", "mia")
                                .set("role", "administrator", "key_worker"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_new_password_ends_the_sessions_of_the_old_one() {
        var administrator = signedIn(Area.TEAM, "administrator");
        var worker = signedIn(Area.TEAM, "key_worker");
        assertThat(worker.get("/account").text()).contains("Key worker");
        var row = administrator
                .get("/staff")
                .document()
                .select("tr:contains(key-worker@)")
                .select("a")
                .attr("href");
        hub.moveOn(java.time.Duration.ofMinutes(1));
        var link = administrator
                .get(row)
                .submit("form[action$=/invitation]", form -> form)
                .document()
                .expectFirst("#link")
                .text();
        hub.browser().get(link).submit(form -> form.set("password", "three random words"));
        assertThat(worker.get("/account").text()).doesNotContain("Key worker");
    }
}
