package org.kinmark.hub.round;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round to be: the body of `previewRound` and `openRound`.
///
/// @param criteria how many criteria a family meets at least, 1 to 5
/// @param closesAt when services have to have declared; null for four weeks from now
/// @param secondClosesAt when they have to where too few had by then; null for two weeks later
/// @param releasesAt the one instant at which all bits appear; null for a day after that
public record NewRound(
        UUID agreement,
        int criteria,
        @Nullable Instant closesAt,
        @Nullable Instant secondClosesAt,
        @Nullable Instant releasesAt) {}
