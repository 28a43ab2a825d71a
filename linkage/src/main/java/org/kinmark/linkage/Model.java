package org.kinmark.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The estimated parameters of a linkage, to be kept and used again on files of the same kind.
///
/// @param shareMatched of all pairs of a left and a right record, the share that is one person; 0 to 1
/// @param shareRelated the share that is two people of one household; 0 to 1
/// @param bothNames how much more often both names agree by chance than they would independently; at least 1
/// @param namesOfOneAge how much more often given names agree by chance among people of one age than among
///     all; at least 1
/// @param comparisons what is compared, always all of it, in one order
public record Model(
        double shareMatched, double shareRelated, double bothNames, double namesOfOneAge, List<Compared> comparisons) {

    /// A comparison and its levels, the best first.
    public record Compared(String comparison, List<Level> levels) {}

    /// A level of agreement.
    ///
    /// @param m probability among pairs that are one person
    /// @param related probability among pairs of two people of one household
    /// @param u probability among pairs of people who have nothing to do with each other
    public record Level(String level, double m, double related, double u) {

        /// log2(m / u): the evidence in bits that this level gives, before it is known how common the value is.
        public double weight() {
            return Parameters.log2(m / u);
        }
    }

    static Model of(Parameters parameters) {
        var comparisons = Arrays.stream(Comparison.values())
                .map(comparison -> new Compared(comparison.label(), levels(comparison, parameters)))
                .toList();
        return new Model(
                parameters.shareMatched,
                parameters.shareRelated,
                parameters.bothNames,
                parameters.namesOfOneAge,
                comparisons);
    }

    private static List<Level> levels(Comparison comparison, Parameters parameters) {
        int c = comparison.ordinal();
        return IntStream.rangeClosed(1, comparison.size())
                .mapToObj(level -> new Level(
                        comparison.levels().get(level - 1),
                        parameters.matched[c][level],
                        parameters.related[c][level],
                        parameters.unrelated[c][level]))
                .toList();
    }

    /// Whether every comparison and level of today's engine is there, in order, with probabilities above 0 and up to 1.
    public boolean hasAllLevels() {
        if (!isShare(shareMatched)
                || !isShare(shareRelated)
                || !isFactor(bothNames)
                || !isFactor(namesOfOneAge)
                || comparisons.size() != Comparison.values().length) {
            return false;
        }
        for (var comparison : Comparison.values()) {
            var given = comparisons.get(comparison.ordinal());
            if (!given.comparison.equals(comparison.label())
                    || !given.levels.stream().map(Level::level).toList().equals(comparison.levels())
                    || !given.levels.stream().allMatch(l -> isShare(l.m) && isShare(l.related) && isShare(l.u))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFactor(double value) {
        return value >= 1 && value <= 1000;
    }

    private static boolean isShare(double value) {
        return value > 0 && value <= 1;
    }

    /// @throws IllegalArgumentException where the model is not usable
    Parameters parameters() {
        if (!hasAllLevels()) {
            throw new IllegalArgumentException(
                    "the model lacks a comparison or a level, or a share is not from 0 to 1");
        }
        var parameters = Parameters.starting();
        parameters.shareMatched = shareMatched;
        parameters.shareRelated = shareRelated;
        parameters.bothNames = bothNames;
        parameters.namesOfOneAge = namesOfOneAge;
        for (int c = 0; c < comparisons.size(); c++) {
            var levels = comparisons.get(c).levels;
            for (int l = 0; l < levels.size(); l++) {
                parameters.matched[c][l + 1] = levels.get(l).m;
                parameters.related[c][l + 1] = levels.get(l).related;
                parameters.unrelated[c][l + 1] = levels.get(l).u;
            }
        }
        return parameters;
    }
}
