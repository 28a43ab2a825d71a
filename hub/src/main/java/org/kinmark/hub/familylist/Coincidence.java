package org.kinmark.hub.familylist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// How likely it is in a file that two people have the same names and birth date by coincidence, from the file's own
/// counts.
///
/// Of the n people of one full name, somebody with a birth date expects (n - 1) p others who share it, where p is the
/// share of the file's people born that day. A day is too rare to be counted from the two alone, so p is the larger of
/// what the others of that day make up, which finds dates that were entered for want of a better one, and what a day of
/// the eleven years around it makes up. Names and birth dates are taken as independent.
final class Coincidence {

    /// Fewer than one in a thousand: people who are in two families are many times as many.
    private static final double RARE = 0.001;

    private static final int YEARS_AROUND = 5;
    private static final double DAYS_AROUND = 365.25 * (2 * YEARS_AROUND + 1);

    private final Map<NameAndBirth.FullName, Integer> names = new HashMap<>();
    private final Map<LocalDate, Integer> days = new HashMap<>();
    private final Map<Integer, Integer> years = new HashMap<>();
    private final Collection<NameAndBirth> people;

    /// @param people each once, as far as that is certain
    Coincidence(Collection<NameAndBirth> people) {
        this.people = people;
        people.forEach(one -> {
            names.merge(one.names(), 1, Integer::sum);
            days.merge(one.born(), 1, Integer::sum);
            years.merge(one.born().getYear(), 1, Integer::sum);
        });
    }

    /// How many others of somebody's names have their birth date by coincidence, expected.
    private double others(NameAndBirth one) {
        int all = people.size();
        double ofTheDay = all < 3 ? 0 : Math.max(0, days.getOrDefault(one.born(), 1) - 2) / (double) (all - 2);
        double ofTheYears = around(one.born().getYear()) / DAYS_AROUND / Math.max(1, all);
        return (names.getOrDefault(one.names(), 1) - 1) * Math.max(ofTheDay, ofTheYears);
    }

    private int around(int year) {
        return IntStream.rangeClosed(year - YEARS_AROUND, year + YEARS_AROUND)
                .map(each -> years.getOrDefault(each, 0))
                .sum();
    }

    /// Whether two with these names and this birth date are hardly two people.
    boolean isUnlikely(NameAndBirth one) {
        return others(one) <= RARE;
    }

    /// How many pairs of two people have the same names and birth date although a coincidence is that unlikely,
    /// expected in the whole file: so many are taken for one person wrongly.
    double expectedPairs() {
        return people.stream()
                        .filter(this::isUnlikely)
                        .mapToDouble(this::others)
                        .sum()
                / 2;
    }
}
