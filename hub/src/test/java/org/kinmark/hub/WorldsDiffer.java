package org.kinmark.hub;

import java.util.List;

/// Two worlds of a pair were not the same to whoever looked, and nothing else went wrong. A command that plants leaks
/// tells by this that a leak was found from that something broke.
final class WorldsDiffer extends AssertionError {

    private static final long serialVersionUID = 1;

    private final String first;

    /// @param when the moment of the look
    /// @param differences one a line, the first of which is as good as any
    WorldsDiffer(int pair, long seed, String when, List<String> differences) {
        super("pair " + pair + " of seed " + seed + ", " + when + ":\n" + String.join("\n", differences));
        this.first = "pair " + pair + ", " + when + ": " + differences.getFirst();
    }

    /// Where, and what it was in either world, in one line.
    String first() {
        return first;
    }
}
