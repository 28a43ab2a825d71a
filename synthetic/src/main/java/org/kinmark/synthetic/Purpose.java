package org.kinmark.synthetic;

/// What a stream of chance decides. Each purpose has streams of its own, so that more draws for one change no other.
enum Purpose {
    PLACE,
    NHS_NUMBER,
    FAMILY,
    HOUSEHOLD,
    CULTURE_OF_SECTOR,
    FAMILY_SIZE,
    HEALTH,
    REGISTRATION,
    CRITERIA,
    TEAM_WRITES,
    SERVICE_WRITES,
    MOVED,
    HELD,
    CONDITIONS,
    MIXING,
    FEW_SURNAMES,
    ID;

    /// A number of its own, which hangs on the name and not on the order.
    int number() {
        return name().hashCode();
    }
}
