package org.kinmark.rules.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// How probable something is with all answers, by drawing worlds that give them: for groups of needs that are tied
/// together too much for [Exact].
///
/// Gibbs sampling. A need is drawn anew among the ways in which every clause stays true, the others being as they
/// are; all needs in turn, over and over. Every world leads to the one in which everything is said, and that one to
/// every world, so that in the long run each is drawn as often as it is probable. The draws come from a seed, so
/// that the same answers give the same figures.
///
/// Good to about two in a hundred. What is certain comes out as certain.
///
/// Source: Geman and Geman (1984), "Stochastic Relaxation, Gibbs Distributions, and the Bayesian Restoration of
/// Images", IEEE Transactions on Pattern Analysis and Machine Intelligence 6(6).
final class Sampled {

    /// How often all needs are drawn.
    static final int ROUNDS = 20_000;

    private static final int ROUNDS_BEFORE = 500;
    private static final long SEED = 20_261_001;

    private final Tied tied;
    private final List<List<Told>> ways;
    private final List<List<Integer>> clausesOf = new ArrayList<>();
    private final Told[] world;
    private final int[] truths;
    private final Random random = new Random(SEED);

    private Sampled(Tied tied, Model model) {
        this.tied = tied;
        this.ways = tied.needs().stream().map(model::possible).toList();
        this.world = new Told[tied.needs().size()];
        this.truths = new int[tied.clauses().size()];
        for (int need = 0; need < world.length; need++) {
            var clauses = new ArrayList<Integer>();
            for (int clause = 0; clause < truths.length; clause++) {
                if (kinds(clause, need) != 0) {
                    clauses.add(clause);
                }
            }
            clausesOf.add(clauses);
            // The last way is that everything is said that may be.
            world[need] = ways.get(need).getLast();
            count(need, 1);
        }
    }

    /// How probable each denial is with all answers.
    static double[] after(Tied tied, Model model, List<Denial> denials) {
        var sampled = new Sampled(tied, model);
        for (int i = 0; i < ROUNDS_BEFORE; i++) {
            sampled.draw();
        }
        var holding = new int[denials.size()];
        for (int i = 0; i < ROUNDS; i++) {
            sampled.draw();
            for (int denial = 0; denial < holding.length; denial++) {
                holding[denial] += sampled.allows(denials.get(denial)) ? 1 : 0;
            }
        }
        var after = new double[holding.length];
        for (int denial = 0; denial < after.length; denial++) {
            after[denial] = (double) holding[denial] / ROUNDS;
        }
        return after;
    }

    private void draw() {
        for (int need = 0; need < world.length; need++) {
            count(need, -1);
            int at = need;
            var possible = ways.get(need).stream()
                    .filter(told -> clausesOf.get(at).stream()
                            .allMatch(clause -> truths[clause] > 0 || (told.said() & kinds(clause, at)) != 0))
                    .toList();
            world[need] = pick(possible);
            count(need, 1);
        }
    }

    private Told pick(List<Told> possible) {
        double rest = random.nextDouble()
                * possible.stream().mapToDouble(Told::chance).sum();
        for (var told : possible) {
            rest -= told.chance();
            if (rest < 0) {
                return told;
            }
        }
        return possible.getLast();
    }

    /// Counts a need in, or out of, the clauses that it makes true.
    private void count(int need, int by) {
        for (int clause : clausesOf.get(need)) {
            truths[clause] += (world[need].said() & kinds(clause, need)) != 0 ? by : 0;
        }
    }

    private int kinds(int clause, int need) {
        return tied.clauses().get(clause).getOrDefault(tied.needs().get(need), 0);
    }

    private boolean allows(Denial denial) {
        for (int need = 0; need < world.length; need++) {
            if (!denial.allows(tied.needs().get(need), world[need])) {
                return false;
            }
        }
        return true;
    }
}
