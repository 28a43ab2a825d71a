package org.kinmark.linkage;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Calendar dates as people and systems write them.
public final class WrittenDate {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private WrittenDate() {}

    /// Reads `yyyy-MM-dd`, `yyyyMMdd`, `dd/MM/yyyy`, `dd-MMM-yyyy` or `dd MMM yyyy`, months in either case.
    ///
    /// @return empty where the text is none of these, or names a day that no calendar has
    public static Optional<LocalDate> parse(String typed) {
        var text = typed.strip();
        return switch (text.length()) {
            case 8 -> date(text, 0, 4, 4, 6, 6, 8);
            case 10 ->
                text.charAt(4) == '-' && text.charAt(7) == '-'
                        ? date(text, 0, 4, 5, 7, 8, 10)
                        : text.charAt(2) == '/' && text.charAt(5) == '/'
                                ? date(text, 6, 10, 3, 5, 0, 2)
                                : Optional.empty();
            case 11 -> withMonthName(text);
            default -> Optional.empty();
        };
    }

    /// The same of a text in UTF-8, as yyyyMMdd in decimal; 0 where it is none of these.
    static int packed(byte[] typed, int from, int to) {
        if (to - from == 10 && typed[from + 4] == '-' && typed[from + 7] == '-') {
            int year = number(typed, from, 4);
            int month = number(typed, from + 5, 2);
            int day = number(typed, from + 8, 2);
            // Days that some months lack are looked up with care.
            if (year > 0 && month > 0 && month <= 12 && day > 0 && day <= 28) {
                return year * 10_000 + month * 100 + day;
            }
        }
        return parse(new String(typed, from, to - from, StandardCharsets.UTF_8))
                .map(date -> date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth())
                .orElse(0);
    }

    /// So many ASCII digits, or -1 where something else stands among them.
    private static int number(byte[] typed, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            byte c = typed[i];
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static Optional<LocalDate> withMonthName(String text) {
        char separator = text.charAt(2);
        int month = MONTHS.indexOf(text.substring(3, 6).toLowerCase(Locale.ROOT)) + 1;
        return (separator == '-' || separator == ' ') && text.charAt(6) == separator && month > 0
                ? date(number(text, 7, 11), month, number(text, 0, 2))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text, int y, int yEnd, int m, int mEnd, int d, int dEnd) {
        return date(number(text, y, yEnd), number(text, m, mEnd), number(text, d, dEnd));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The ASCII digits from `start` to `end`, or -1 where something else stands among them.
    private static int number(String text, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
