package org.kinmark.linkage;

/// Estimates the parameters from counted patterns by expectation maximisation, without a single known answer.
///
/// Each pattern was counted among the pairs that blocking let through; its probability under each kind of pair is the
/// product of its levels' probabilities. The E step gives each pattern its share of each kind; the M step sets the
/// matched and the related probabilities to those shares. The unrelated ones stay as [Chance] found them among **all**
/// pairs, and so do not suffer from blocking, which picks pairs that agree.
///
/// Each group of probabilities is shrunk towards its starting values with the weight of [#PSEUDO_PAIRS] pairs (a
/// Dirichlet prior), so that five matches move them little and five thousand decide; see [#LASTING_SHARE].
///
/// Source: Dempster, Laird and Rubin (1977); for linkage Winkler (1988), "Using the EM algorithm for weight computation
/// in the Fellegi-Sunter model of record linkage".
final class Estimation {

    private static final Comparison[] COMPARISONS = Comparison.values();
    private static final double PSEUDO_PAIRS = 30;
    /// However many pairs there are, starting values keep this weight: relatives of one name, and people whose birth
    /// date was entered wrongly, look alike in the patterns, and counts alone cannot tell which are how many.
    private static final double LASTING_SHARE = 0.02;
    /// Where there are no relatives, a hundred matches with two errors each look like a household of twins: that
    /// relatives
    /// have names and birth dates of their own is given up only for many.
    private static final double RELATED_PSEUDO = 10;

    private static final double MOST_WRONG_SEXES = .1;

    private static final int MOST_ITERATIONS = 200;
    private static final double SETTLED = 1e-6;

    private final int[] patterns;
    private final long[] counts;
    private final double allPairs;
    private final double openPairs;
    private final double mostMatches;
    private final Parameters start;

    /// @param allPairs left records times right records
    /// @param openPairs those of them whose NHS Numbers do not differ: only these can have been counted
    /// @param mostMatches how many can be one person at the most: in either file nearly everybody is once
    Estimation(int[] patterns, long[] counts, double allPairs, double openPairs, double mostMatches, Parameters start) {
        this.patterns = patterns;
        this.counts = counts;
        this.allPairs = allPairs;
        this.openPairs = Math.max(1, openPairs);
        this.mostMatches = mostMatches;
        this.start = start;
    }

    /// What estimation came to, and in how many iterations.
    record Estimated(Parameters parameters, int iterations) {}

    Estimated estimate() {
        var now = start.copy();
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            var next = step(now);
            boolean settled = distance(now, next) < SETTLED;
            now = next;
            if (settled) {
                return new Estimated(now, iteration);
            }
        }
        return new Estimated(now, MOST_ITERATIONS);
    }

    private Parameters step(Parameters now) {
        var next = start.copy();
        var matched = new double[Comparison.values().length][16];
        var related = new double[Comparison.values().length][16];
        double matches = 0;
        double relatives = 0;
        var bits = now.bits();
        double logMatched = Parameters.log2(now.shareMatched);
        double logRelated = Parameters.log2(now.shareRelated);
        for (int k = 0; k < patterns.length; k++) {
            double m = logMatched + bits.ifMatched(patterns[k]);
            double h = logRelated + bits.ifRelated(patterns[k]);
            double u = bits.ifUnrelated(patterns[k]);
            double top = Math.max(m, Math.max(h, u));
            double pm = Math.pow(2, m - top);
            double ph = Math.pow(2, h - top);
            double sum = pm + ph + Math.pow(2, u - top);
            double asMatched = counts[k] * pm / sum;
            double asRelated = counts[k] * ph / sum;
            matches += asMatched;
            relatives += asRelated;
            add(matched, patterns[k], asMatched);
            add(related, patterns[k], asRelated);
        }
        pool(matched[Comparison.SEX.ordinal()], Comparison.SEX.groupSize());
        maximise(next.matched, matched, 1);
        limitWrongSexes(next.matched[Comparison.SEX.ordinal()]);
        maximise(next.related, related, RELATED_PSEUDO);
        limitSameSexes(next);
        next.shareMatched = Math.clamp(matches, 1e-3, mostMatches) / allPairs;
        next.shareRelated = Math.max(relatives, 1e-3) / openPairs;
        return next;
    }

    private static void add(double[][] sums, int pattern, double weight) {
        for (var comparison : COMPARISONS) {
            sums[comparison.ordinal()][comparison.level(pattern)] += weight;
        }
    }

    /// A person's sex is written wrongly as often with one given name as with two: all groups together tell how often.
    private static void pool(double[] sums, int group) {
        for (int level = 1; level <= group; level++) {
            sums[level] += sums[level + group];
            sums[level + group] = sums[level];
        }
    }

    /// Where more seem to be wrong, the pairs are of people of one name, and not of one person.
    private static void limitWrongSexes(double[] row) {
        for (int differs = 2; differs < row.length; differs += 2) {
            row[differs] = Math.min(row[differs], MOST_WRONG_SEXES);
            row[differs - 1] = 1 - row[differs];
        }
    }

    /// A relative of the same name differs in sex at least as often as a person's own records do: another sex is
    /// never a sign that it is not the relative.
    private static void limitSameSexes(Parameters next) {
        double[] related = next.related[Comparison.SEX.ordinal()];
        related[4] = Math.max(related[4], next.matched[Comparison.SEX.ordinal()][4]);
        related[3] = 1 - related[4];
    }

    /// Whether it is of the person, and not of the household.
    private static boolean isOwn(Comparison comparison) {
        return comparison == Comparison.GIVEN_NAME || comparison == Comparison.BIRTH_DATE;
    }

    /// @param kind starting probabilities, replaced by the estimated ones
    /// @param pseudo how much more the starting values of what is a person's own weigh
    private static void maximise(double[][] kind, double[][] sums, double pseudo) {
        for (var comparison : Comparison.values()) {
            if (comparison == Comparison.NHS_NUMBER) {
                // Pairs that differ were never let through, so their share cannot be seen.
                continue;
            }
            double[] row = kind[comparison.ordinal()];
            double[] sum = sums[comparison.ordinal()];
            for (int group = 1; group <= comparison.size(); group += comparison.groupSize()) {
                double total = 0;
                for (int level = group; level < group + comparison.groupSize(); level++) {
                    total += sum[level];
                }
                double before = PSEUDO_PAIRS * (isOwn(comparison) ? pseudo : 1) + LASTING_SHARE * total;
                for (int level = group; level < group + comparison.groupSize(); level++) {
                    row[level] = (sum[level] + before * row[level]) / (total + before);
                }
            }
        }
    }

    private static double distance(Parameters a, Parameters b) {
        double most = Math.max(
                Math.abs(a.shareMatched - b.shareMatched) / b.shareMatched,
                Math.abs(a.shareRelated - b.shareRelated) / b.shareRelated);
        for (int c = 0; c < a.matched.length; c++) {
            for (int l = 0; l < a.matched[c].length; l++) {
                most = Math.max(most, Math.abs(a.matched[c][l] - b.matched[c][l]));
                most = Math.max(most, Math.abs(a.related[c][l] - b.related[c][l]));
            }
        }
        return most;
    }
}
