package org.kinmark.hub.staff;

/// Whether a route's declaration names somebody.
final class Permission {

    private Permission() {}

    static boolean holds(SignedIn who, AllowedTo allowed) {
        if (allowed.everyone()) {
            return true;
        }
        return switch (who.unit().kind()) {
            case FAMILY_TEAM -> who.has(allowed.team());
            case PARTNERSHIP -> who.has(allowed.partnership());
            case HEALTH_BODY, GP_PRACTICE, CAMHS, AMHS, COMMUNITY_HEALTH, HEALTH_VISITING, ADULT_SOCIAL_CARE ->
                who.has(allowed.health());
        };
    }
}
