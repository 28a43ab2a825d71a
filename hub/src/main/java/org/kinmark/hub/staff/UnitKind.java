package org.kinmark.hub.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kinmark.rules.boundary.ServiceKind;

/// What a unit is. It decides on which side of the boundary its people stand.
public enum UnitKind {
    /// Runs the hub for everyone: sets units up, and sees nothing else.
    PARTNERSHIP("Partnership"),
    FAMILY_TEAM("Family team"),
    /// Endorses agreements, and lends its Caldicott Guardian to units that have none.
    HEALTH_BODY("Health body"),
    GP_PRACTICE("GP practice"),
    CAMHS("Child and adolescent mental health service"),
    AMHS("Adult mental health service"),
    COMMUNITY_HEALTH("Community health service"),
    HEALTH_VISITING("Health visiting"),
    ADULT_SOCIAL_CARE("Adult social care");

    private final String title;

    UnitKind(String title) {
        this.title = title;
    }

    /// As a page names it.
    public String title() {
        return title;
    }

    /// As the database and `services.csv` write it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether its people are the team, with evaluators and auditors who work for it.
    public boolean isTheTeam() {
        return this == FAMILY_TEAM;
    }

    /// Whether its people stand on the health side, as a council's own care services do.
    public boolean isOnTheHealthSide() {
        return this != FAMILY_TEAM && this != PARTNERSHIP;
    }

    /// Whether nobody may work in a unit of this kind and in one of that: the team, the health side and the
    /// partnership.
    boolean isApartFrom(UnitKind other) {
        return isTheTeam() != other.isTheTeam() || isOnTheHealthSide() != other.isOnTheHealthSide();
    }

    /// What it is to the rules; empty where it is never asked about a family.
    public Optional<ServiceKind> asService() {
        return switch (this) {
            case PARTNERSHIP, FAMILY_TEAM, HEALTH_BODY -> Optional.empty();
            case GP_PRACTICE -> Optional.of(ServiceKind.GP_PRACTICE);
            case CAMHS -> Optional.of(ServiceKind.CAMHS);
            case AMHS -> Optional.of(ServiceKind.AMHS);
            case COMMUNITY_HEALTH -> Optional.of(ServiceKind.COMMUNITY_HEALTH);
            case HEALTH_VISITING -> Optional.of(ServiceKind.HEALTH_VISITING);
            case ADULT_SOCIAL_CARE -> Optional.of(ServiceKind.ADULT_SOCIAL_CARE);
        };
    }

    /// The roles that its people may hold.
    public Set<Role> roles() {
        return switch (this) {
            case PARTNERSHIP -> Set.of(Role.ADMINISTRATOR, Role.INFORMATION_GOVERNANCE_LEAD);
            case FAMILY_TEAM ->
                Set.of(
                        Role.ADMINISTRATOR,
                        Role.COORDINATOR,
                        Role.KEY_WORKER,
                        Role.CALDICOTT_GUARDIAN,
                        Role.SENIOR_MANAGER,
                        Role.SENIOR_SOCIAL_CARE_MANAGER,
                        Role.INFORMATION_GOVERNANCE_LEAD,
                        Role.EVALUATOR,
                        Role.AUDITOR);
            case HEALTH_BODY ->
                Set.of(
                        Role.ADMINISTRATOR,
                        Role.CALDICOTT_GUARDIAN,
                        Role.SENIOR_MANAGER,
                        Role.INFORMATION_GOVERNANCE_LEAD);
            case GP_PRACTICE, CAMHS, AMHS, COMMUNITY_HEALTH, HEALTH_VISITING ->
                Set.of(
                        Role.ADMINISTRATOR,
                        Role.SERVICE_LEAD,
                        Role.PROFESSIONAL,
                        Role.CALDICOTT_GUARDIAN,
                        Role.SENIOR_MANAGER,
                        Role.SENIOR_CLINICIAN,
                        Role.INFORMATION_GOVERNANCE_LEAD);
            case ADULT_SOCIAL_CARE ->
                Set.of(
                        Role.ADMINISTRATOR,
                        Role.SERVICE_LEAD,
                        Role.PROFESSIONAL,
                        Role.CALDICOTT_GUARDIAN,
                        Role.SENIOR_MANAGER,
                        Role.SENIOR_SOCIAL_CARE_MANAGER,
                        Role.INFORMATION_GOVERNANCE_LEAD);
        };
    }

    /// The kind that is written so.
    ///
    /// @throws IllegalArgumentException where there is none: only the database is read so
    static UnitKind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
