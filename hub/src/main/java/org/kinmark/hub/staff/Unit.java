package org.kinmark.hub.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit of a legal body: the tenant. Nothing about it is secret.
///
/// @param body the legal body; units that share one with the family team are the team's own council's
/// @param handle what follows the @ in its people's sign-in names
/// @param code its id in `services.csv`; null where it came otherwise
/// @param odsCode null where it has none
/// @param minAge the youngest it knows, in completed years; null where there is no limit, and so the next
/// @param programme a family team's own name for its programme; null for other units
/// @param guardian the health body that lends its Caldicott Guardian; null where none does
public record Unit(
        UUID id,
        UUID body,
        String bodyName,
        String name,
        UnitKind kind,
        String handle,
        @Nullable String code,
        @Nullable String odsCode,
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        @Nullable String programme,
        @Nullable UUID guardian) {}
