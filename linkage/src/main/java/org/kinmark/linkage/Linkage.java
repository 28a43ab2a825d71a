package org.kinmark.linkage;

import java.util.List;

/// What linking two files found.
///
/// @param links the best right record of each left record that has one with a probability of at least 0.01, in the
///     left file's order, at most one for a left record; a caller applies a cut of its own
public record Linkage(List<Link> links) {}
