package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/// A question of a round that was not void.
///
/// @param family whose it was, as in [Family]
/// @param asked the day from which the time until it may be asked again is counted: the release, or today where that is
///     still to come
/// @param explanations as they were when it was asked
public record Earlier(int family, LocalDate asked, Set<Explanation> explanations) {

    private static final int MONTHS = 12;

    public Earlier {
        explanations = Set.copyOf(explanations);
    }

    /// The first day of which a round has to know the questions: long enough for what remains, and for the time until a
    /// family is asked about again.
    public static LocalDate since(Limits limits, LocalDate asOf) {
        return asOf.minusMonths(Math.max(MONTHS, limits.atLeast(Limit.MONTHS_BETWEEN)));
    }

    /// Whether it is one of those that might be subtracted.
    boolean tellsStill(LocalDate asOf) {
        return !asked.isBefore(asOf.minusMonths(MONTHS));
    }

    Set<Integer> people() {
        return explanations.stream().map(Explanation::person).collect(Collectors.toUnmodifiableSet());
    }
}
