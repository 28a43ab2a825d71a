package org.kinmark.hub.relation;

import java.util.Optional;

/// The team's own reference of a family, as somebody gives it: there need be no such family.
record Reference(String text) {

    private static final int LONGEST = 200;

    /// What was typed, without spaces around it; empty where that is nothing, or too long for a reference.
    static Optional<Reference> of(String typed) {
        var text = typed.strip();
        return text.isEmpty() || text.length() > LONGEST ? Optional.empty() : Optional.of(new Reference(text));
    }

    @Override
    public String toString() {
        return "Reference[hidden]";
    }
}
