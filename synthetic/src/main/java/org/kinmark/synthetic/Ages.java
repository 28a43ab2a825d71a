package org.kinmark.synthetic;

import java.time.LocalDate;

/// The ages that a service sees or a problem occurs at, in completed years, both ends included.
enum Ages {
    ALL(0, Integer.MAX_VALUE),
    UNDER_SIX(0, 5),
    CHILDREN(0, 17),
    FOUR_TO_SEVENTEEN(4, 17),
    FIVE_TO_SEVENTEEN(5, 17),
    ADULTS(18, Integer.MAX_VALUE),
    EIGHTEEN_TO_FIFTY(18, 50);

    private final int from;
    private final int to;

    Ages(int from, int to) {
        this.from = from;
        this.to = to;
    }

    boolean hold(int age) {
        return age >= from && age <= to;
    }

    /// Whether a birth date is that of somebody so old, and not after the day itself.
    boolean hold(LocalDate birth, LocalDate on) {
        return !birth.isAfter(on) && hold(between(birth, on));
    }

    /// The lowest age as `services.csv` has it: empty where there is no bound at all.
    String writtenFrom() {
        return this == ALL ? "" : Integer.toString(from);
    }

    /// The highest age as `services.csv` has it.
    String writtenTo() {
        return to == Integer.MAX_VALUE ? "" : Integer.toString(to);
    }

    /// Completed years from one day to a later one.
    static int between(LocalDate birth, LocalDate on) {
        int years = on.getYear() - birth.getYear();
        boolean sameMonth = on.getMonthValue() == birth.getMonthValue();
        boolean before =
                sameMonth ? on.getDayOfMonth() < birth.getDayOfMonth() : on.getMonthValue() < birth.getMonthValue();
        return before ? years - 1 : years;
    }
}
