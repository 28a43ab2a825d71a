package org.kinmark.exchange;

import java.util.List;

/// Marks with the line on which each stood, for whoever has to say what is wrong with them.
///
/// @param lines the line of each mark, counting from 1
public record NumberedMarks(Marks marks, List<Long> lines) {}
