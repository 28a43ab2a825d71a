package org.kinmark.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kinmark.linkage.Explanation.Standing;
import org.kinmark.linkage.Explanation.Step;

/// What a linkage was decided from, to be asked afterwards: why a pair has its weight, and why a record has no link.
/// It knows records by their numbers, and holds nobody's name that could be printed by mistake.
///
/// Not thread-safe.
public final class Evidence {

    private static final Comparison[] COMPARISONS = Comparison.values();

    private final Values values;
    private final Scoring scoring;
    private final Chance chance;
    private final Decision decision;
    private final People left;
    private final People right;
    private final Parts leftParts;
    private final Parts rightParts;
    private final Comparer comparer;
    private final double cut;

    /// @param cut the probability from which a link is taken
    Evidence(
            Values values,
            Scoring scoring,
            Chance chance,
            Decision decision,
            People left,
            People right,
            Parts leftParts,
            Parts rightParts,
            double cut) {
        this.values = values;
        this.scoring = scoring;
        this.chance = chance;
        this.decision = decision;
        this.left = left;
        this.right = right;
        this.leftParts = leftParts;
        this.rightParts = rightParts;
        this.comparer = new Comparer(values, leftParts, rightParts);
        this.cut = cut;
    }

    /// Why a pair has the weight that it has.
    ///
    /// @param l index of the left record, from 0
    /// @param r index of the right record, from 0
    public Explanation of(int l, int r) {
        int pattern = comparer.pattern(l, r);
        var steps = new ArrayList<Step>();
        double weight = scoring.weight(l, r, 0);
        steps.add(new Step("", "any two records, before they are compared", weight, OptionalDouble.empty()));
        int known = 0;
        for (var comparison : COMPARISONS) {
            int level = comparison.level(pattern);
            if (level > 0) {
                known |= comparison.at(level);
                double before = weight;
                weight = scoring.weight(l, r, known);
                steps.add(new Step(
                        comparison.label(), comparison.words(level), weight - before, share(comparison, level, l)));
            }
        }
        boolean livesWithFamily = decision.households().livesWithFamily(l, r);
        if (livesWithFamily) {
            double before = weight;
            weight = scoring.weight(l, r, pattern, true);
            steps.add(step("lives where the register has another of the family", weight - before));
        }
        int k = decision.find(l, r);
        if (k >= 0) {
            double ofFamily = decision.coverage().ofFamily(l);
            if (decision.coverage().hasFamily(l)) {
                steps.add(step(
                        ofFamily < 0 ? "few others of the family were found" : "others of the family were found",
                        ofFamily));
                weight += ofFamily;
            }
            double against = decision.weights()[k] - weight;
            steps.add(step(against < -0.005 ? "others fit too" : "nobody else fits as well", against));
            weight = decision.weights()[k];
        }
        return new Explanation(standing(k, l, r), List.copyOf(steps), weight);
    }

    private static Step step(String words, double bits) {
        return new Step("", words, bits, OptionalDouble.empty());
    }

    private OptionalDouble share(Comparison comparison, int level, int l) {
        if (level != 1) {
            return OptionalDouble.empty();
        }
        return switch (comparison) {
            case GIVEN_NAME -> OptionalDouble.of(chance.ofGiven(left.given()[l]));
            case FAMILY_NAME -> OptionalDouble.of(chance.ofFamily(left.family()[l]));
            case BIRTH_DATE -> OptionalDouble.of(chance.ofBirth(left.birth(l)));
            case POSTCODE -> OptionalDouble.of(chance.ofPostcode(left.postcode()[l]));
            default -> OptionalDouble.empty();
        };
    }

    private Standing standing(int k, int l, int r) {
        if (Comparer.differInNhsNumber(leftParts, l, rightParts, r)) {
            return Standing.NEVER;
        }
        if (k < 0) {
            return Standing.APART;
        }
        if (decision.chosen()[l] != k) {
            return Standing.SECOND;
        }
        return reaches(decision.weights()[k]) ? Standing.LINKED : Standing.BEST;
    }

    /// The left records without a link, by reason, each in the left file's order.
    public Map<Unlinked, List<Integer>> unlinked() {
        var itself = new Comparer(values, leftParts, leftParts);
        var unlinked = new EnumMap<Unlinked, List<Integer>>(Unlinked.class);
        for (int l = 0; l < left.size(); l++) {
            int k = decision.chosen()[l];
            if (k < 0 || !reaches(decision.weights()[k])) {
                unlinked.computeIfAbsent(why(l, itself.pattern(l, l)), _ -> new ArrayList<>())
                        .add(l);
            }
        }
        return unlinked;
    }

    private Unlinked why(int l, int ofItself) {
        int comparable = comparable(ofItself);
        if (comparable == 0) {
            return Unlinked.EMPTY;
        }
        if (!reaches(scoring.weight(l, 0, comparable)
                + decision.coverage().ofFamily(l)
                - Parameters.log2(decision.coverage().isMissing(l)))) {
            return Unlinked.TOO_LITTLE;
        }
        int from = decision.candidates().start()[l];
        int to = decision.candidates().start()[l + 1];
        if (from == to) {
            return Unlinked.NOBODY_ALIKE;
        }
        if (reaches(largest(decision.weights(), from, to))) {
            return Unlinked.TAKEN;
        }
        return reaches(largest(decision.own(), from, to)) ? Unlinked.SEVERAL_FIT : Unlinked.TOO_UNLIKE;
    }

    private boolean reaches(double weight) {
        double probability = Decision.probability(weight);
        return probability >= Decision.LEAST_PROBABILITY && probability >= cut;
    }

    /// What of a record's own pattern the other file could agree with.
    private int comparable(int pattern) {
        int comparable = 0;
        for (var comparison : COMPARISONS) {
            if (right.records().columns().contains(Column.valueOf(comparison.name()))) {
                comparable |= comparison.at(comparison.level(pattern));
            }
        }
        return comparable;
    }

    private static double largest(double[] weights, int from, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < to; k++) {
            largest = Math.max(largest, weights[k]);
        }
        return largest;
    }

    @Override
    public String toString() {
        return "Evidence[" + decision.candidates().size() + "]";
    }
}
