package org.kinmark.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Fields;
import org.kinmark.exchange.Layout;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.PiecesReader;
import org.kinmark.exchange.PlainTable;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;
import org.kinmark.linkage.Column;
import org.kinmark.linkage.Records;

/// One of the two files that `kinmark link` compares: an id, and whichever identifying columns it has.
///
/// @param ids of the records, in the file's order
/// @param hasFamilies whether the file says who belongs together
record PeopleFile(List<String> ids, Records records, boolean hasFamilies) {

    private static final List<String> IDS = List.of("person_ref", "person_id", "patient_id", "rec_id", "id");
    private static final List<String> FAMILIES = List.of("family_ref", "family_id");

    /// The columns of such a file; those that identify are called as in [Column].
    enum Field {
        ID,
        FAMILY,
        NHS_NUMBER,
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        SEX,
        POSTCODE,
        ADDRESS,
        TOWN
    }

    private static final Map<Field, Column> COMPARED = EnumSet.range(Field.NHS_NUMBER, Field.TOWN).stream()
            .collect(Collectors.toUnmodifiableMap(field -> field, field -> Column.valueOf(field.name())));

    /// What such a file may be called to have.
    static Schema<Field> schema() {
        return Schema.theirs(Field.class)
                .called(Field.ID, IDS)
                .called(Field.FAMILY, FAMILIES)
                .optional(EnumSet.range(Field.FAMILY, Field.TOWN));
    }

    /// Reads a whole file.
    ///
    /// @param id the heading of the ids, or empty for the usual ones
    /// @param family the heading of the family, or empty for the usual ones
    /// @param executor what reads pieces of a plain file
    /// @param threads how many pieces at most
    static Reading<PeopleFile> read(
            Source source, Columns named, String id, String family, Executor executor, int threads) {
        var schema = schema();
        if (!id.isEmpty()) {
            schema = schema.called(Field.ID, List.of(id));
        }
        if (!family.isEmpty()) {
            schema = schema.called(Field.FAMILY, List.of(family)).requiring(Set.of(Field.FAMILY));
        }
        var theirs = schema;
        return PlainTable.read(source, theirs, named, new Pieces(), executor, threads)
                .orElseGet(() -> Table.read(source, theirs, named, new Reader()));
    }

    @Override
    public String toString() {
        return "PeopleFile[" + ids.size() + "]";
    }

    private static final class Reader implements TableReader<Field, PeopleFile> {

        private final List<String> ids = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private Records.Builder records = Records.builder(Set.of());
        private List<Field> fields = List.of();
        private boolean hasFamilies;

        @Override
        public void begin(Layout<Field> layout) {
            fields = COMPARED.keySet().stream().filter(layout::has).sorted().toList();
            records = Records.builder(fields.stream().map(COMPARED::get).collect(Collectors.toSet()));
            hasFamilies = layout.has(Field.FAMILY);
        }

        @Override
        public void row(Row<Field> row) {
            var id = row.required(Field.ID);
            if (!id.isEmpty() && !seen.add(id)) {
                row.refuse(Field.ID, "this id is on an earlier line too");
            }
            ids.add(id);
            for (var field : fields) {
                records.set(Column.valueOf(field.name()), row.text(field));
            }
            records.family(row.text(Field.FAMILY)).end();
        }

        @Override
        public PeopleFile end(Mistakes mistakes) {
            var read = records.build();
            if (read.columns().isEmpty()) {
                mistakes.add(
                        "no column here says who a person is: " + "nhs_number, given_name, family_name, birth_date, "
                                + "sex, postcode, address or town (see --columns)");
            }
            warn(read, mistakes);
            return new PeopleFile(ids, read, hasFamilies);
        }
    }

    private static void warn(Records read, Mistakes mistakes) {
        if (read.nhsNumbersWithWrongCheckDigit() > 0) {
            mistakes.warn(read.nhsNumbersWithWrongCheckDigit()
                    + " NHS numbers have a wrong check digit and count as missing");
        }
        if (read.datesThatAreNone() > 0) {
            mistakes.warn(read.datesThatAreNone() + " birth dates are no dates and count as missing");
        }
    }

    /// The same of a plain file, in pieces.
    private static final class Pieces implements PiecesReader<Field, Pieces.Piece, PeopleFile> {

        private static final class Piece {
            private final Ids ids = new Ids();
            private final Field[] fields;
            private final Column[] columns;
            private final Records.Builder records;

            private Piece(List<Field> fields) {
                this.fields = fields.toArray(Field[]::new);
                columns = fields.stream().map(COMPARED::get).toArray(Column[]::new);
                records = Records.builder(Set.of(columns));
            }
        }

        @Override
        public Piece begin(Layout<Field> layout) {
            return new Piece(
                    COMPARED.keySet().stream().filter(layout::has).sorted().toList());
        }

        @Override
        public boolean row(Piece piece, Fields<Field> row) {
            int id = row.from(Field.ID);
            if (id == row.to(Field.ID)) {
                return false;
            }
            piece.ids.add(row.bytes(), id, row.to(Field.ID));
            for (int k = 0; k < piece.fields.length; k++) {
                piece.records.set(piece.columns[k], row.bytes(), row.from(piece.fields[k]), row.to(piece.fields[k]));
            }
            piece.records
                    .family(row.bytes(), row.from(Field.FAMILY), row.to(Field.FAMILY))
                    .end();
            return true;
        }

        @Override
        public Optional<PeopleFile> end(Layout<Field> layout, List<Piece> pieces, Mistakes mistakes) {
            var first = pieces.getFirst();
            for (var piece : pieces.subList(1, pieces.size())) {
                first.ids.append(piece.ids);
                first.records.append(piece.records);
            }
            if (first.columns.length == 0 || first.ids.haveOneTwice()) {
                return Optional.empty();
            }
            var read = first.records.build();
            warn(read, mistakes);
            return Optional.of(new PeopleFile(first.ids, read, layout.has(Field.FAMILY)));
        }
    }
}
