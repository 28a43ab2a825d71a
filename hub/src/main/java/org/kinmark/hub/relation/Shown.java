package org.kinmark.hub.relation;

import java.util.UUID;

/// A relation as its administrator sees it.
///
/// @param who has it
/// @param about the team's reference of the family; at a service the day its list was sent
/// @param how it came to be known
/// @param since in words
public record Shown(UUID id, String who, String about, String how, String since) {

    @Override
    public String toString() {
        return "Shown[hidden]";
    }
}
