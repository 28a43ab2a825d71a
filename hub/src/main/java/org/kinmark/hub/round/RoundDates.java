package org.kinmark.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kinmark.hub.page.Moments;

/// The dates of a round that is to be opened, and how many criteria its families meet.
final class RoundDates {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int ALL_CRITERIA = 5;

    private RoundDates() {}

    /// What is wrong with the dates and the number of criteria; none where nothing is.
    static List<String> mistakes(NewRound round, Instant now) {
        var mistakes = new ArrayList<String>();
        if (round.criteria() < 1 || round.criteria() > ALL_CRITERIA) {
            mistakes.add("criteria: give 1 to 5");
        }
        var dates = dated(round, now);
        if (!now.isBefore(Objects.requireNonNull(dates.closesAt()))) {
            mistakes.add("closes_at: give a moment that is still to come");
        }
        if (!dates.closesAt().isBefore(Objects.requireNonNull(dates.secondClosesAt()))) {
            mistakes.add("second_closes_at: give a moment after the first closing");
        }
        if (Objects.requireNonNull(dates.releasesAt()).isBefore(dates.secondClosesAt())) {
            mistakes.add("releases_at: give a moment that is not before the second closing");
        }
        if (dates.releasesAt().isAfter(now.plus(LONGEST))) {
            mistakes.add("releases_at: give a moment within a year");
        }
        return mistakes;
    }

    /// With the usual dates where none were given.
    static NewRound dated(NewRound round, Instant now) {
        var closes = round.closesAt() == null ? Moments.at(Moments.dayOf(now).plusWeeks(4), 17) : round.closesAt();
        var second = round.secondClosesAt() == null
                ? Moments.at(Moments.dayOf(closes).plusWeeks(2), 17)
                : round.secondClosesAt();
        var releases =
                round.releasesAt() == null ? Moments.at(Moments.dayOf(second).plusDays(1), 9) : round.releasesAt();
        return new NewRound(round.agreement(), round.criteria(), closes, second, releases);
    }
}
