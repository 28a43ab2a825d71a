package org.kinmark.hub.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An objection as those may see it who were told, or who watch over the form.
///
/// @param by as the rules write it
/// @param nhsNumber null where it was not said
/// @param recordedBy empty where it was said on the form
/// @param endedAt null while it stands
public record Recorded(
        UUID id,
        String by,
        @Nullable String nhsNumber,
        String givenName,
        String familyName,
        LocalDate birthDate,
        String postcode,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant endedAt) {

    /// How many are shown at once.
    public static final int ON_A_PAGE = 200;

    @Override
    public String toString() {
        return "Recorded[hidden]";
    }
}
