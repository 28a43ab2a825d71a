package org.kinmark.hub.marking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.round.Round;

/// A list as its service knows it.
///
/// @param teamName the family team that asks
/// @param families how many it asks about; 0 once the round is over and the list is gone
/// @param declaredAt null while nobody has declared
/// @param declaredBy null as that
/// @param remindedAt when the service was reminded of the closing that comes next; null where it was not
public record MyList(
        UUID unit,
        UUID ref,
        String teamName,
        Round round,
        int families,
        @Nullable Instant declaredAt,
        @Nullable String declaredBy,
        @Nullable Instant remindedAt) {

    /// Whether a professional's declaration stands.
    public boolean isDeclared() {
        return declaredAt != null;
    }
}
