package org.kinmark.hub.staff;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.page.Mistake;

/// Which roles one person may hold together. Every act that gives roles asks here, whatever its page offered.
final class RolesHeld {

    private RolesHeld() {}

    /// What is amiss with these roles for somebody of such a unit.
    ///
    /// @param registration the person's; null where they have none
    static Optional<Mistake> amiss(UnitKind kind, Set<Role> roles, @Nullable String registration) {
        if (roles.isEmpty() || !kind.roles().containsAll(roles)) {
            return Optional.of(new Mistake("Select what they will do", "#role"));
        }
        if (roles.contains(Role.ADMINISTRATOR) && roles.size() > 1) {
            return Optional.of(new Mistake(
                    "Choose administrator alone, or other roles: an administrator sees no family", "#role"));
        }
        if (roles.contains(Role.PROFESSIONAL) && registration == null) {
            return Optional.of(new Mistake("Enter the registration number of a professional", "#registration"));
        }
        return Optional.empty();
    }
}
