package org.kinmark.rules.attack;

import java.util.Arrays;
import java.util.Random;

/// Worlds that give the answers, drawn one from another.
///
/// Gibbs sampling. A need is drawn anew among the ways in which every clause stays true, the others being as
/// they are; then the needs of a clause together. Alone, the only need that makes a clause true could never
/// go before another comes, which where needs are rare is as good as never; together, they change places.
/// Every world leads to the one in which everything is said, and that one to every world, so that in the long
/// run each is drawn as often as it is probable.
///
/// Source: Geman and Geman (1984), "Stochastic Relaxation, Gibbs Distributions, and the Bayesian Restoration
/// of Images", IEEE Transactions on Pattern Analysis and Machine Intelligence 6(6); drawing together is its
/// blocked form, Jensen, Kong and Kjærulff (1995), International Journal of Human-Computer Studies 42(6).
final class Chain {

    /// Clauses that only needs drawn together make true, at most: the work grows with two to their number.
    private static final int MOST_OPEN = 6;

    private final Web web;
    private final Random random;
    private final Told[] world;
    /// How many needs make each clause true.
    private final int[] truths;
    /// Of each clause its bit among those that are open, while needs are drawn together.
    private final int[] bits;

    /// Starts a chain.
    ///
    /// @param all from the world in which everything is said that may be; else from one in which no need
    ///     could go
    Chain(Web web, Random random, boolean all) {
        this.web = web;
        this.random = random;
        this.world = new Told[web.needs().size()];
        this.truths = new int[web.members().length];
        this.bits = new int[truths.length];
        for (int need = 0; need < world.length; need++) {
            put(need, web.ways()[need][web.ways()[need].length - 1]);
        }
        if (!all) {
            var order = new int[world.length];
            Arrays.setAll(order, need -> need);
            shuffle(order);
            for (int need : order) {
                take(need);
                var none = web.ways()[need][0];
                put(need, leavesNothingOpen(need, none) ? none : world[need]);
            }
        }
    }

    /// Draws every need anew, and then those of every clause.
    void draw() {
        for (int need = 0; need < world.length; need++) {
            drawAlone(need);
        }
        for (var clause : web.members()) {
            var block = clause.clone();
            shuffle(block);
            drawTogether(block);
        }
    }

    /// Whether a denial stands in the world that was drawn last.
    boolean allows(Denial denial, int[] concerned) {
        for (int need : concerned) {
            if (!denial.allows(web.needs().get(need), world[need])) {
                return false;
            }
        }
        return true;
    }

    private void drawAlone(int need) {
        take(need);
        int needed = 0;
        double all = 0;
        var ways = web.ways()[need];
        var chances = new double[ways.length];
        for (int way = 0; way < ways.length; way++) {
            chances[way] = leavesNothingOpen(need, ways[way]) ? ways[way].chance() : 0;
            all += chances[way];
            needed = chances[way] > 0 ? way : needed;
        }
        double rest = random.nextDouble() * all;
        for (int way = 0; way < ways.length; way++) {
            rest -= chances[way];
            if (chances[way] > 0 && rest < 0) {
                put(need, ways[way]);
                return;
            }
        }
        put(need, ways[needed]);
    }

    private boolean leavesNothingOpen(int need, Told told) {
        var clauses = web.clauses()[need];
        for (int i = 0; i < clauses.length; i++) {
            if (truths[clauses[i]] == 0 && (told.said() & web.kinds()[need][i]) == 0) {
                return false;
            }
        }
        return true;
    }

    /// Draws as many of some needs together as leave few enough clauses open: all, or half of them, or half
    /// of these. How many hangs only on needs that stay as they are, so that the way back is drawn as the way
    /// there.
    private void drawTogether(int[] block) {
        int size = block.length;
        for (int need : block) {
            take(need);
        }
        int open = open(block, size);
        while (open > MOST_OPEN && size > 1) {
            for (int i = size / 2; i < size; i++) {
                put(block[i], world[block[i]]);
            }
            size /= 2;
            open = open(block, size);
        }
        if (open > MOST_OPEN) {
            put(block[0], world[block[0]]);
        } else {
            put(block, size, sums(block, size, open));
        }
    }

    /// Gives each clause that is open without some needs a bit, and counts them.
    private int open(int[] block, int size) {
        int open = 0;
        for (int i = 0; i < size; i++) {
            for (int clause : web.clauses()[block[i]]) {
                bits[clause] = 0;
            }
        }
        for (int i = 0; i < size; i++) {
            for (int clause : web.clauses()[block[i]]) {
                if (truths[clause] == 0 && bits[clause] == 0) {
                    bits[clause] = 1 << Math.min(open++, MOST_OPEN);
                }
            }
        }
        return open;
    }

    /// For the first of the needs, the first two and so on: the chance of each set of open clauses made true.
    private double[][] sums(int[] block, int size, int open) {
        var sums = new double[size + 1][1 << open];
        sums[0][0] = 1;
        for (int i = 0; i < size; i++) {
            for (var told : web.ways()[block[i]]) {
                int made = made(block[i], told);
                for (int set = 0; set < sums[i].length; set++) {
                    sums[i + 1][set | made] += sums[i][set] * told.chance();
                }
            }
        }
        return sums;
    }

    /// Draws the last of the needs so that every open clause is true in the end, then the one before it for
    /// what it leaves to be made true, and so on.
    private void put(int[] block, int size, double[][] sums) {
        int wanted = sums[0].length - 1;
        for (int i = size - 1; i >= 0; i--) {
            double rest = random.nextDouble() * sums[i + 1][wanted];
            var chosen = world[block[i]];
            int before = wanted;
            search:
            for (var told : web.ways()[block[i]]) {
                int made = made(block[i], told);
                for (int set = 0; set <= wanted; set++) {
                    if ((set | made) == wanted && sums[i][set] > 0) {
                        chosen = told;
                        before = set;
                        rest -= sums[i][set] * told.chance();
                        if (rest < 0) {
                            break search;
                        }
                    }
                }
            }
            put(block[i], chosen);
            wanted = before;
        }
    }

    /// The open clauses that a need makes true.
    private int made(int need, Told told) {
        int made = 0;
        var clauses = web.clauses()[need];
        for (int i = 0; i < clauses.length; i++) {
            made |= (told.said() & web.kinds()[need][i]) != 0 ? bits[clauses[i]] : 0;
        }
        return made;
    }

    private void take(int need) {
        count(need, -1);
    }

    private void put(int need, Told told) {
        world[need] = told;
        count(need, 1);
    }

    /// Counts a need in, or out of, the clauses that it makes true.
    private void count(int need, int by) {
        var clauses = web.clauses()[need];
        for (int i = 0; i < clauses.length; i++) {
            truths[clauses[i]] += (world[need].said() & web.kinds()[need][i]) != 0 ? by : 0;
        }
    }

    private void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int number = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = number;
        }
    }
}
