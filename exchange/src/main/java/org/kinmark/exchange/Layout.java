package org.kinmark.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which of its columns a file has, and where.
///
/// @param <C> the columns
public final class Layout<C extends Enum<C>> {

    private final Map<C, Integer> positions;
    private final Map<C, String> headings;
    private final int width;

    Layout(Class<C> type, Map<C, Integer> positions, Map<C, String> headings, int width) {
        this.positions = new EnumMap<>(type);
        this.positions.putAll(positions);
        this.headings = headings;
        this.width = width;
    }

    /// Whether the file has the column, filled or not.
    public boolean has(C column) {
        return positions.containsKey(column);
    }

    /// The columns that the file has.
    public Set<C> columns() {
        return Set.copyOf(positions.keySet());
    }

    /// The number of fields in a whole row.
    int width() {
        return width;
    }

    int position(C column) {
        return Objects.requireNonNull(positions.get(column));
    }

    /// The column as the file calls it. It was recognised, so it is no person's data.
    String heading(C column) {
        return headings.getOrDefault(column, column.name());
    }
}
