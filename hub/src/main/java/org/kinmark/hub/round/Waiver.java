package org.kinmark.hub.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.rules.boundary.Check;

/// A check waived, or to be waived, for some families.
///
/// @param team who asks
/// @param guardian the unit whose Caldicott Guardian decides
/// @param granted null while it waits, and so the next four
public record Waiver(
        UUID id,
        String team,
        UUID agreement,
        int version,
        Check check,
        int families,
        String reason,
        String requestedBy,
        Instant requestedAt,
        String guardian,
        @Nullable Boolean granted,
        @Nullable String decidedBy,
        @Nullable String decision,
        @Nullable Instant decidedAt,
        @Nullable LocalDate expiresOn) {

    /// Whether it waits for its Guardian.
    public boolean isWaiting() {
        return granted == null;
    }

    /// What the check says, in a few words.
    public String title() {
        return Words.title(check);
    }

    @Override
    public String toString() {
        return "Waiver[hidden]";
    }
}
