package org.kinmark.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A clinical code in its system. Two codes are equal where both parts are: there are no descendants.
///
/// @param system in small letters, such as `snomed`, `icd10`, `caseload` or `local`
/// @param value as written
public record Code(String system, String value) {

    private static final String SNOMED = "snomed";
    private static final Pattern EXPONENT = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    /// Reads `system|value`, or a SNOMED CT concept id alone.
    ///
    /// @return empty where there is no value, or no system before the bar, or a code alone is not all digits
    public static Optional<Code> parse(String typed) {
        int bar = typed.indexOf('|');
        var system = bar < 0 ? SNOMED : typed.substring(0, bar).strip().toLowerCase(Locale.ROOT);
        var value = typed.substring(bar + 1).strip();
        boolean usable =
                !system.isEmpty() && !value.isEmpty() && (!system.equals(SNOMED) || value.matches("[0-9]{1,18}"));
        return usable ? Optional.of(new Code(system, value)) : Optional.empty();
    }

    /// Whether a spreadsheet has turned a long code into `3.5E+07`: its digits are lost.
    public static boolean isDestroyed(String typed) {
        int bar = typed.indexOf('|');
        var value = typed.substring(bar + 1).strip();
        boolean snomed = bar < 0 || typed.substring(0, bar).strip().equalsIgnoreCase(SNOMED);
        return EXPONENT.matcher(value).matches() && (snomed || value.indexOf('+') > 0);
    }

    /// As our files write it.
    public String written() {
        return system.equals(SNOMED) ? value : system + "|" + value;
    }
}
