package org.kinmark.synthetic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// How birth dates are written down wrongly: always as another day that the calendar has.
final class Misdating {

    private static final int TRIES = 20;

    private Misdating() {}

    /// Day and month in each other's place; empty where no such day is.
    static Optional<LocalDate> swapped(LocalDate date) {
        return date.getDayOfMonth() > 12 || date.getDayOfMonth() == date.getMonthValue()
                ? Optional.empty()
                : day(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    }

    /// One of the eight digits another one.
    static Optional<LocalDate> oneDigitOff(LocalDate date, Dice dice) {
        int[] units = {1, 10, 1, 10, 1, 10};
        for (int i = 0; i < TRIES; i++) {
            int place = dice.below(units.length);
            int[] parts = {date.getDayOfMonth(), date.getMonthValue(), date.getYear()};
            int digit = parts[place / 2] / units[place] % 10;
            parts[place / 2] += (dice.below(10) - digit) * units[place];
            var day = day(parts[2], parts[1], parts[0]);
            if (day.isPresent() && !day.get().equals(date)) {
                return day;
            }
        }
        return Optional.empty();
    }

    /// One or two years early or late.
    static Optional<LocalDate> yearOff(LocalDate date, Dice dice) {
        int years = dice.between(1, 2) * (dice.chance(0.5) ? 1 : -1);
        return day(date.getYear() + years, date.getMonthValue(), date.getDayOfMonth());
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
