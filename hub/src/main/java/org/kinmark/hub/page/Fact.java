package org.kinmark.hub.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a summary list.
///
/// @param href where it can be changed; null where it cannot
/// @param action what the link does
/// @param hidden what the link is about, for those who hear it by itself
public record Fact(String key, List<String> lines, @Nullable String href, String action, String hidden) {

    public Fact {
        lines = List.copyOf(lines);
    }

    public Fact(String key, String... lines) {
        this(key, List.of(lines), null, "", "");
    }

    /// The same, with a link to change it.
    public Fact changedAt(String where) {
        return new Fact(key, lines, where, "Change", key.toLowerCase(java.util.Locale.UK));
    }
}
