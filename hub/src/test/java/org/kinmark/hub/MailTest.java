package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kinmark.hub.database.TestDatabase;
import org.kinmark.hub.mail.SendLetters;
import org.kinmark.hub.release.Clockwork;
import org.kinmark.hub.staff.DemonstrationAccounts;

/// What the hub writes to its staff, by a real mail server: to whom, when, and always the same words.
class MailTest {

    private static final String OVER = "A round is over";
    private static final String WAITS = "A list waits for your service";
    private static final String SOON = "A list of your service closes soon";
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @SuppressWarnings("NullAway.Init")
    private TestHub hub;

    @SuppressWarnings("NullAway.Init")
    private Area area;

    @BeforeEach
    void start() {
        server.start();
        hub = TestHub.start(TestDatabase.url(), settings(server.getSmtp().getPort()));
        area = Area.setUp(hub);
    }

    /// What a hub is told of a mail server on this machine.
    static Map<String, Object> settings(int port) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("kinmark.smtp.host", "127.0.0.1");
        settings.put("kinmark.smtp.port", port);
        settings.put("kinmark.smtp.tls", "none");
        settings.put("kinmark.mail.from", "kinmark@council.example");
        return settings;
    }

    @AfterEach
    void stop() {
        hub.close();
        server.stop();
    }

    @Test
    void the_whole_team_is_told_a_quarter_of_an_hour_after_the_release_and_nobody_else()
            throws MessagingException, IOException {
        openRound();
        area.mark(Area.PRACTICE, "Family3");
        area.mark(Area.CAMHS);
        area.mark(Area.COMMUNITY);
        hub.moveOn(Duration.ofDays(29));
        var release = hub.now();
        hub.part(Clockwork.class).whatIsDue();
        assertThat(sent(OVER)).as("at the release").isEmpty();
        hub.moveOn(A_QUARTER.minusSeconds(1));
        assertThat(sent(OVER)).as("a second too early").isEmpty();
        hub.moveOn(Duration.ofSeconds(1));
        var told = sent(OVER);
        assertThat(told.stream().map(MailTest::to)).containsExactlyInAnyOrderElementsOf(area.addressesOf(Area.TEAM));
        for (var mail : told) {
            assertThat(mail.getSentDate().toInstant()).isEqualTo(release.plus(A_QUARTER));
            assertThat(mail.getContent()).isEqualTo(told.getFirst().getContent());
        }
    }

    @Test
    void a_round_that_was_void_is_told_of_in_the_same_words() throws MessagingException, IOException {
        openRound();
        hub.moveOn(Duration.ofDays(28));
        hub.part(Clockwork.class).whatIsDue();
        hub.part(Clockwork.class).whatIsDue();
        hub.moveOn(Duration.ofDays(2));
        assertThat(sent(OVER))
                .hasSameSizeAs(area.addressesOf(Area.TEAM))
                .allSatisfy(mail -> assertThat(mail.getContent())
                        .isEqualTo(
                                "A round of your team is over. Sign in as you usually do to see what came of it.\r\n\r\n"
                                        + "This message was written by a program. Please do not answer it."));
    }

    @Test
    void services_are_told_of_a_list_and_reminded_until_they_declare() {
        openRound();
        assertThat(toOf(WAITS)).isEqualTo(judgesOf(Area.SERVICES));
        area.mark(Area.PRACTICE, "Family3");
        hub.moveOn(Duration.ofDays(12));
        hub.part(Clockwork.class).whatIsDue();
        hub.part(Clockwork.class).whatIsDue();
        assertThat(toOf(SOON)).isEqualTo(judgesOf(List.of(Area.CAMHS, Area.AMHS, Area.COMMUNITY, Area.SOCIAL_CARE)));
        assertThat(sent(SOON)).hasSize(8);
    }

    @Test
    void a_server_that_is_away_loses_nothing_and_doubles_nothing() {
        openRound();
        int port = server.getSmtp().getPort();
        server.stop();
        hub.part(SendLetters.class).whatIsDue();
        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            hub.part(SendLetters.class).whatIsDue();
            assertThat(back.getReceivedMessages())
                    .as("before the minute is over")
                    .isEmpty();
            for (int minute = 0; minute < 2; minute++) {
                hub.moveOn(Duration.ofMinutes(1));
                hub.part(SendLetters.class).whatIsDue();
                assertThat(Arrays.stream(back.getReceivedMessages()).map(MailTest::id))
                        .hasSize(judgesOf(Area.SERVICES).size())
                        .doesNotHaveDuplicates();
            }
        } finally {
            back.stop();
        }
    }

    @Test
    void what_is_three_days_late_is_not_sent() {
        openRound();
        hub.moveOn(Duration.ofDays(4));
        assertThat(sent(WAITS)).isEmpty();
    }

    @Test
    void everybody_says_where_the_hub_writes_to_them() {
        var key = area.credential(Area.CAMHS, "professional");
        var browser = signIn(key);
        var page = browser.get("/account");
        assertThat(page.document().select("#address").val()).isEqualTo(key.username() + ".example");
        for (var wrong : List.of("nobody", "a@b", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example")) {
            var again = page.submit("main form", form -> form.set("address", wrong));
            assertThat(again.status())
                    .as("an address with something else in it")
                    .isEqualTo(422);
            assertThat(again.text()).contains("Enter an e-mail address, like name@example.com");
        }
        assertThat(page.submit("main form", form -> form.set("address", " own@work.example "))
                        .text())
                .contains("The hub writes to this address");
        assertThat(signIn(area.credential(Area.CAMHS, "service_lead"))
                        .get("/account")
                        .submit("main form", form -> form.set("address", ""))
                        .text())
                .contains("The hub does not write to you");
        openRound();
        assertThat(toOf(WAITS))
                .contains("own@work.example")
                .doesNotContain(key.username() + ".example", "service-lead@riverside-camhs.example");
    }

    private void openRound() {
        var agreement = area.agreementInForce();
        area.importFamilies(12);
        area.openRound(agreement);
    }

    private TestHub.Browser signIn(DemonstrationAccounts.Credential who) {
        var browser = hub.browser();
        browser.get("/sign-in").submit(form -> form.set("name", who.username()).set("password", who.password()));
        return browser;
    }

    /// Everything with this subject that has arrived by now.
    private List<MimeMessage> sent(String subject) {
        hub.part(SendLetters.class).whatIsDue();
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> header(mail, "Subject").equals(subject))
                .toList();
    }

    private Set<String> toOf(String subject) {
        return sent(subject).stream().map(MailTest::to).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> judgesOf(List<String> services) {
        return services.stream()
                .flatMap(service -> Stream.of("professional", "service_lead")
                        .map(role -> area.credential(service, role).username() + ".example"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String to(MimeMessage mail) {
        return header(mail, "To");
    }

    private static String id(MimeMessage mail) {
        return header(mail, "Message-ID");
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name)[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
