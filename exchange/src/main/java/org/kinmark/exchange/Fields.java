package org.kinmark.exchange;

import java.nio.charset.StandardCharsets;

/// One row of a plain file as bytes, in UTF-8. The same object serves every row: keep values, not the row.
///
/// @param <C> the columns
public final class Fields<C extends Enum<C>> {

    private byte[] bytes = {};
    private final int[] from;
    private final int[] to;

    Fields(int columns) {
        from = new int[columns];
        to = new int[columns];
    }

    void in(byte[] buffer) {
        bytes = buffer;
    }

    void set(int column, int begin, int end) {
        from[column] = begin;
        to[column] = end;
    }

    /// The bytes among which all values are.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the value begins, trimmed.
    public int from(C column) {
        return from[column.ordinal()];
    }

    /// Where it has ended: where it began, if it is missing or the file has no such column.
    public int to(C column) {
        return to[column.ordinal()];
    }

    /// Hides the row.
    @Override
    public String toString() {
        return "Fields[hidden]";
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
