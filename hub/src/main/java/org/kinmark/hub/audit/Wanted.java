package org.kinmark.hub.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries of a unit's audit are looked for; everything where nothing is said.
///
/// @param from the first moment; null for the first entry
/// @param until the moment after the last; null for now
/// @param act null for any
/// @param actor the key of the member of staff who acted; null for anybody
/// @param byTheHub whether only what the hub itself did is looked for
/// @param object what it was done to, as the entries have it; null for anything
/// @param before entries with a lower number only: the page after one that ended there
public record Wanted(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Act act,
        @Nullable UUID actor,
        boolean byTheHub,
        @Nullable String object,
        long before) {}
