package org.kinmark.rules;

import java.util.Optional;

/// Who objected to this sharing.
public enum Objection implements Word {
    NONE(Optional.empty()),
    SELF(Optional.of(Decider.SELF)),
    PARENTAL_RESPONSIBILITY(Optional.of(Decider.PARENTAL_RESPONSIBILITY)),
    ATTORNEY_OR_DEPUTY(Optional.of(Decider.ATTORNEY_OR_DEPUTY));

    private final Optional<Decider> by;

    Objection(Optional<Decider> by) {
        this.by = by;
    }

    /// Who objected, if anybody did.
    public Optional<Decider> by() {
        return by;
    }
}
