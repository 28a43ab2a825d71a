package org.kinmark.synthetic;

import java.util.List;
import java.util.function.UnaryOperator;

/// One person being written down once: what goes wrong then, by chance.
record Writing(Dice dice, boolean register, Kind kind) {

    boolean happens(Slip slip) {
        return dice.chance(slip.rate(register, kind));
    }

    /// Never where nothing is written.
    String where(Slip slip, String right, UnaryOperator<String> wrong) {
        return happens(slip) && !right.isEmpty() ? wrong.apply(right) : right;
    }

    /// Never where there are no others.
    String oneOf(Slip slip, List<String> others, String right) {
        return !others.isEmpty() && happens(slip) ? dice.pick(others) : right;
    }
}
