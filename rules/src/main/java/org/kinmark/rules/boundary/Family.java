package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A family that a round might ask about.
///
/// @param key which family it is: the same number in every round of the team
/// @param members without those who objected to the team
/// @param declined the day on which it last declined support; empty where it never did
public record Family(int key, List<Member> members, Optional<LocalDate> declined) {

    public Family {
        members = List.copyOf(members);
    }
}
