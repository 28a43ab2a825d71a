package org.kinmark.hub.staff;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.page.NotFound;

/// A member of staff who is signed in, as every act is told who does it. Read afresh for each request.
///
/// @param registration the professional's registration number; null where they have none
/// @param client the program that acts as them; null where they act themselves, or in a demonstration as if
public record SignedIn(
        UUID person,
        String name,
        @Nullable String registration,
        Unit unit,
        Set<Role> roles,
        @Nullable String client) {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /// The unit for which they act.
    public UUID unitId() {
        return unit.id();
    }

    /// Whether they hold one of these.
    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /// As the audit names them.
    ///
    /// @param in the first of these that they hold is the role in which they act
    public Actor actor(Role... in) {
        return new Actor(
                unit.id(),
                unit.kind().isTheTeam(),
                person,
                client == null ? name : name + ", through " + client,
                Arrays.stream(in)
                        .filter(roles::contains)
                        .map(Role::written)
                        .findFirst()
                        .orElse(null));
    }

    /// As the audit of another unit names somebody of the partnership.
    Actor actorIn(Unit other, Role... in) {
        return actor(in).ofThePartnershipIn(other.id(), other.kind().isTheTeam());
    }

    /// For acts that are a role's alone, whatever route led to them.
    void require(Role role) {
        if (!has(role)) {
            throw new NotFound();
        }
    }

    /// The same, for what is the partnership's alone.
    void requirePartnership(Role role) {
        require(role);
        if (unit.kind() != UnitKind.PARTNERSHIP) {
            throw new NotFound();
        }
    }

    /// Says nothing about the person.
    @Override
    public String toString() {
        return "SignedIn[hidden]";
    }
}
