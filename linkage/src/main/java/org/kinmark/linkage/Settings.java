package org.kinmark.linkage;

/// How two files are to be linked.
///
/// @param assignment how many left records a right record may answer
/// @param threads at least 1; the links do not depend on it
/// @param progress hears how far it is
public record Settings(Assignment assignment, int threads, Progress progress) {}
