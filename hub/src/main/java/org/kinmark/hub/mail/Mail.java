package org.kinmark.hub.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/// A mail whose id is its own name, so that one that is sent twice is known as the same.
final class Mail extends MimeMessage {

    private final String id;

    Mail(Session session, String name) {
        super(session);
        this.id = "<" + name + "@kinmark>";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
