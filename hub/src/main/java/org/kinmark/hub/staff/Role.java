package org.kinmark.hub.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member of staff does in their unit. One person may hold several, in one unit only.
public enum Role {
    /// Looks after the unit's own staff; sees no family.
    ADMINISTRATOR("Administrator", "Invites the unit’s staff. Sees no family."),
    COORDINATOR("Coordinator", "Agrees with services, imports families, opens rounds."),
    KEY_WORKER("Key worker", "Approaches families."),
    /// Prepares and uploads; judges nothing.
    SERVICE_LEAD("Service lead", "Prepares lists and uploads."),
    /// Judges and declares, by name and registration number.
    PROFESSIONAL("Professional", "Judges and declares, with a registration number."),
    CALDICOTT_GUARDIAN("Caldicott Guardian", "Endorses agreements and decides exceptions."),
    SENIOR_MANAGER("Senior manager", "Signs agreements and advises."),
    SENIOR_CLINICIAN("Senior clinician", "Signs agreements and advises."),
    SENIOR_SOCIAL_CARE_MANAGER("Senior social care manager", "Advises on whether to share."),
    INFORMATION_GOVERNANCE_LEAD("Information governance lead", "Reads the audit."),
    EVALUATOR("Evaluator", "Sees counts that identify nobody."),
    AUDITOR("Auditor", "Checks that the record is whole.");

    private final String title;

    private final String duty;

    Role(String title, String duty) {
        this.title = title;
        this.duty = duty;
    }

    /// What it is for, in a sentence.
    String duty() {
        return duty;
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
