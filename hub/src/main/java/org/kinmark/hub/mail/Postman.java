package org.kinmark.hub.mail;

import org.springframework.mail.MailException;

/// Takes a message out of the hub.
sealed interface Postman permits PostmanBySmtp, PostmanToFolder, NoPostman {

    /// Delivers one message, or fails; the same message may come again after a failure.
    ///
    /// @throws MailException where it did not go out
    void deliver(Message message);

    /// Whether it delivers anything: without one, letters are not kept.
    boolean delivers();
}
