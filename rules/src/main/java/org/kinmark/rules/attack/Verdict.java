package org.kinmark.rules.attack;

/// What an analyst can say of a statement, the worst first.
public enum Verdict {
    /// It is true in every world that gives these answers.
    CERTAIN,
    /// True in every such world as well, but of two: one of them is, and nobody can say which.
    ONE_OF_TWO,
    /// No service said so in any such world, though something was said where it was asked about.
    RULED_OUT_BESIDE_A_SIGNAL,
    /// That a kind of service said so is true in no such world, and no signal asked about it.
    RULED_OUT,
    /// It became likelier.
    LIKELIER,
    /// It became less likely, no signal of a whole family included.
    LESS_LIKELY
}
