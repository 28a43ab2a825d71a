package org.kinmark.hub.objection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kinmark.exchange.Identity;
import org.kinmark.hub.page.Mistake;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;

/// Reads what somebody types who objects, by the names of a form's fields.
sealed interface ReadTold {

    /// All of it can be used.
    record Read(Told told) implements ReadTold {}

    /// Something is to be put right.
    record Mistaken(List<Mistake> mistakes) implements ReadTold {}

    /// Longer than any name.
    int LONGEST = 100;

    /// Reads a form; what is not asked for is passed over.
    ///
    /// @param today nobody is born after it
    static ReadTold of(Map<String, String> form, LocalDate today) {
        var mistakes = new ArrayList<Mistake>();
        var by = WhoSaysIt.of(text(form, "by"));
        if (by.isEmpty()) {
            mistakes.add(new Mistake("Select who this is for", "#by"));
        }
        var given = name(form, "given-name", "Enter the given name", mistakes);
        var family = name(form, "family-name", "Enter the family name", mistakes);
        var born = born(form).filter(day -> !day.isAfter(today) && day.getYear() >= 1900);
        if (born.isEmpty()) {
            mistakes.add(new Mistake("Enter the date of birth, not in the future", "#born"));
        }
        var postcode = text(form, "postcode");
        if (postcode.length() > LONGEST) {
            mistakes.add(new Mistake("Enter a postcode, or leave it empty", "#postcode"));
        }
        var typed = text(form, "nhs-number");
        var number = NhsNumber.parse(typed);
        if (!typed.isEmpty() && number.isEmpty()) {
            mistakes.add(new Mistake(
                    "Check the NHS number: it has 10 digits, and one of these is not right. You can leave it empty",
                    "#nhs-number"));
        }
        return mistakes.isEmpty()
                ? new Read(new Told(
                        new Identity(number.orElse(null), given, family, born.orElseThrow(), Sex.UNKNOWN, postcode),
                        by.orElseThrow()))
                : new Mistaken(mistakes);
    }

    private static String name(Map<String, String> form, String field, String wanted, List<Mistake> mistakes) {
        var name = text(form, field);
        if (name.isEmpty() || name.length() > LONGEST) {
            mistakes.add(new Mistake(wanted, "#" + field));
        }
        return name;
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    private static Optional<LocalDate> born(Map<String, String> form) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text(form, "born-year")),
                    Integer.parseInt(text(form, "born-month")),
                    Integer.parseInt(text(form, "born-day"))));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
