package org.kinmark.hub.page;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Small things that component templates need.
public final class Described {

    private Described() {}

    /// Ids for `aria-describedby`, those that are there; null where none is, so that the attribute is left out.
    public static @Nullable String by(@Nullable String... ids) {
        var there = Stream.of(ids).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return there.isEmpty() ? null : there;
    }

    /// With its first letter in capitals.
    public static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
    }
}
