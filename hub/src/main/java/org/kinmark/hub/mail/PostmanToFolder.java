package org.kinmark.hub.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/// Puts messages into a folder, one file each, for a demonstration.
final class PostmanToFolder implements Postman {

    /// Made once: each looks through the whole class path for what could deliver a mail, of which there is no need.
    private final Session session = Session.getInstance(new Properties());

    private final Path folder;
    private final InternetAddress from;

    PostmanToFolder(Path folder, InternetAddress from) {
        this.folder = folder;
        this.from = from;
    }

    @Override
    public void deliver(Message message) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(message.name() + ".eml");
            var unfinished = folder.resolve(message.name() + ".part");
            Files.write(unfinished, written(message));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MailSendException("the folder of mail cannot be written", e);
        }
    }

    private byte[] written(Message message) throws IOException {
        try {
            var bytes = new ByteArrayOutputStream();
            var mail = message.fill(new Mail(session, message.name()), from);
            mail.saveChanges();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    @Override
    public boolean delivers() {
        return true;
    }
}
