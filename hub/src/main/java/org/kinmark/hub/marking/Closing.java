package org.kinmark.hub.marking;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.kinmark.hub.page.Moments;

/// How near the closing of a list is, as a page says it: "4 days left, closes on Friday 9 November 2040, 5pm".
///
/// @param days until the day of it; 0 on the day itself
/// @param soon whether the service was reminded of it
/// @param again whether it is the second one: the round was extended
public record Closing(Instant at, long days, boolean soon, boolean again) {

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    /// The closing that comes next of a list that is open.
    public static Closing of(MyList list, Instant now) {
        var at = list.round().closing();
        return new Closing(
                at,
                ChronoUnit.DAYS.between(Moments.dayOf(now), Moments.dayOf(at)),
                list.remindedAt() != null,
                at.equals(list.round().secondClosesAt()));
    }

    /// The days that are left.
    public String left() {
        return days == 0 ? "Last day" : days + (days == 1 ? " day left" : " days left");
    }

    /// All but the date, as words that it follows.
    String leadingUpToItsDate() {
        return (soon ? "Closing soon: " + lower(left()) : left())
                + (again ? ", closes a second time on " : ", closes on ")
                + weekday();
    }

    /// All of it.
    public String words() {
        return leadingUpToItsDate() + " " + Moments.moment(at);
    }

    /// The date with its day of the week.
    public String date() {
        return weekday() + " " + Moments.moment(at);
    }

    private String weekday() {
        return WEEKDAY.format(at.atZone(Moments.ZONE));
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }
}
