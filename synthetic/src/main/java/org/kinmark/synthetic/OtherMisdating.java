package org.kinmark.synthetic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How birth dates are written down wrongly in other ways than [Misdating] knows; always as a day that
/// the calendar has.
final class OtherMisdating {

    private static final List<LocalDate> MADE_UP =
            List.of(LocalDate.of(1900, 1, 1), LocalDate.of(1901, 1, 1), LocalDate.of(1970, 1, 1));

    private OtherMisdating() {}

    /// The 21st for the 12th, the 30th for the 3rd; empty where no such day is, or it is the same.
    static Optional<LocalDate> dayTurnedRound(LocalDate date) {
        return day(date.getYear(), date.getMonthValue(), turnedRound(date.getDayOfMonth()), date);
    }

    /// 1987 for 1978; empty where it is the same.
    static Optional<LocalDate> yearTurnedRound(LocalDate date) {
        int century = date.getYear() / 100 * 100;
        return day(century + turnedRound(date.getYear() % 100), date.getMonthValue(), date.getDayOfMonth(), date);
    }

    /// The day or the month before or after.
    static LocalDate beside(LocalDate date, Dice dice) {
        int way = dice.chance(0.5) ? 1 : -1;
        return dice.chance(0.5) ? date.plusDays(way) : date.plusMonths(way);
    }

    /// Where only the year is known.
    static LocalDate firstOfJanuary(LocalDate date) {
        return date.withDayOfYear(1);
    }

    /// Where nothing is known, and the form wants a date.
    static LocalDate madeUp(Dice dice) {
        return dice.pick(MADE_UP);
    }

    private static int turnedRound(int twoDigits) {
        return twoDigits % 10 * 10 + twoDigits / 10;
    }

    private static Optional<LocalDate> day(int year, int month, int day, LocalDate otherThan) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(date -> !date.equals(otherThan));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
