package org.kinmark.rules;

import java.util.List;

/// A person in the holder's organisation whom a decision may be referred to, and whose approval is recorded.
public enum Adviser implements Word {
    CALDICOTT_GUARDIAN,
    SENIOR_MANAGER,
    SENIOR_CLINICIAN,
    SENIOR_SOCIAL_CARE_MANAGER;

    /// Whom rule 4 names for advice on its exceptions.
    static final List<Adviser> THREE_ADVISERS =
            List.of(CALDICOTT_GUARDIAN, SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER);

    /// Who may judge whether a child understands.
    static final List<Adviser> TWO_SENIORS = List.of(SENIOR_CLINICIAN, SENIOR_SOCIAL_CARE_MANAGER);

    /// Whom rule 3 names for what cannot be anonymous.
    static final List<Adviser> GUARDIAN_OR_MANAGER = List.of(CALDICOTT_GUARDIAN, SENIOR_MANAGER);

    /// The Caldicott Guardian alone.
    static final List<Adviser> GUARDIAN = List.of(CALDICOTT_GUARDIAN);
}
