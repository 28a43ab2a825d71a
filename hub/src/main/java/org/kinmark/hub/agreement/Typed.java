package org.kinmark.hub.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was typed into a field, as far as it can be read.
final class Typed {

    private Typed() {}

    /// Words with anything between them.
    static List<String> words(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .flatMap(one -> Stream.of(one).filter(word -> !word.isEmpty()))
                .toList();
    }

    /// A number as it was typed: null where there is none, -1 where it is something else.
    static @Nullable Integer number(@Nullable String typed) {
        var stripped = Objects.requireNonNullElse(typed, "").strip();
        return stripped.isEmpty()
                ? null
                : stripped.matches("[0-9]{1,7}") ? Integer.valueOf(stripped) : Integer.valueOf(-1);
    }

    /// The same where there must be one: -1 where there is none.
    static int orNone(@Nullable String typed) {
        return Objects.requireNonNullElse(number(typed), -1);
    }
}
