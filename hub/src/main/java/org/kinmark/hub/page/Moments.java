package org.kinmark.hub.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates and times as pages say them: "3 November 2026, 9am".
public final class Moments {

    /// Every council that the guidance speaks of.
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Moments() {}

    /// A day.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// A day alone where it is meant from its beginning, else with the time of the clock.
    public static String dayOrMoment(Instant moment) {
        return moment.equals(at(dayOf(moment), 0)) ? day(dayOf(moment)) : moment(moment);
    }

    /// The day on which a moment is.
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /// A day and a time of the clock.
    public static String moment(Instant moment) {
        var local = moment.atZone(ZONE);
        return DAY.format(local) + ", " + time(local);
    }

    /// At an hour of a day.
    public static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(ZONE).toInstant();
    }

    private static String time(ZonedDateTime local) {
        int hour = local.getHour() % 12 == 0 ? 12 : local.getHour() % 12;
        var minutes = local.getMinute() == 0 ? "" : String.format(Locale.UK, ":%02d", local.getMinute());
        return local.getHour() == 12 && local.getMinute() == 0
                ? "midday"
                : hour + minutes + (local.getHour() < 12 ? "am" : "pm");
    }
}
