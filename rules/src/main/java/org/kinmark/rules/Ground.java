package org.kinmark.rules;

/// The exception that the holder's professional relies on.
public enum Ground implements Word {
    NONE,
    LEGAL_REQUIREMENT,
    PUBLIC_INTEREST,
    CHILD_AT_RISK_OF_SIGNIFICANT_HARM,
    ADULT_AT_RISK_OF_SERIOUS_HARM,
    BEST_INTERESTS;

    /// One of the two grounds of harm.
    boolean isHarm() {
        return this == CHILD_AT_RISK_OF_SIGNIFICANT_HARM || this == ADULT_AT_RISK_OF_SERIOUS_HARM;
    }
}
