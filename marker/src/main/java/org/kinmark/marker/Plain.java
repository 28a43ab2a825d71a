package org.kinmark.marker;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.Indicator;
import org.kinmark.linkage.Sex;

/// What the review page says in words for a person.
final class Plain {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Plain() {}

    static String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    static String age(@Nullable LocalDate birthDate, LocalDate asOf) {
        if (birthDate == null) {
            return "age not known";
        }
        int age = Period.between(birthDate, asOf).getYears();
        return age == 1 ? "1 year" : age + " years";
    }

    static String sex(Sex sex) {
        return sex == Sex.UNKNOWN ? "sex not known" : sex.written();
    }

    /// Ten digits as they are printed on letters: three, three, four.
    static String nhsNumber(Identity who) {
        var number = who.nhsNumber();
        if (number == null) {
            return "";
        }
        var digits = number.digits();
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /// The family name in capitals, so that it stands out from given names of any culture.
    static String surname(Identity who) {
        return who.familyName().toUpperCase(Locale.UK);
    }

    /// How the page calls somebody.
    static String called(Identity who) {
        var name = (who.givenName() + " " + surname(who)).strip();
        return name.isEmpty() ? "No name" : name;
    }

    /// When an indicator counts, as the end of a sentence.
    static String bounds(Indicator indicator) {
        var parts = new ArrayList<String>();
        var months = indicator.withinMonths();
        if (months != null) {
            parts.add("recorded in the last " + (months == 1 ? "month" : months + " months"));
        }
        var min = indicator.minAge();
        var max = indicator.maxAge();
        if (min != null && max != null) {
            parts.add("aged " + min + " to " + max);
        } else if (min != null) {
            parts.add("aged " + min + " or over");
        } else if (max != null) {
            parts.add("aged " + max + " or under");
        }
        var sex = indicator.sex();
        if (sex != null) {
            parts.add(sex.written());
        }
        if (indicator.codes().isEmpty()) {
            parts.add("no codes: for your judgement alone");
        }
        return String.join("; ", parts);
    }

    /// Whole per cent; nothing is ever certain.
    static String percent(double probability) {
        long rounded = Math.round(probability * 100);
        return rounded > 99 ? "more than 99 %" : rounded < 1 ? "less than 1 %" : rounded + " %";
    }

    static String count(int number, String one, String several) {
        return number == 1 ? "1 " + one : number + " " + several;
    }

    static List<String> comparable(Identity who) {
        return List.of(
                nhsNumber(who),
                who.givenName(),
                who.familyName(),
                date(who.birthDate()),
                who.sex() == Sex.UNKNOWN ? "" : who.sex().written(),
                who.postcode());
    }
}
