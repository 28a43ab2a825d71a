package org.kinmark.hub.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member of staff does in their unit. One person may hold several, in one unit only.
public enum Role {
    /// Looks after the unit's own staff; sees no family.
    ADMINISTRATOR("Administrator"),
    COORDINATOR("Coordinator"),
    KEY_WORKER("Key worker"),
    /// Prepares and uploads; judges nothing.
    SERVICE_LEAD("Service lead"),
    /// Judges and declares, by name and registration number.
    PROFESSIONAL("Professional"),
    CALDICOTT_GUARDIAN("Caldicott Guardian"),
    SENIOR_MANAGER("Senior manager"),
    SENIOR_CLINICIAN("Senior clinician"),
    SENIOR_SOCIAL_CARE_MANAGER("Senior social care manager"),
    INFORMATION_GOVERNANCE_LEAD("Information governance lead"),
    EVALUATOR("Evaluator"),
    AUDITOR("Auditor");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /// As a page names it.
    public String title() {
        return title;
    }

    /// As the database and the API write it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role that is written so.
    public static Optional<Role> of(String written) {
        return Arrays.stream(values())
                .filter(role -> role.written().equals(written))
                .findFirst();
    }
}
