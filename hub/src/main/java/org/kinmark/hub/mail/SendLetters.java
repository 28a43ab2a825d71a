package org.kinmark.hub.mail;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.kinmark.hub.database.StaffSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sends what is due, each letter in a transaction of its own: a mail server that is slow or away holds up nothing
/// else, least of all a release. What could not be sent is tried again for three days. A hub that dies between the
/// server's
/// taking a message and the commit sends it again, under the same id.
@Component
public class SendLetters {

    private static final Logger LOG = LoggerFactory.getLogger(SendLetters.class);
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration OF_USE = Duration.ofDays(3);
    /// One address that is refused keeps no message from others; a server that is away is not waited for by each.
    private static final int ENOUGH = 3;

    private final StaffSide db;
    private final Letters letters;
    private final Postman postman;
    private final ReentrantLock sending = new ReentrantLock();

    SendLetters(StaffSide db, Letters letters, Postman postman) {
        this.db = db;
        this.letters = letters;
        this.postman = postman;
    }

    /// At a fixed rate, so that it is not in the queue of what the clockwork does.
    @Scheduled(fixedRate = 5_000)
    void look() {
        if (sending.tryLock()) {
            try {
                sendAll();
            } catch (RuntimeException e) {
                LOG.error(
                        "Mail could not be looked through, and is tried again: {}",
                        e.getClass().getName());
            } finally {
                sending.unlock();
            }
        }
    }

    /// Sends everything that is due now, and returns when it is done.
    public void whatIsDue() {
        sending.lock();
        try {
            sendAll();
        } finally {
            sending.unlock();
        }
    }

    private void sendAll() {
        while (db.actForAll(() -> letters.next().map(this::send).orElse(false))) {
            // As long as there is one.
        }
    }

    private boolean send(Letters.Due due) {
        if (!postman.delivers() || letters.now().isAfter(due.dueAt().plus(OF_USE))) {
            letters.done(due);
            return true;
        }
        int failures = 0;
        for (var message : letters.messages(due)) {
            if (failures < ENOUGH && !send(due, message)) {
                failures++;
            }
        }
        if (failures > 0) {
            letters.later(due, WAIT);
        } else {
            letters.done(due);
        }
        return true;
    }

    private boolean send(Letters.Due due, Message message) {
        try {
            postman.deliver(message);
        } catch (MailException e) {
            // Only the kind of it: a server's words may quote an address.
            LOG.warn("A message could not be sent yet: {}", e.getClass().getSimpleName());
            return false;
        }
        letters.sent(due, message.person());
        return true;
    }
}
