package org.kinmark.exchange;

import java.util.List;

/// All that leaves a health service: a mark for every family of one list, in the list's order.
public record Marks(ListRef list, List<Mark> marks) {}
