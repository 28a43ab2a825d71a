package org.kinmark.hub.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be put right on a page.
///
/// @param text what to do, without anybody's data
/// @param href the field, as `#id`; null where there is none
public record Mistake(String text, @Nullable String href) {

    /// What is to be put right in one field; null where nothing is.
    public static @Nullable String at(List<Mistake> mistakes, String field) {
        return mistakes.stream()
                .filter(mistake -> ("#" + field).equals(mistake.href()))
                .map(Mistake::text)
                .findFirst()
                .orElse(null);
    }
}
