package org.kinmark.rules.boundary;

/// What can be done about a family that a check kept off.
public enum Mend {
    /// Ask with the same people, indicators and services as last time: that tells nothing new.
    ASK_AS_LAST_TIME,
    /// Leave it for a later round.
    HOLD,
    /// Approach the family first, and ask its services with consent.
    CONSENT_FIRST
}
