package org.kinmark.hub.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// A letter to one person.
///
/// @param about a round or a list, so that whoever gets it twice can tell
/// @param sentAt when it was due, not when it happened to go out
record Message(Letter letter, UUID about, UUID person, String address, Instant sentAt) {

    /// Fills a mail. Two that say the same have the same bytes but for the address.
    MimeMessage fill(MimeMessage mail, InternetAddress from) throws MessagingException {
        mail.setFrom(from);
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(address));
        mail.setSubject(letter.subject(), StandardCharsets.US_ASCII.name());
        mail.setSentDate(Date.from(sentAt));
        mail.setText(letter.text(), StandardCharsets.US_ASCII.name());
        // No program answers it with "I am away".
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// What makes it one message, however often it is sent.
    String name() {
        return letter.written() + "." + about + "." + sentAt.getEpochSecond() + "." + person;
    }

    @Override
    public String toString() {
        return "Message[hidden]";
    }
}
