package org.kinmark.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `marks.csv`: all that a health service sends back.
public final class MarksFile {

    private enum Column {
        LIST_REF,
        FAMILY_REF,
        MARK
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);

    private MarksFile() {}

    /// Reads the marks of one list, or every mistake in the file.
    public static Reading<Marks> read(Source source) {
        return switch (readNumbered(source)) {
            case Reading.Accepted(var numbered, var warnings) -> new Reading.Accepted<>(numbered.marks(), warnings);
            case Reading.Refused(var mistakes) -> new Reading.Refused<>(mistakes);
        };
    }

    /// The same with the line of each mark.
    public static Reading<NumberedMarks> readNumbered(Source source) {
        return Table.read(source, SCHEMA, new Collected());
    }

    /// Writes the marks in their order.
    public static void write(Marks marks, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var each : marks.marks()) {
                rows.row(marks.list().value(), each.family().value(), each.priority() ? "1" : "0");
            }
        }
    }

    private static final class Collected implements TableReader<Column, NumberedMarks> {

        private final List<Mark> marks = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private String listRef = "";

        @Override
        public void row(Row<Column> row) {
            var ref = row.required(Column.LIST_REF);
            if (marks.isEmpty()) {
                listRef = ref;
            } else if (!ref.isEmpty() && !listRef.isEmpty() && !ref.equals(listRef)) {
                row.refuse(Column.LIST_REF, "this is not the reference of the rows above; a file marks one list");
            }
            var family = row.required(Column.FAMILY_REF);
            if (!family.isEmpty() && !seen.add(family)) {
                row.refuse(Column.FAMILY_REF, "this family is in a row above already");
            }
            var mark = row.text(Column.MARK);
            if (!mark.equals("1") && !mark.equals("0")) {
                row.refuse(Column.MARK, "write 1 or 0");
            }
            lines.add(row.line());
            marks.add(new Mark(new FamilyRef(family), mark.equals("1")));
        }

        @Override
        public NumberedMarks end(Mistakes mistakes) {
            if (marks.isEmpty() && mistakes.none()) {
                mistakes.add("there is no row below the header");
            }
            return new NumberedMarks(new Marks(new ListRef(listRef), List.copyOf(marks)), List.copyOf(lines));
        }
    }
}
