package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.staff.FirstAdministrator;

class SignInTest {

    private static final String PASSWORD = "three random words";

    @SuppressWarnings("NullAway.Init")
    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = TestHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void the_first_administrator_takes_up_the_link_once_and_signs_in() {
        var link = hub.part(FirstAdministrator.class).invite("Ada Clerk");
        var browser = hub.browser();
        var page = browser.get(link);
        assertThat(page.text()).contains("This invitation is for Ada Clerk");
        assertThat(page.submit(form -> form.set("password", "too short")).text())
                .contains("Enter a password");
        var signIn = page.submit(form -> form.set("password", "three random words"));
        assertThat(signIn.text()).contains("Your password is set");
        assertThat(browser.get(link).text()).contains("This link works no longer");
        var wrong =
                signIn.submit(form -> form.set("name", "ada.clerk@partnership").set("password", "nothing of it"));
        assertThat(wrong.text()).contains("Check your sign-in name and password");
        var home =
                wrong.submit(form -> form.set("name", "ada.clerk@partnership").set("password", "three random words"));
        assertThat(home.text()).contains("Ada Clerk").contains("Units");
        assertThat(browser.get("/units").text()).contains("Set up a unit");
    }

    @Test
    void five_wrong_passwords_lock_a_name_and_the_answer_stays_the_same() {
        var link = hub.part(FirstAdministrator.class).invite("Bea Lock");
        var browser = hub.browser();
        browser.get(link).submit(form -> form.set("password", "three random words"));
        var page = browser.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            page = page.submit(form -> form.set("name", "bea.lock@partnership").set("password", "wrong wrong wrong"));
        }
        var locked =
                page.submit(form -> form.set("name", "bea.lock@partnership").set("password", "three random words"));
        assertThat(locked.text())
                .contains("Check your sign-in name and password")
                .doesNotContain("Sign out");
        hub.moveOn(java.time.Duration.ofMinutes(16));
        assertThat(locked.submit(
                                form -> form.set("name", "bea.lock@partnership").set("password", "three random words"))
                        .text())
                .contains("Sign out");
    }

    /// Somebody's account in the partnership's unit.
    private static String account(String name) {
        hub.browser()
                .get(hub.part(FirstAdministrator.class).invite(name))
                .submit(form -> form.set("password", PASSWORD));
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@partnership";
    }

    @Test
    void a_lock_tells_nobody_whether_its_owner_signed_in_between() {
        var alone = new Door(hub, "192.0.2.7");
        var seen = new ArrayList<List<String>>();
        for (boolean ownerSignsIn : new boolean[] {false, true}) {
            var name = account(ownerSignsIn ? "Una Used" : "Una Unused");
            var owner = new Door(hub, "198.51.100.1");
            var answers = new ArrayList<String>();
            for (int i = 0; i < 4; i++) {
                answers.add(alone.knock(name, "wrong wrong wrong").said());
            }
            if (ownerSignsIn) {
                assertThat(owner.knock(name, PASSWORD).isSignedIn()).isTrue();
            }
            answers.add(alone.knock(name, "wrong wrong wrong").said());
            // Even with the right password, which would show what no other answer does.
            answers.add(alone.knock(name, PASSWORD).said());
            seen.add(answers);
            assertThat(new Door(hub, "198.51.100.2").knock(name, PASSWORD).isSignedIn())
                    .as("its owner, from elsewhere")
                    .isTrue();
        }
        assertThat(seen.getFirst()).isEqualTo(seen.getLast()).containsOnly("303 /sign-in?again");
    }

    @Test
    void a_name_that_nobody_has_and_a_locked_one_are_refused_alike_and_not_sooner() {
        var name = account("Tim Time");
        var door = new Door(hub, "192.0.2.8");
        var unknown = door.knock("nobody.at.all@partnership", "wrong wrong wrong");
        var none = door.knock("no name", "wrong wrong wrong");
        var wrong = List.of(1, 2, 3, 4, 5).stream()
                .map(_ -> door.knock(name, "wrong wrong wrong"))
                .toList();
        var locked = door.knock(name, "wrong wrong wrong");
        var all = new ArrayList<>(List.of(unknown, none, locked));
        all.addAll(wrong);
        assertThat(all).allSatisfy(one -> {
            assertThat(one.said()).isEqualTo("303 /sign-in?again");
            assertThat(one.headers()).isEqualTo(unknown.headers());
            assertThat(one.took()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        });
    }

    @Test
    void an_attempt_is_counted_once_and_recorded() throws InterruptedException {
        var name = account("Ivo Once");
        hub.browser()
                .get(hub.part(FirstAdministrator.class).invite("Ada Later"))
                .submit(form -> form.set("password", PASSWORD));
        var administrator = hub.browser();
        administrator
                .get("/sign-in")
                .submit(form -> form.set("name", "ada.later@partnership").set("password", PASSWORD));
        var invited = administrator
                .get("/staff/new")
                .submit(form -> form.set("name", "Lea Dee")
                        .set("signInName", "lea.dee")
                        .set("role", "information_governance_lead"));
        hub.browser()
                .get(invited.document().expectFirst("#link").text())
                .submit(form -> form.set("password", PASSWORD));
        var door = new Door(hub, "192.0.2.9");
        for (int i = 0; i < 4; i++) {
            door.knock(name, "wrong wrong wrong");
        }
        assertThat(door.knock(name, PASSWORD).isSignedIn())
                .as("after four, of which none counted twice")
                .isTrue();
        door.knock(name, "wrong wrong wrong");
        var reader = hub.browser();
        reader.get("/sign-in")
                .submit(form -> form.set("name", "lea.dee@partnership").set("password", PASSWORD));
        for (int i = 0; i < 50 && !isRecorded(reader); i++) {
            Thread.sleep(100);
        }
        assertThat(isRecorded(reader)).isTrue();
    }

    private static boolean isRecorded(TestHub.Browser reader) {
        var rows =
                reader.get("/audit").document().select("tr:contains(Ivo Once)").eachText();
        return rows.stream().anyMatch(row -> row.contains("A sign-in name was locked"))
                && rows.stream()
                                .filter(row -> row.contains("A sign-in was refused"))
                                .count()
                        == 4;
    }

    @Test
    void where_somebody_was_going_is_on_this_site_whatever_they_say_it_is_called() {
        var browser = hub.browser();
        var page = browser.get("/units?from=here");
        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        account("Rea Direct");
        var there =
                page.submit(form -> form.set("name", "rea.direct@partnership").set("password", PASSWORD));
        assertThat(there.uri().getPath()).isEqualTo("/units");
        assertThat(there.uri().getQuery()).startsWith("from=here");
    }

    /// Two hundred at once: the hub answers each, soon, and is there afterwards.
    @Test
    void a_flood_of_sign_ins_is_told_to_come_back_and_drowns_nobody() {
        var name = account("Flo Flood");
        var door = new Door(hub, "192.0.2.10");
        door.open();
        var before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        var threads = threadsOfTheHub();
        List<Door.Answer> answers;
        try (var many = Executors.newFixedThreadPool(
                200, Thread.ofPlatform().name("knocks-", 0).factory())) {
            answers = IntStream.range(0, 200)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> door.knock("flood" + number + "@nowhere", "wrong"), many))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(answers)
                .hasSize(200)
                .allMatch(one -> one.said().equals("303 /sign-in?again") || one.status() == 429);
        var busy = answers.stream().filter(one -> one.status() == 429).toList();
        assertThat(busy).hasSizeGreaterThan(100);
        assertThat(busy).allSatisfy(one -> {
            assertThat(one.body()).isEqualTo(busy.getFirst().body()).contains("try again");
            assertThat(one.headers()).contains("cache-control=[no-store]", "retry-after=[30]");
        });
        var more = threadsOfTheHub();
        more.removeAll(threads);
        assertThat(more.stream().map(Thread::getName)).hasSizeLessThan(50);
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - before)
                .isLessThan(1L << 30);
        assertThat(door.knock(name, PASSWORD).isSignedIn()).isTrue();
    }

    /// Those that knock have threads of their own, which end some time after they have knocked; and so has what
    /// carries virtual threads: as many as Java wants.
    private static Set<Thread> threadsOfTheHub() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().matches("(knocks-|HttpClient-|ForkJoinPool-\\d+-worker-).*"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void a_stranger_is_asked_to_sign_in_and_the_api_answers_with_a_problem() {
        assertThat(hub.browser().get("/units").text()).contains("Sign-in name");
        var answer = hub.api(null).get("/api/v1/rounds");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
    }
}
