package org.kinmark.hub.familylist;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
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

    /// The same without some families.
    FamilyImport without(Set<String> references) {
        return report == null || references.isEmpty()
                ? this
                : new FamilyImport(id, state, startedBy, startedAt, report.without(references));
    }

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
