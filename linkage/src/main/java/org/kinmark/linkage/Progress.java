package org.kinmark.linkage;

/// Hears how far a long piece of work has come. Called from one thread at a time, and not often.
@FunctionalInterface
public interface Progress {

    /// Hears nothing.
    Progress NONE = (_, _) -> {};

    /// Says how far the work is.
    ///
    /// @param stage what is being done, in words for a person
    /// @param done from 0 to 1, the share of this stage; negative where it cannot be said
    void report(String stage, double done);
}
