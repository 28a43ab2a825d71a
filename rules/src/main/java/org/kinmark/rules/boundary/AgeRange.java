package org.kinmark.rules.boundary;

import java.util.OptionalInt;

/// The ages that a service or an indicator is for, in completed years, both ends included.
///
/// @param min empty where there is no lower bound
/// @param max empty where there is no upper bound
public record AgeRange(OptionalInt min, OptionalInt max) {

    /// Every age, and people whose age is not known.
    public static final AgeRange ANY = new AgeRange(OptionalInt.empty(), OptionalInt.empty());

    /// From one age to another.
    public static AgeRange of(int min, int max) {
        return new AgeRange(OptionalInt.of(min), OptionalInt.of(max));
    }

    /// Whether an age lies within; an age that is not known lies only within a range without bounds.
    boolean includes(OptionalInt age) {
        return age.isPresent()
                ? age.getAsInt() >= min.orElse(Integer.MIN_VALUE) && age.getAsInt() <= max.orElse(Integer.MAX_VALUE)
                : min.isEmpty() && max.isEmpty();
    }
}
