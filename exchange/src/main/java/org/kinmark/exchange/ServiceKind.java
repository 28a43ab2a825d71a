package org.kinmark.exchange;

/// What kind of health service is asked.
public enum ServiceKind {
    GP_PRACTICE,
    /// Child and adolescent mental health services.
    CAMHS,
    /// Adult mental health services.
    AMHS,
    COMMUNITY_HEALTH,
    HEALTH_VISITING,
    /// A unit of the council.
    ADULT_SOCIAL_CARE
}
