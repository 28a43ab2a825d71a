package org.kinmark.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Writes comma-separated files: a header, line feeds, quotation marks where a value needs them. Closing it leaves the
/// writer below open, with everything in it.
///
/// Source: RFC 4180.
public final class CsvFile implements Closeable {

    private final CsvWriter rows;
    private final UnaryOperator<String> guard;

    private CsvFile(Writer writer, UnaryOperator<String> guard, List<String> header) {
        this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new Unclosed(writer));
        this.guard = guard;
        rows.writeRecord(header);
    }

    /// Begins a file that another program reads: values stand in it as they are.
    ///
    /// @param columns named as their constants are, in small letters
    public static CsvFile exact(Writer writer, Enum<?>[] columns) {
        return new CsvFile(writer, UnaryOperator.identity(), header(columns));
    }

    /// Begins a file that a person opens in a spreadsheet: a value that could be taken for a formula begins with an
    /// apostrophe.
    ///
    /// @param columns named as their constants are, in small letters
    public static CsvFile guarded(Writer writer, Enum<?>[] columns) {
        return new CsvFile(writer, CsvFile::guarded, header(columns));
    }

    /// Writes a row.
    ///
    /// @param values in the order of the columns; empty is missing
    public void row(List<String> values) throws IOException {
        rows.writeRecord(values.stream().map(guard).toList());
    }

    /// Writes a row.
    public void row(String... values) throws IOException {
        row(List.of(values));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /// Adds a person's six columns in the order that our files have them in.
    static void add(Identity identity, List<String> row) {
        var number = identity.nhsNumber();
        row.add(number == null ? "" : number.digits());
        row.add(identity.givenName());
        row.add(identity.familyName());
        row.add(Objects.toString(identity.birthDate(), ""));
        row.add(identity.sex().written());
        row.add(identity.postcode());
    }

    private static List<String> header(Enum<?>[] columns) {
        return Arrays.stream(columns)
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String guarded(String value) {
        boolean formula =
                !value.isEmpty() && ("=+-@".indexOf(value.charAt(0)) >= 0 || Character.isISOControl(value.charAt(0)));
        return formula ? "'" + value : value;
    }

    /// Passes everything on but the end: the file below decides when it is whole.
    private static final class Unclosed extends FilterWriter {

        Unclosed(Writer writer) {
            super(writer);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
