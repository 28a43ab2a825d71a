package org.kinmark.hub.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Hands messages to the organisation's mail server.
final class PostmanBySmtp implements Postman {

    private final JavaMailSenderImpl server;
    private final InternetAddress from;

    PostmanBySmtp(JavaMailSenderImpl server, InternetAddress from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public void deliver(Message message) {
        try {
            server.send(message.fill(new Mail(server.getSession(), message.name()), from));
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    @Override
    public boolean delivers() {
        return true;
    }
}
