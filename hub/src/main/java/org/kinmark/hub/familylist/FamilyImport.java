package org.kinmark.hub.familylist;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One import of `families.csv`.
///
/// @param report null while it runs
public record FamilyImport(
        UUID id,
        State state,
        String startedBy,
        Instant startedAt,
        @Nullable ImportReport report) {

    /// How far it is.
    public enum State {
        RUNNING,
        REFUSED,
        TO_CONFIRM,
        DONE,
        GIVEN_UP;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
