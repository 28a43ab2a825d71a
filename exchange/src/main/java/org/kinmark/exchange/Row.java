package org.kinmark.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kinmark.linkage.Sex;
import org.kinmark.linkage.WrittenDate;

/// One row of a file. The same object serves every row: keep values, not the row.
///
/// @param <C> the columns
public final class Row<C extends Enum<C>> {

    private final String[] values;
    private final Layout<C> layout;
    private final Mistakes mistakes;
    private long line;

    /// @param values by the column's ordinal; written anew for each row
    Row(String[] values, Layout<C> layout, Mistakes mistakes) {
        this.values = values;
        this.layout = layout;
        this.mistakes = mistakes;
    }

    void startsAt(long newLine) {
        line = newLine;
    }

    /// The line on which the row starts, counting from 1 as an editor does.
    public long line() {
        return line;
    }

    /// The value, trimmed; empty where it is missing, or the file has no such column.
    public String text(C column) {
        return values[column.ordinal()];
    }

    /// The value of a column that every row must fill.
    public String required(C column) {
        if (text(column).isEmpty()) {
            refuse(column, "a value is missing");
        }
        return text(column);
    }

    /// The date, empty where it is missing; one that no calendar has is a mistake.
    public Optional<LocalDate> date(C column) {
        var date = WrittenDate.parse(text(column));
        if (date.isEmpty() && !text(column).isEmpty()) {
            refuse(column, "this is no date; write it as yyyy-MM-dd");
        }
        return date;
    }

    /// The sex, unknown where it is missing; a word that is none is a mistake.
    public Sex sex(C column) {
        var sex = Sex.parse(text(column));
        if (sex.isEmpty()) {
            refuse(column, "write female, male, other or unknown");
        }
        return sex.orElse(Sex.UNKNOWN);
    }

    /// The age, empty where it is missing.
    public Optional<Integer> age(C column) {
        if (text(column).isEmpty()) {
            return Optional.empty();
        }
        if (!text(column).matches("[0-9]{1,3}") || Integer.parseInt(text(column)) > 130) {
            refuse(column, "write whole years from 0 to 130");
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text(column)));
    }

    /// One of the constants, as it is written in small letters; empty, and a mistake, where it is none of them.
    public <E extends Enum<E>> Optional<E> oneOf(C column, E[] allowed) {
        var found = Arrays.stream(allowed)
                .filter(each -> written(each).equals(text(column)))
                .findFirst();
        if (found.isEmpty()) {
            refuse(
                    column,
                    "write one of "
                            + String.join(
                                    ", ",
                                    List.of(allowed).stream().map(Row::written).toList()));
        }
        return found;
    }

    /// Says that this row's value is wrong.
    ///
    /// @param message what is wanted, without the value
    public void refuse(C column, String message) {
        mistakes.add(line, layout.heading(column), message);
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
