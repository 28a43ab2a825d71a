package org.kinmark.hub.familylist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Identity;

/// An entry as an earlier import left it.
///
/// @param reference the team's own of the family
/// @param person the key under which the checks know them
/// @param left whether they are in the family no more
/// @param mergedInto the entry of the same family into which a coordinator merged this one; null where none did
/// @param former whether somebody else was entered under this reference since
record StoredMember(
        UUID family,
        String reference,
        String personId,
        UUID person,
        Identity identity,
        String gpPractice,
        String shielded,
        List<String> criteria,
        Instant addedAt,
        boolean cameWithFamily,
        boolean left,
        @Nullable String mergedInto,
        boolean former) {

    /// Hides the person and what the family is known for.
    @Override
    public String toString() {
        return "StoredMember[hidden]";
    }
}
