package org.kinmark.rules.boundary;

/// A number that a round must reach before anything goes out or comes back. An agreement may ask for more, and for less
/// only down to the floor.
public enum Limit {
    /// Services asked about a family: the only kind that answers would be the diagnosis.
    SERVICES_ASKED(3, 2),
    KINDS_ASKED(2, 2),
    /// Indicators in the agreement: one alone would be the problem itself.
    INDICATORS(3, 2),
    INDICATOR_GROUPS(2, 2),
    /// Members of a family who are listed: one alone would be the person.
    MEMBERS_LISTED(2, 2),
    /// What the explanations of a question are spread over: an indicator that fits one member only would be that
    /// member.
    EXPLAINING_MEMBERS(2, 2),
    EXPLAINING_INDICATORS(3, 2),
    EXPLAINING_KINDS(2, 2),
    /// Families in a round: a round about one family would be about that family.
    FAMILIES_IN_ROUND(10, 10),
    /// Months until a family is asked about again: neither watching nor wearing down.
    MONTHS_BETWEEN(6, 3),
    MONTHS_AFTER_DECLINING(12, 12),
    /// Services that answered in the round.
    SERVICES_ANSWERED(3, 2);

    private final int standard;
    private final int floor;

    Limit(int standard, int floor) {
        this.standard = standard;
        this.floor = floor;
    }

    /// What holds where the agreement says nothing.
    public int standard() {
        return standard;
    }

    /// Under this no agreement goes.
    public int floor() {
        return floor;
    }
}
