package org.kinmark.linkage;

import java.util.Optional;
import java.util.OptionalDouble;

/// How two files are to be linked.
///
/// @param assignment how many left records a right record may answer
/// @param cut the probability from which a link is taken, or empty where it is to be chosen from the estimate
/// @param model parameters to use as they are, or empty where they are to be estimated
/// @param threads at least 1; the links do not depend on it
/// @param progress hears how far it is
public record Settings(
        Assignment assignment, OptionalDouble cut, Optional<Model> model, int threads, Progress progress) {

    /// Everything estimated, nothing reported.
    public static Settings of(Assignment assignment, int threads) {
        return new Settings(assignment, OptionalDouble.empty(), Optional.empty(), threads, Progress.NONE);
    }
}
