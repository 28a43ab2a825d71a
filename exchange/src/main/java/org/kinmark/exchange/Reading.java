package org.kinmark.exchange;

import java.util.List;

/// A whole file, or every mistake in it. Never half a file.
///
/// @param <T> what the file holds
public sealed interface Reading<T> {

    /// The whole file.
    ///
    /// @param warnings what was passed over, one sentence each, without any value of the file
    record Accepted<T>(T value, List<String> warnings) implements Reading<T> {}

    /// Every mistake that was found.
    ///
    /// @param mistakes at least one, in the order of the file
    record Refused<T>(List<Mistake> mistakes) implements Reading<T> {}
}
