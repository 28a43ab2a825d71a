package org.kinmark.rules.boundary;

import java.time.LocalDate;

/// How a member came into a family. A team that could add a person on the day could aim a family's bit at somebody
/// else.
public sealed interface Arrival {

    /// The family first came with them, or another organisation is on record as a second source for them.
    Arrival WITH_THE_FAMILY = new Vouched();

    /// Days in which a member who was added later does not count.
    int DAYS = 90;

    /// Whether the member counts as one of those who hide each other.
    boolean counts(LocalDate asOf);

    /// Counts at once.
    record Vouched() implements Arrival {

        @Override
        public boolean counts(LocalDate asOf) {
            return true;
        }
    }

    /// Added to a family that was there before, on the team's word alone.
    record AddedLater(LocalDate on) implements Arrival {

        @Override
        public boolean counts(LocalDate asOf) {
            return !asOf.isBefore(on.plusDays(DAYS));
        }
    }
}
