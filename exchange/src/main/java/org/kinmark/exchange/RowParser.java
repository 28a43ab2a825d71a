package org.kinmark.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps of each row the fields that are wanted, in one array that serves all rows. Before the header is known it keeps
/// every field.
final class RowParser extends AbstractBaseCsvCallbackHandler<RowParser> {

    /// Stands alone on a line that is added to every file: inside quotation marks it shows that they were not closed.
    static final char END_OF_FILE = '\uFFFF';

    private static final int MOST_COLUMNS = 2_000;

    private final List<String> cells = new ArrayList<>();
    private int @Nullable [] destinations;
    private String[] values = {};
    private long line;
    private int width;
    private boolean blank;
    private boolean end;
    private boolean unclosed;

    /// The header is known: from now on the fields go to `kept`.
    ///
    /// @param to for each position the index in `kept`, or -1 where nobody wants the field
    void keep(int[] to, String[] kept) {
        this.destinations = to;
        this.values = kept;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        width = 0;
        blank = true;
        cells.clear();
        Arrays.fill(values, "");
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        width = index + 1;
        if (length > 0 && buffer[offset + length - 1] == END_OF_FILE) {
            unclosed = quoted;
            end = !quoted;
            return;
        }
        if (destinations == null) {
            if (index < MOST_COLUMNS) {
                var cell = Trimmed.of(buffer, offset, length);
                cells.add(cell);
                blank &= cell.isEmpty();
            }
            return;
        }
        int to = index < destinations.length ? destinations[index] : -1;
        if (to >= 0) {
            values[to] = Trimmed.of(buffer, offset, length);
            blank &= values[to].isEmpty();
        } else {
            blank = blank && Trimmed.of(buffer, offset, length).isEmpty();
        }
    }

    @Override
    protected RowParser buildRecord() {
        return this;
    }

    /// The line on which the row starts, or would have started where it is broken.
    long line() {
        return line;
    }

    /// The number of fields.
    int width() {
        return width;
    }

    /// Whether no field holds anything.
    boolean isBlank() {
        return blank;
    }

    /// Whether this is the line that was added at the end, and no row.
    boolean isEnd() {
        return end;
    }

    /// Whether the file ended inside quotation marks.
    boolean isUnclosed() {
        return unclosed;
    }

    /// The row as it might be a header.
    Headings headings() {
        return new Headings(line, List.copyOf(cells));
    }
}
