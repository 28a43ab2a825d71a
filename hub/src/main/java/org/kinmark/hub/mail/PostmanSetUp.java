package org.kinmark.hub.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.kinmark.hub.database.CannotStart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// How mail leaves the hub: by the server that `KINMARK_SMTP_HOST` names, with `KINMARK_SMTP_PORT`,
/// `KINMARK_SMTP_USERNAME`, `KINMARK_SMTP_PASSWORD`, `KINMARK_SMTP_TLS` (`starttls`, `implicit`, or `none` for a server
/// on this machine) and `KINMARK_MAIL_FROM`; in a demonstration into a folder; and else not at all.
@Configuration
class PostmanSetUp {

    private static final int PATIENCE_IN_MILLISECONDS = 10_000;
    private static final int USUAL_PORT = 587;
    private static final int LAST_PORT = 65_535;

    @Bean
    Postman postman(Environment settings) {
        var host = setting(settings, "smtp.host", "");
        if (!host.isEmpty()) {
            return new PostmanBySmtp(server(settings, host), from(setting(settings, "mail.from", "")));
        }
        if (settings.getProperty("kinmark.demonstration", Boolean.class, false)) {
            var data = Path.of(settings.getProperty("kinmark.data", "kinmark-data"));
            return new PostmanToFolder(data.resolve("mail"), from("kinmark@hub.example"));
        }
        return new NoPostman();
    }

    private static String setting(Environment settings, String name, String usual) {
        return settings.getProperty("kinmark." + name, usual).strip();
    }

    private static JavaMailSenderImpl server(Environment settings, String host) {
        var server = new JavaMailSenderImpl();
        server.setHost(host);
        server.setPort(port(setting(settings, "smtp.port", Integer.toString(USUAL_PORT))));
        var properties = new Properties();
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, PATIENCE_IN_MILLISECONDS);
        }
        secure(properties, setting(settings, "smtp.tls", "starttls"), host);
        var user = setting(settings, "smtp.username", "");
        if (!user.isEmpty()) {
            properties.put("mail.smtp.auth", true);
            server.setUsername(user);
            server.setPassword(settings.getProperty("kinmark.smtp.password", ""));
        }
        server.setJavaMailProperties(properties);
        return server;
    }

    private static int port(String typed) {
        int port = typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new CannotStart("KINMARK_SMTP_PORT must be a number from 1 to " + LAST_PORT);
        }
        return port;
    }

    /// Without TLS only to this very machine: a password would go over the network in clear.
    private static void secure(Properties properties, String tls, String host) {
        switch (tls.toLowerCase(Locale.ROOT)) {
            case "starttls" -> {
                properties.put("mail.smtp.starttls.enable", true);
                properties.put("mail.smtp.starttls.required", true);
            }
            case "implicit" -> properties.put("mail.smtp.ssl.enable", true);
            case "none" -> {
                if (!host.matches("localhost|127\\.0\\.0\\.1|::1")) {
                    throw new CannotStart(
                            "KINMARK_SMTP_TLS may be none only where KINMARK_SMTP_HOST is localhost, 127.0.0.1 or ::1");
                }
            }
            default -> throw new CannotStart("KINMARK_SMTP_TLS must be starttls, implicit or none");
        }
    }

    private static InternetAddress from(String typed) {
        try {
            return new InternetAddress(typed, true);
        } catch (AddressException _) {
            throw new CannotStart("KINMARK_MAIL_FROM must be an e-mail address: whom messages are from");
        }
    }
}
