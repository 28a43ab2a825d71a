package org.kinmark.rules.attack;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// How probable something is with all answers, by drawing worlds that give them: for groups of needs that are tied
/// together too much for [Exact].
///
/// Several chains of worlds are drawn from starts that lie far apart ([Chain] says how), and each has its own
/// answer. How far these lie apart says how good their mean is, whether the chains went through all worlds or
/// not.
///
/// No world that was drawn is no proof that there is none: what is not certain comes out as neither 0 nor 1.
///
/// @param after how probable each denial is with all answers
/// @param errors how far each may be off: the half of a 95 % confidence interval by the chains' variance, with
///     Student's t for so few
record Sampled(double[] after, double[] errors) {

    private static final int CHAINS = 8;
    private static final int ROUNDS_OF_A_CHAIN = 1_000;
    private static final int ROUNDS_BEFORE = 100;
    private static final double STUDENT_T = 2.365;
    private static final long SEED = 20_261_001;

    /// How often all needs are drawn, in all chains together.
    static final int ROUNDS = CHAINS * ROUNDS_OF_A_CHAIN;

    /// The draws come from a seed, so that the same answers give the same figures.
    static Sampled of(Tied tied, Model model, List<Denial> denials) {
        var web = Web.of(tied, model);
        var concerned = denials.stream().map(denial -> web.concerned(denial)).toList();
        var holding = new int[denials.size()][CHAINS];
        for (int chain = 0; chain < CHAINS; chain++) {
            var worlds = new Chain(web, new Random(SEED + chain), chain % 2 == 0);
            for (int i = 0; i < ROUNDS_BEFORE; i++) {
                worlds.draw();
            }
            for (int i = 0; i < ROUNDS_OF_A_CHAIN; i++) {
                worlds.draw();
                for (int at = 0; at < holding.length; at++) {
                    holding[at][chain] += worlds.allows(denials.get(at), concerned.get(at)) ? 1 : 0;
                }
            }
        }
        var after = new double[holding.length];
        var errors = new double[holding.length];
        for (int at = 0; at < after.length; at++) {
            after[at] = (IntStream.of(holding[at]).sum() + 0.5) / (ROUNDS + 1.0);
            errors[at] = error(holding[at]);
        }
        return new Sampled(after, errors);
    }

    private static double error(int[] holding) {
        double mean = IntStream.of(holding).average().orElse(0);
        double squares = IntStream.of(holding)
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        double ofTheMean = Math.sqrt(squares / (CHAINS - 1) / CHAINS) / ROUNDS_OF_A_CHAIN;
        return Math.max(STUDENT_T * ofTheMean, 1.0 / ROUNDS);
    }
}
