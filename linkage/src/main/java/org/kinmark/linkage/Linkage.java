package org.kinmark.linkage;

import java.util.List;
import java.util.Map;

/// What linking two files found.
///
/// @param best the best right record of each left record that has one with a probability of at least 0.01, in the
///     left file's order, at most one for a left record, no right record oftener than the assignment allows
/// @param cut the probability from which a link is taken, given or chosen
/// @param model the parameters used
/// @param iterations of the estimation; 0 where a model was given
/// @param pairsCompared how many pairs the blocking rules let through
/// @param seconds by stage, in order
/// @param evidence to be asked why
public record Linkage(
        List<Link> best,
        Cut cut,
        Model model,
        int iterations,
        long pairsCompared,
        Map<String, Double> seconds,
        Evidence evidence) {

    /// The links at or above the cut.
    public List<Link> links() {
        return best.stream()
                .filter(link -> link.probability() >= cut.probability())
                .toList();
    }
}
