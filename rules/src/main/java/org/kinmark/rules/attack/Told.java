package org.kinmark.rules.attack;

/// One way in which a person's need could be.
///
/// @param has whether the person has it
/// @param said the kinds of service that say so, a bit each by ordinal; none where the person has it not
/// @param chance of its being this way, before any answer
record Told(boolean has, int said, double chance) {}
