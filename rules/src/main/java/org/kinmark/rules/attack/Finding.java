package org.kinmark.rules.attack;

import java.util.List;

/// A statement, and what the answers told about it.
///
/// @param family of whom it speaks; of a person of two families, the one that the answer was about
/// @param because the answers that it follows from, the signal first, where there is one, and then each no
///     signal that took something away; none where it only became more or less likely
/// @param before how probable it was before any answer, 0 to 1, by the cohort's base rates
/// @param after how probable it is with all answers
public record Finding(
        int family, Statement statement, Verdict verdict, List<Answered> because, double before, double after) {

    public Finding {
        because = List.copyOf(because);
    }

    /// What was told, in bits: how far the probability moved, as the Kullback and Leibler divergence of after from
    /// before. What became certain tells log2(1 / before): where 71 % of families would be marked, a mark tells
    /// 0.49 bits and a certain no 1.79.
    ///
    /// Source: Kullback and Leibler (1951), "On Information and Sufficiency", Annals of Mathematical Statistics 22.
    public double bits() {
        return Math.max(0, part(after, before) + part(1 - after, 1 - before));
    }

    private static double part(double after, double before) {
        return after <= 0 ? 0 : after * Math.log(after / before) / Math.log(2);
    }

    /// Says nothing about anybody.
    @Override
    public String toString() {
        return "Finding[hidden]";
    }
}
