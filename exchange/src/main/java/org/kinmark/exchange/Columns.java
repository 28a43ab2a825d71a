package org.kinmark.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Headings that a user named because a file has unusual ones. They hold in every file that has such a heading.
public final class Columns {

    /// Nothing but the usual names.
    public static final Columns USUAL = new Columns(Map.of());

    private final Map<String, String> headings;

    private Columns(Map<String, String> headings) {
        this.headings = headings;
    }

    /// Headings by the name of the column that they stand for.
    public static Columns of(Map<String, String> headings) {
        var normal = new HashMap<String, String>();
        headings.forEach((name, heading) -> normal.put(Headings.normal(name), heading.strip()));
        return new Columns(normal);
    }

    /// The names among these that no such file has a column for: the user's mistakes.
    public static List<String> unknown(Map<String, String> headings, List<Schema<?>> schemas) {
        return headings.keySet().stream()
                .filter(name -> schemas.stream().noneMatch(schema -> schema.knows(name)))
                .sorted()
                .toList();
    }

    /// The heading that stands for a column of this name, where the user named one.
    Optional<String> heading(String name) {
        return Optional.ofNullable(headings.get(Headings.normal(name)));
    }
}
