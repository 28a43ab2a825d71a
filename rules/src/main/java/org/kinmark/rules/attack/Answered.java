package org.kinmark.rules.attack;

import java.util.Set;
import org.kinmark.rules.boundary.Explanation;

/// A question of a round and the bit that came back.
///
/// @param round the team's own name for it
/// @param family whose question it was: the same number in every round
/// @param explanations all that could explain a 1, by whom the team listed to whom
/// @param mark whether it came back as a health priority
public record Answered(String round, int family, Set<Explanation> explanations, boolean mark) {

    public Answered {
        explanations = Set.copyOf(explanations);
    }

    /// Says nothing about the family.
    @Override
    public String toString() {
        return "Answered[hidden]";
    }
}
