package org.kinmark.synthetic;

import java.time.LocalDate;
import java.util.Optional;

/// What area is wanted.
///
/// @param families how many families the council's programme has, 1 or more
/// @param services how many services, at least [#FEWEST_SERVICES]
/// @param patients the size of each practice's register, 1 or more
/// @param asOf the only date that anything depends on
public record Order(int families, int services, int patients, long seed, Kind kind, LocalDate asOf) {

    /// Five NHS services for the whole area, the council's adult social care, and one practice.
    public static final int FEWEST_SERVICES = 7;

    private static final int MOST_FAMILIES = 2_000_000;
    private static final int MOST_SERVICES = 10_000;
    /// Less than the NHS Numbers between 900 and 999 that have a check digit, by more than the families can need.
    private static final long MOST_PATIENTS = 70_000_000;

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2150, 12, 31);

    /// What is wrong with the order, in a sentence; empty where nothing is.
    public Optional<String> mistake() {
        if (families < 1 || families > MOST_FAMILIES) {
            return Optional.of("--families must be from 1 to " + MOST_FAMILIES);
        }
        if (services < FEWEST_SERVICES || services > MOST_SERVICES) {
            return Optional.of("--services must be from " + FEWEST_SERVICES + " to " + MOST_SERVICES
                    + ": five NHS services for the whole area, adult social care, and at least one practice");
        }
        long practices = services - FEWEST_SERVICES + 1L;
        if (patients < 1 || practices * patients > MOST_PATIENTS) {
            return Optional.of("--patients must be from 1 to " + MOST_PATIENTS / practices
                    + " with this many practices: no more NHS Numbers for tests are to be had");
        }
        if (asOf.isBefore(EARLIEST) || asOf.isAfter(LATEST)) {
            return Optional.of("--as-of must be from " + EARLIEST + " to " + LATEST);
        }
        return Optional.empty();
    }

    int practices() {
        return services - FEWEST_SERVICES + 1;
    }
}
