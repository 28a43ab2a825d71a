package org.kinmark.hub.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A round, as both sides may know it.
///
/// @param team the family team's unit
/// @param criteria how many a family met at least; the team's own, and 0 where a service looks
/// @param asOf the day on which ages are counted
public record Round(
        UUID team,
        UUID id,
        UUID agreement,
        int version,
        int criteria,
        LocalDate asOf,
        Instant openedAt,
        Instant closesAt,
        Instant secondClosesAt,
        Instant releasesAt,
        Instant retentionEndsAt,
        State state) {

    /// How far it is.
    public enum State {
        /// Services judge, until the first closing.
        OPEN,
        /// Too few had declared: until the second closing.
        EXTENDED,
        /// All bits have appeared.
        RELEASED,
        /// Too few declared; nothing appeared, and nothing will.
        VOID;

        static State of(String written) {
            return valueOf(written.toUpperCase(java.util.Locale.ROOT));
        }

        /// As the database and the API write it.
        public String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Until when services may judge, as things stand.
    public Instant closing() {
        return state == State.EXTENDED ? secondClosesAt : closesAt;
    }

    /// Whether it is neither released nor void.
    public boolean isUnderWay() {
        return state == State.OPEN || state == State.EXTENDED;
    }

    /// Whether services may still judge.
    public boolean isOpenAt(Instant now) {
        return isUnderWay() && now.isBefore(closing());
    }
}
