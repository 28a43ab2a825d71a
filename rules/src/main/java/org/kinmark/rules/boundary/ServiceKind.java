package org.kinmark.rules.boundary;

/// What a service does. Where only one kind could have answered, its kind is the diagnosis.
public enum ServiceKind {
    GP_PRACTICE,
    CAMHS,
    AMHS,
    COMMUNITY_HEALTH,
    HEALTH_VISITING,
    ADULT_SOCIAL_CARE
}
