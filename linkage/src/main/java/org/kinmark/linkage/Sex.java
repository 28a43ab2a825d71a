package org.kinmark.linkage;

import java.util.Locale;
import java.util.Optional;

/// A person's sex or gender as registers write it.
///
/// Source: NHS Data Dictionary, "PERSON STATED GENDER CODE": 1 male, 2 female, 9 indeterminate, 0 or X not known.
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN;

    /// Reads a word, an initial or an NHS code, in either case.
    ///
    /// @return empty where the text is none of them; an empty text is UNKNOWN
    public static Optional<Sex> parse(String typed) {
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "female", "f", "2" -> Optional.of(FEMALE);
            case "male", "m", "1" -> Optional.of(MALE);
            case "other", "9" -> Optional.of(OTHER);
            case "unknown", "0", "" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }

    /// The word as our own files write it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
