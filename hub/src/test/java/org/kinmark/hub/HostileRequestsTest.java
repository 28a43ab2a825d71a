package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

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
