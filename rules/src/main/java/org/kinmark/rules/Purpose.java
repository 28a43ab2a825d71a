package org.kinmark.rules;

/// What the information would be used for.
public enum Purpose implements Word {
    /// Steps 1 to 4 of the recommended approach.
    IDENTIFICATION,
    /// A professional refers a family in, or the team refers a person for care.
    REFERRAL,
    /// A family that works with the team: steps 5 and 6.
    SUPPORT,
    /// Between people who provide care.
    DIRECT_CARE,
    /// Anything beyond: research, service management, commissioning.
    EVALUATION
}
