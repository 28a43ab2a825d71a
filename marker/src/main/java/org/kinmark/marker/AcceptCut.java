package org.kinmark.marker;

import java.util.List;

/// From which probability on a link is taken as certain, where the service does not say.
final class AcceptCut {

    private static final double LOWEST = 0.95;
    private static final double PRECISION = 0.999;

    /// No link is certain.
    private static final double NONE = Double.POSITIVE_INFINITY;

    private AcceptCut() {}

    /// The lowest of these probabilities, not under 0.95, such that those at or above it have a mean, which is the
    /// precision to be expected, of at least 0.999.
    static double of(List<Double> probabilities) {
        var falling = probabilities.stream()
                .filter(each -> each >= LOWEST)
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        double cut = NONE;
        double wrong = 0;
        for (int i = 0; i < falling.size(); i++) {
            wrong += 1 - falling.get(i);
            boolean lastOfEqual = i + 1 == falling.size() || falling.get(i + 1) < falling.get(i);
            if (lastOfEqual && wrong <= (1 - PRECISION) * (i + 1)) {
                cut = falling.get(i);
            }
        }
        return cut;
    }
}
