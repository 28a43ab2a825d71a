package org.kinmark.rules;

/// What would be shared.
public enum Content implements Word {
    /// Who is in a family: enough to match, and no more.
    FAMILY_LIST,
    /// Yes or silence for the whole family.
    FAMILY_MARK,
    /// What is relevant about one person's health; what a court orders is this too.
    RELEVANT_HEALTH_INFORMATION,
    /// What the family team itself knows about one person.
    SUPPORT_INFORMATION,
    /// More about one person than is relevant.
    HEALTH_RECORD,
    /// Nobody can be identified.
    ANONYMISED_STATISTICS;

    /// Whether the request concerns one person, whose age must then be known.
    public boolean isAboutOnePerson() {
        return switch (this) {
            case RELEVANT_HEALTH_INFORMATION, SUPPORT_INFORMATION, HEALTH_RECORD -> true;
            case FAMILY_LIST, FAMILY_MARK, ANONYMISED_STATISTICS -> false;
        };
    }
}
