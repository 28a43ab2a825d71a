package org.kinmark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;

/// Reads the wanted columns of a small file that this very process, or one that it started, has written.
final class CsvRows<C extends Enum<C>> implements TableReader<C, List<CsvRows.Line<C>>> {

    private final Class<C> columns;
    private final List<Line<C>> rows = new ArrayList<>();

    /// One row; a column that it does not fill is empty.
    record Line<C>(Map<C, String> values) {

        String text(C column) {
            return values.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return "Line[hidden]";
        }
    }

    private CsvRows(Class<C> columns) {
        this.columns = columns;
    }

    /// All rows, each by column.
    ///
    /// @throws IOException where the file is not as it was written
    static <C extends Enum<C>> List<Line<C>> read(Path file, Class<C> columns) throws IOException {
        return switch (Table.read(Source.of(file), Schema.ours(columns), new CsvRows<>(columns))) {
            case Reading.Accepted<List<Line<C>>>(var rows, var _) -> rows;
            case Reading.Refused<List<Line<C>>>(var mistakes) ->
                throw new IOException(mistakes.getFirst().sentence());
        };
    }

    @Override
    public void row(Row<C> row) {
        var values = new HashMap<C, String>();
        EnumSet.allOf(columns).forEach(column -> values.put(column, row.text(column)));
        rows.add(new Line<>(values));
    }

    @Override
    public List<Line<C>> end(Mistakes mistakes) {
        return rows;
    }
}
