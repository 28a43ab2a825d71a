package org.kinmark.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kinmark.hub.database.TestDatabase;

/// What whoever runs the hub says of the mail server is refused where it is wrong or would send in clear.
class MailSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "smtp.tls, tls, 'KINMARK_SMTP_TLS must be starttls, implicit or none'",
        "smtp.host, mail.council.example, 'KINMARK_SMTP_TLS may be none only where KINMARK_SMTP_HOST is localhost, "
                + "127.0.0.1 or ::1'",
        "smtp.port, 70000, 'KINMARK_SMTP_PORT must be a number from 1 to 65535'",
        "mail.from, nobody at all, 'KINMARK_MAIL_FROM must be an e-mail address: whom messages are from'"
    })
    void a_hub_that_could_not_send_safely_does_not_start(String setting, String value, String sentence) {
        var settings = MailTest.settings(25);
        settings.put("kinmark." + setting, value);
        assertThat(Running.sentence(catchThrowable(() -> TestHub.start(TestDatabase.url(), settings))))
                .isEqualTo(sentence);
    }
}
