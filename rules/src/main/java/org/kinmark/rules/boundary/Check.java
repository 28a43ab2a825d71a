package org.kinmark.rules.boundary;

/// A check on a list before it goes, by the name under which a Caldicott Guardian may waive it for a family.
public enum Check {
    SERVICES(true),
    MEMBERS(true),
    EXPLANATIONS(true),
    SUBTRACTION(true),
    AGAIN(true),
    CAP(false),
    INDICATORS(false),
    FAMILIES(false);

    private final boolean waivable;

    Check(boolean waivable) {
        this.waivable = waivable;
    }

    /// Whether it can be waived at all; what concerns a whole round, or was signed, cannot.
    public boolean isWaivable() {
        return waivable;
    }
}
