package org.kinmark.linkage;

/// Which patterns may belong to a link at all, by the starting probabilities: pairs of the others are counted, since
/// estimation needs them, and not kept, since there are so many.
///
/// Any number of threads may ask.
final class Plausible {

    /// How many bits estimation, rare values and a family's other links may add to what the starting probabilities say.
    private static final double SLACK = 5;

    private static final int SLOTS = 1 << 12;
    private static final int KNOWN = 2;
    private static final int YES = 1;

    private final Parameters start;
    private final Parameters.Bits bits;
    /// Of patterns met lately, the pattern and what came of it in one number: threads may overwrite each other's.
    private final int[] lately = new int[SLOTS];

    Plausible(Parameters start) {
        this.start = start;
        this.bits = start.bits();
    }

    boolean isIt(int pattern) {
        int slot = pattern * 0x9E3779B9 >>> Integer.SIZE - 12;
        int there = lately[slot];
        if (there >>> 2 == pattern && (there & KNOWN) != 0) {
            return (there & YES) != 0;
        }
        boolean plausible = weight(pattern) > Candidates.LEAST_WEIGHT - SLACK;
        lately[slot] = pattern << 2 | KNOWN | (plausible ? YES : 0);
        return plausible;
    }

    private double weight(int pattern) {
        return Parameters.log2(start.shareMatched)
                + bits.ifMatched(pattern)
                - Math.max(Parameters.log2(start.shareRelated) + bits.ifRelated(pattern), bits.ifUnrelated(pattern));
    }
}
