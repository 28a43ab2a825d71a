package org.kinmark.linkage;

import java.util.Arrays;

/// The probability from which a link is taken, chosen without a single known answer.
///
/// With links in order of probability, the expected number of right ones among the first k is the sum of their
/// probabilities, S(k), and the expected number of all true pairs is the sum over all of them, T. The cut makes the
/// expected F1, 2 S(k) / (k + T), largest. It is never above half the largest F1, as theory has it (Lipton, Elkan and
/// Naryanaswamy, 2014), and here never under [#LEAST].
///
/// @param probability links at least as likely are taken
/// @param expectedPrecision of the links taken; 1 where there are none
/// @param expectedRecall of the true pairs that the estimate believes in; 1 where there are none
public record Cut(double probability, double expectedPrecision, double expectedRecall) {

    static final double LEAST = 0.4;

    static Cut best(double[] probabilities) {
        double[] rising = probabilities.clone();
        Arrays.sort(rising);
        double all = Arrays.stream(rising).sum();
        double best = -1;
        double cut = 0.5;
        double right = 0;
        int taken = 0;
        for (int k = rising.length - 1; k >= 0 && rising[k] >= LEAST; k--) {
            right += rising[k];
            taken++;
            double f1 = 2 * right / (taken + all);
            if (f1 > best) {
                best = f1;
                cut = rising[k];
            }
        }
        return at(Math.min(cut, 0.5), probabilities);
    }

    static Cut at(double cut, double[] probabilities) {
        double all = Arrays.stream(probabilities).sum();
        double right = Arrays.stream(probabilities).filter(p -> p >= cut).sum();
        long taken = Arrays.stream(probabilities).filter(p -> p >= cut).count();
        return new Cut(cut, taken == 0 ? 1 : right / taken, all == 0 ? 1 : right / all);
    }
}
