package org.kinmark.hub.page;

import org.jspecify.annotations.Nullable;

/// One of several things to choose from.
///
/// @param value what is sent
/// @param id null for the one that the component gives
public record Choice(
        String value,
        String text,
        @Nullable String hint,
        boolean chosen,
        @Nullable String id) {

    public Choice(String value, String text, boolean chosen) {
        this(value, text, null, chosen, null);
    }

    public Choice(String value, String text, @Nullable String hint, boolean chosen) {
        this(value, text, hint, chosen, null);
    }
}
