package org.kinmark.exchange;

import java.util.Locale;

/// For what, other than health, a family is known to the team. Never leaves the team.
public enum Criterion {
    CRIME_ANTISOCIAL_BEHAVIOUR,
    SCHOOL_ATTENDANCE,
    CHILDREN_NEED_HELP,
    WORKLESSNESS,
    DOMESTIC_ABUSE;

    /// As a file writes it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
