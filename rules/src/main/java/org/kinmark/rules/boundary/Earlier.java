package org.kinmark.rules.boundary;

import java.time.LocalDate;
import java.util.Set;

/// A question of an earlier round that was not void.
///
/// @param family whose it was, as in [Family]
/// @param asked the day from which the time until it may be asked again is counted: the release, or today where that is
///     still to come
/// @param explanations as they were when it was asked
public record Earlier(int family, LocalDate asked, Set<Explanation> explanations) {

    public Earlier {
        explanations = Set.copyOf(explanations);
    }
}
