package org.kinmark.hub.audit;

import java.util.UUID;

/// Somebody who acted for a unit.
///
/// @param key random, and the same in every entry
/// @param name as their newest entry has it
public record Known(UUID key, String name) {

    @Override
    public String toString() {
        return "Known[hidden]";
    }
}
