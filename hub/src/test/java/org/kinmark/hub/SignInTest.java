package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.staff.FirstAdministrator;

class SignInTest {

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

    @Test
    void a_stranger_is_asked_to_sign_in_and_the_api_answers_with_a_problem() {
        assertThat(hub.browser().get("/units").text()).contains("Sign-in name");
        var answer = hub.api(null).get("/api/v1/rounds");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
    }
}
