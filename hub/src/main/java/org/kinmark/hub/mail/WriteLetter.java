package org.kinmark.hub.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.kinmark.hub.database.Side;

/// Writes a letter to a unit in the caller's transaction; it goes out when it is due. The same letter about the same
/// thing is written once.
public final class WriteLetter {

    /// How long after the instant of a round the team is told of it. The release of a large round takes a while, and
    /// how long may depend on what was answered; what is sent must not.
    public static final Duration AFTER_THE_RELEASE = Duration.ofMinutes(15);

    private WriteLetter() {}

    /// Writes it.
    ///
    /// @param about a round or a list: an id that its readers know
    /// @param due also what it says of when it was sent
    public static void to(Side side, UUID unit, Letter letter, UUID about, Instant due) {
        side.sql("""
                        insert into shared.letter (unit, letter, about, due_at) values (:unit, :letter, :about, :due)
                        on conflict do nothing
                        """)
                .param("unit", unit)
                .param("letter", letter.written())
                .param("about", about)
                .param("due", Timestamp.from(due))
                .update();
    }
}
