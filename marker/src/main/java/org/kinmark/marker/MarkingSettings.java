package org.kinmark.marker;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kinmark.linkage.Progress;

/// How a service wishes to mark.
///
/// @param asOf the day on which ages and months are counted, where it is not the agreement's
/// @param accept the lowest probability at which a link is taken as certain; where it is left out, [AcceptCut] finds it
/// @param doubtful the lowest probability at which a link is worth a professional's look
/// @param professional who judges; must be there where something is said of links
/// @param threads at least 1; the review does not depend on it
public record MarkingSettings(
        Optional<LocalDate> asOf,
        OptionalDouble accept,
        double doubtful,
        Optional<Professional> professional,
        int threads,
        Progress progress) {

    /// The lowest probability that is shown to a professional unless a service says otherwise.
    public static final double DOUBTFUL = 0.2;
}
