package org.kinmark.hub.round;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.familylist.KnownMember;

/// Families that are asked about as they were last time: who of each went to which services then, by the team's own
/// references.
///
/// @param listed for each family, for each `person_id`, the services
record LastTime(Map<UUID, Map<String, Set<UUID>>> listed) {

    LastTime {
        listed = Map.copyOf(listed);
    }

    /// Whether a family is asked about so.
    boolean isOf(UUID family) {
        return listed.containsKey(family);
    }

    /// The services that may get a member, none for somebody who was not listed then; empty where their family is
    /// asked about as things are now.
    Optional<Set<UUID>> only(KnownMember member) {
        return Optional.ofNullable(listed.get(member.family()))
                .map(people -> people.getOrDefault(member.personId(), Set.of()));
    }
}
