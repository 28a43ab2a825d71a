package org.kinmark.hub.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acted, and in whose audit it is kept.
///
/// @param ofTheTeam whether the unit is a family team: the two sides keep their audit apart
/// @param person null where the hub itself acted, at an instant that was fixed before
/// @param role the role in which they acted; null where it was none in particular
public record Actor(
        UUID unit,
        boolean ofTheTeam,
        @Nullable UUID person,
        String name,
        @Nullable String role) {

    /// The hub itself, in a unit's audit.
    public static Actor theHub(UUID unit, boolean ofTheTeam) {
        return new Actor(unit, ofTheTeam, null, "The hub", null);
    }

    /// The same, in the audit of a unit to which the partnership does something.
    public Actor ofThePartnershipIn(UUID other, boolean isTheTeam) {
        return new Actor(other, isTheTeam, person, person == null ? name : name + " (partnership)", role);
    }

    @Override
    public String toString() {
        return "Actor[hidden]";
    }
}
