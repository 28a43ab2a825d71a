package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.staff.FirstAdministrator;

/// Tokens of an identity provider that are right but for one thing: nobody signs in by one, and no program calls
/// the API.
class ProvidersTokensTest {

    private static ForgingProvider provider;
    private static TestHub hub;
    private static TestHub.Browser administrator;

    @BeforeAll
    static void start() {
        provider = new ForgingProvider();
        hub = TestHub.start(
                TestDatabase.url(),
                Map.of(
                        "kinmark.oidc.issuer", provider.issuer(),
                        "kinmark.oidc.client-id", "kinmark",
                        "kinmark.oidc.client-secret", "a secret of the test"));
        administrator = takeUp(hub.part(FirstAdministrator.class).invite("Ada Clerk"), "account");
        var link = administrator
                .get("/staff/new")
                .submit(form -> form.set("name", "Lea Dee")
                        .set("signInName", "lea.dee")
                        .set("role", "information_governance_lead"))
                .document()
                .expectFirst("#link")
                .text();
        takeUp(link, "account-of-lea");
        assertThat(program("Case system", "program").text()).contains("The program may call the API");
    }

    @AfterAll
    static void stop() {
        hub.close();
        provider.close();
    }

    private static TestHub.Browser takeUp(String link, String account) {
        provider.forge(its -> its.signed(its.claims().subject(account).build()));
        var browser = hub.browser();
        var home = browser.get(link).submit(form -> form).follow("Continue");
        assertThat(home.text()).contains("What waits for you");
        return browser;
    }

    private static TestHub.Page program(String name, String subject) {
        var page = administrator.get("/staff/clients/new");
        return page.submit(form -> form.set("name", name)
                .set(
                        "person",
                        page.document().expectFirst("option:contains(Lea Dee)").val())
                .set("role", "information_governance_lead")
                .set("subject", subject));
    }

    /// What is wrong with each, by name.
    private static Map<String, Function<ForgingProvider, String>> wrong(String subject) {
        var wrong = new LinkedHashMap<String, Function<ForgingProvider, String>>();
        wrong.put("of another issuer", with(claims -> claims.subject(subject).issuer("http://127.0.0.1:9")));
        wrong.put("for another audience", with(claims -> claims.subject(subject).audience("another-hub")));
        wrong.put("for nobody", with(claims -> claims.subject(subject).audience((String) null)));
        wrong.put(
                "expired",
                with(claims -> claims.subject(subject)
                        .issueTime(ago(Duration.ofHours(2)))
                        .expirationTime(ago(Duration.ofHours(1)))));
        wrong.put("not yet valid", with(claims -> claims.subject(subject).notBeforeTime(ago(Duration.ofHours(-1)))));
        wrong.put("unsigned", ForgingProvider::unsigned);
        wrong.put("of an unknown key", its -> its.signedByAnother("unknown"));
        wrong.put("of another key by the name of the known", its -> its.signedByAnother("known"));
        wrong.put("signed by what everybody has", ForgingProvider::signedByWhatEverybodyHas);
        return wrong;
    }

    private static Function<ForgingProvider, String> with(Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> change) {
        return its -> its.signed(change.apply(its.claims()).build());
    }

    private static Date ago(Duration before) {
        return Date.from(Instant.now().minus(before));
    }

    private static int call(String token) {
        return hub.api(token).get("/api/v1/audit").status();
    }

    private static String tokenOf(String subject) {
        return provider.signed(provider.claims().subject(subject).build());
    }

    @Test
    void a_named_program_calls_the_api_as_the_person_and_in_the_roles_that_were_chosen() {
        assertThat(call(tokenOf("program"))).isEqualTo(200);
        assertThat(hub.api(tokenOf("program")).get("/api/v1/audit").text()).contains("Lea Dee, through Case system");
        assertThat(hub.api(tokenOf("program")).get("/api/v1/lists").status()).isEqualTo(404);
    }

    @Test
    void a_token_with_anything_wrong_about_it_calls_nothing() {
        wrong("program").forEach((what, made) -> {
            var answer = hub.api(made.apply(provider)).get("/api/v1/audit");
            assertThat(answer.status()).as(what).isEqualTo(401);
            assertThat(answer.type()).as(what).startsWith("application/problem+json");
        });
        assertThat(call(tokenOf("another-program")))
                .as("of a client that nobody named")
                .isEqualTo(401);
        assertThat(call(tokenOf("account-of-lea"))).as("of a person").isEqualTo(401);
        assertThat(call("not a token")).as("none at all").isEqualTo(401);
    }

    @Test
    void nobody_signs_in_by_a_token_with_anything_wrong_about_it() {
        var tried = wrong("account");
        tried.put("of another sign-in", with(claims -> claims.claim("nonce", "another")));
        // Spring leaves this one to whoever issues it.
        tried.remove("not yet valid");
        tried.forEach((what, made) -> {
            provider.forge(made);
            var browser = hub.browser();
            assertThat(browser.get("/oauth2/authorization/provider").uri().getPath())
                    .as(what)
                    .isEqualTo("/sign-in");
            assertThat(browser.get("/units").text()).as(what).doesNotContain("Set up a unit");
        });
        provider.forge(ForgingProvider::right);
        assertThat(hub.browser().get("/oauth2/authorization/provider").text()).contains("Ada Clerk");
    }

    @Test
    void an_ended_program_calls_nothing_whatever_token_it_has() {
        program("Short-lived", "short-lived");
        var token = tokenOf("short-lived");
        assertThat(call(token)).isEqualTo(200);
        var listed = administrator.get("/staff/clients");
        assertThat(listed.text()).contains("Short-lived");
        listed.submit("tr:contains(Short-lived) form", form -> form);
        assertThat(call(token)).isEqualTo(401);
        var lines = hub.api(tokenOf("program")).get("/api/v1/audit").text();
        assertThat(lines).contains("client_created", "client_ended");
        assertThat(program("Short-lived again", "short-lived").text()).contains("The program may call the API");
    }

    @Test
    void a_program_is_one_clients_alone_acts_as_somebody_there_and_is_no_persons_account() {
        for (var subject : List.of("program", "account-of-lea", "account", " ")) {
            var answer = program("Another", subject);
            assertThat(answer.status()).as(subject).isEqualTo(422);
            assertThat(answer.text()).contains("which is nobody else’s");
        }
        var page = administrator.get("/staff/clients/new");
        assertThat(page.document().select("#person option").eachText())
                .as("no administrator can be chosen")
                .noneMatch(text -> text.contains("Ada"));
        assertThat(page.submit(form -> form.set("name", "Nobody's")
                                .set("role", "information_governance_lead")
                                .set("subject", "new-program"))
                        .status())
                .isEqualTo(422);
        var ada = administrator
                .get("/staff")
                .document()
                .expectFirst("main a:contains(Ada Clerk)")
                .attr("href")
                .replace("/staff/", "");
        assertThat(page.submit(form -> form.set("name", "Administrator's")
                                .set("person", ada)
                                .set("role", "administrator")
                                .set("subject", "new-program"))
                        .status())
                .isEqualTo(422);
        assertThat(page.submit(form -> form.set("name", "More than theirs")
                                .set(
                                        "person",
                                        page.document()
                                                .expectFirst("option:contains(Lea)")
                                                .val())
                                .set("role", "administrator", "information_governance_lead")
                                .set("subject", "new-program"))
                        .status())
                .isEqualTo(422);
    }
}
