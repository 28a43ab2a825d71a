package org.kinmark.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Reads comma-separated files of every kind, row by row: what is told about headings, encodings and broken rows is
/// the same in all of them.
///
/// Source: RFC 4180.
public final class Table {

    private static final int LINES_ABOVE_HEADER = 20;
    /// In characters.
    static final int LONGEST_FIELD = 1 << 20;
    private static final String BROKEN =
            "this row cannot be read: a quotation mark is not closed, or is followed by something other than a comma,"
                    + " or a field is longer than a million characters";

    private Table() {}

    /// Reads a whole file.
    ///
    /// @param named headings that the user named
    /// @throws UncheckedIOException where the machine fails while reading
    public static <C extends Enum<C>, T> Reading<T> read(
            Source source, Schema<C> schema, Columns named, TableReader<C, T> reader) {
        var mistakes = new Mistakes(source.name());
        var obstacle = source.obstacle();
        if (obstacle.isPresent()) {
            mistakes.add(obstacle.get());
            return mistakes.refused();
        }
        try {
            return read(source, new Rows<>(schema, named, reader, mistakes), mistakes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a file by the usual headings.
    public static <C extends Enum<C>, T> Reading<T> read(Source source, Schema<C> schema, TableReader<C, T> reader) {
        return read(source, schema, Columns.USUAL, reader);
    }

    private static <T> Reading<T> read(Source source, Rows<?, T> rows, Mistakes mistakes) throws IOException {
        FileKind kind;
        try (var bytes = source.open()) {
            kind = FileKind.of(bytes);
        }
        return switch (kind) {
            case FileKind.NotText(var what) -> refused(what, mistakes);
            case FileKind.Text text when text.json() -> refused("JSON", mistakes);
            case FileKind.Empty() -> {
                mistakes.add("the file is empty");
                yield mistakes.refused();
            }
            case FileKind.Text text -> {
                if (!text.charset().equals(StandardCharsets.UTF_8)) {
                    mistakes.warn("this is not UTF-8; it was read as Windows-1252");
                }
                yield read(source, text, rows);
            }
        };
    }

    private static <T> Reading<T> refused(String what, Mistakes mistakes) {
        mistakes.add("this is " + what + "; save it as \"CSV UTF-8\" and name that file");
        return mistakes.refused();
    }

    private static <T> Reading<T> read(Source source, FileKind.Text text, Rows<?, T> rows) throws IOException {
        try (var bytes = new CountedStream(source);
                var csv = reader(bytes, text, rows.parser)) {
            return rows.read(csv.iterator());
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static CsvReader<RowParser> reader(InputStream bytes, FileKind.Text text, RowParser parser)
            throws IOException {
        if (text.byteOrderMark()) {
            bytes.skipNBytes(3);
        }
        return CsvReader.builder()
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LONGEST_FIELD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(parser, new EndedReader(new InputStreamReader(bytes, text.charset())));
    }

    /// One file on its way from rows to what it holds.
    private static final class Rows<C extends Enum<C>, T> {

        private final Schema<C> schema;
        private final Columns named;
        private final TableReader<C, T> reader;
        private final Mistakes mistakes;
        private final RowParser parser = new RowParser();

        private Rows(Schema<C> schema, Columns named, TableReader<C, T> reader, Mistakes mistakes) {
            this.schema = schema;
            this.named = named;
            this.reader = reader;
            this.mistakes = mistakes;
        }

        private Reading<T> read(Iterator<RowParser> rows) {
            var header = header(rows);
            if (header.isEmpty()) {
                return mistakes.refused();
            }
            var layout = header.get().layout(schema, named, mistakes);
            if (!mistakes.none()) {
                return mistakes.refused();
            }
            reader.begin(layout);
            body(rows, layout);
            var value = reader.end(mistakes);
            return mistakes.none() ? mistakes.accepted(value) : mistakes.refused();
        }

        /// The first row that names every column that must be there. Where there is none, the row that names most is
        /// taken for the header, to say what it lacks.
        private Optional<Headings> header(Iterator<RowParser> rows) {
            var candidates = new ArrayList<Headings>();
            while (next(rows) && parser.line() <= LINES_ABOVE_HEADER + 1) {
                if (parser.isBlank()) {
                    continue;
                }
                var candidate = parser.headings();
                if (candidate.missing(schema, named).isEmpty() && candidate.recognised(schema, named) > 0) {
                    return Optional.of(candidate);
                }
                candidates.add(candidate);
            }
            if (mistakes.none()) {
                sayWhatIsMissing(candidates);
            }
            return Optional.empty();
        }

        private void sayWhatIsMissing(List<Headings> candidates) {
            var separator = candidates.stream()
                    .flatMap(candidate -> candidate.otherSeparator(schema, named).stream())
                    .findFirst();
            if (separator.isPresent()) {
                mistakes.add(
                        "the columns are separated by " + separator.get() + "; save it with commas (\"CSV UTF-8\")");
                return;
            }
            var best = candidates.stream()
                    .max(Comparator.comparingInt((Headings each) -> each.recognised(schema, named))
                            .thenComparing(Headings::line, Comparator.reverseOrder()))
                    .orElse(new Headings(1, List.of()));
            boolean anything = best.recognised(schema, named) > 0;
            for (var column : best.missing(schema, named)) {
                var names = schema.names(column);
                var others = names.size() == 1
                        ? "there is no column of this name"
                        : "there is no column of this name, nor " + String.join(", ", names.subList(1, names.size()));
                mistakes.add(anything ? best.line() : 1, names.getFirst(), others);
            }
        }

        private void body(Iterator<RowParser> rows, Layout<C> layout) {
            var values = new String[schema.columns().size()];
            var destinations = new int[layout.width()];
            Arrays.fill(destinations, -1);
            layout.columns().forEach(column -> destinations[layout.position(column)] = column.ordinal());
            parser.keep(destinations, values);
            var row = new Row<>(values, layout, mistakes);
            while (next(rows)) {
                if (parser.isBlank()) {
                    continue;
                }
                if (parser.width() != layout.width()) {
                    mistakes.add(
                            parser.line(),
                            "",
                            "this row has " + parser.width() + " fields and the header has " + layout.width());
                    continue;
                }
                row.startsAt(parser.line());
                reader.row(row);
            }
        }

        /// Parses one more row. A row that cannot be parsed is a mistake and ends the file: where the next one would
        /// begin is not known.
        private boolean next(Iterator<RowParser> rows) {
            try {
                if (!rows.hasNext() || rows.next().isEnd()) {
                    return false;
                }
            } catch (CsvParseException _) {
                mistakes.add(parser.line(), "", BROKEN);
                return false;
            }
            if (parser.isUnclosed()) {
                mistakes.add(parser.line(), "", "a quotation mark in this row is never closed");
                return false;
            }
            return true;
        }
    }
}
