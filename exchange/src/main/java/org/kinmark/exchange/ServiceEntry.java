package org.kinmark.exchange;

import org.jspecify.annotations.Nullable;
import org.kinmark.rules.boundary.ServiceKind;

/// A service that can be asked.
///
/// @param odsCode empty where it has none
/// @param minAge the youngest it knows, in completed years; null where there is no limit, and so the next
public record ServiceEntry(
        String id,
        String name,
        ServiceKind kind,
        String odsCode,
        @Nullable Integer minAge,
        @Nullable Integer maxAge) {}
