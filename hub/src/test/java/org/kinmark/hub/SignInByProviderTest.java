package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.staff.FirstAdministrator;

/// Signing in with an organisation's account, against an identity provider of the test's own.
class SignInByProviderTest {

    private static final String ISSUER = "council";

    private static MockOAuth2Server provider;
    private static TestHub hub;
    private static String url;

    @BeforeAll
    static void start() {
        provider = new MockOAuth2Server();
        provider.start();
        url = TestDatabase.url();
        hub = TestHub.start(
                url,
                Map.of(
                        "kinmark.oidc.issuer", provider.issuerUrl(ISSUER).toString(),
                        "kinmark.oidc.client-id", "kinmark",
                        "kinmark.oidc.client-secret", "a secret of the test"));
    }

    @AfterAll
    static void stop() {
        hub.close();
        provider.shutdown();
    }

    private static TestHub.Page comeAs(TestHub.Browser browser, String subject) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, subject));
        return browser.get("/oauth2/authorization/provider");
    }

    @Test
    void an_account_that_nobody_invited_is_told_so() {
        var browser = hub.browser();
        assertThat(comeAs(browser, "a-stranger").uri().getPath()).isEqualTo("/not-invited");
        assertThat(browser.get("/units").text()).doesNotContain("Set up a unit");
    }

    @Test
    void an_invitation_binds_an_account_and_from_then_on_it_signs_in() {
        var invited = hub.browser();
        var page = invited.get(hub.part(FirstAdministrator.class).invite("Oda Idee"));
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "account-of-oda"));
        assertThat(page.submit(form -> form).follow("Continue").text())
                .contains("Oda Idee")
                .contains("What waits for you");
        assertThat(comeAs(hub.browser(), "account-of-oda").text()).contains("Oda Idee");
        assertThat(comeAs(hub.browser(), "another-account").uri().getPath()).isEqualTo("/not-invited");
    }

    @Test
    void an_account_that_is_named_as_a_programs_takes_up_no_invitation() throws SQLException {
        var link = hub.part(FirstAdministrator.class).invite("Ida Second");
        try (var connection = TestDatabase.asAdministrator(url);
                var statement = connection.createStatement()) {
            statement.execute("insert into staff.client (unit, id, person, name, issuer, subject)"
                    + " select unit, 'client-of-another', id, 'A program', '" + provider.issuerUrl(ISSUER)
                    + "', 'account-of-a-program' from staff.person limit 1");
        }
        var browser = hub.browser();
        var page = browser.get(link);
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "account-of-a-program"));
        assertThat(page.submit(form -> form).follow("Continue").uri().getPath()).isEqualTo("/not-invited");
    }

    @Test
    void a_provider_that_cannot_be_reached_stops_the_start_in_a_sentence() {
        assertThatThrownBy(() -> TestHub.start(
                                TestDatabase.url(),
                                Map.of(
                                        "kinmark.oidc.issuer", "http://127.0.0.1:9",
                                        "kinmark.oidc.client-id", "kinmark",
                                        "kinmark.oidc.client-secret", "a secret of the test"))
                        .close())
                .satisfies(failure -> assertThat(Running.sentence(failure))
                        .startsWith("The identity provider of KINMARK_OIDC_ISSUER"));
    }

    @Test
    void there_is_no_form_for_a_password() {
        var page = hub.browser().get("/sign-in");
        assertThat(page.document().select("input[type=password]")).isEmpty();
        assertThat(page.text()).contains("Continue to sign in");
    }
}
