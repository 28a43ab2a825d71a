package org.kinmark.marker;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.CsvFile;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;

/// `remembered.csv`: what professionals said of links in earlier rounds. Stays at the service.
///
/// A row that says yes also says that a council's family team has listed one of the service's patients,
/// which the service would otherwise forget with the round. Therefore nobody is named in it ([Digests]
/// says how much that is worth), and no row outlives two years.
final class RememberedFile implements TableReader<RememberedFile.Column, Remembered> {

    enum Column {
        KEY,
        PATIENT_DIGEST,
        PAIR_DIGEST,
        SAME,
        SAID_BY,
        SAID_ON,
        ROW_DIGEST
    }

    private enum Answer {
        YES,
        NO
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);
    private static final int YEARS = 2;

    private final LocalDate asOf;
    private final Map<String, Remembered.Entry> byPair = new LinkedHashMap<>();
    private @Nullable Digests digests;
    private int tooOld;

    private RememberedFile(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// Reads every word that is not older than two years on a day, or every mistake in the file.
    static Reading<Remembered> read(Source source, LocalDate asOf) {
        return Table.read(source, SCHEMA, new RememberedFile(asOf));
    }

    static void write(Remembered remembered, Writer writer) throws IOException {
        var digests = remembered.digests();
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var each : remembered.byPair().entrySet()) {
                var patient = each.getValue().patient();
                var word = each.getValue().word();
                rows.row(
                        digests.key(),
                        patient,
                        each.getKey(),
                        word.same() ? "yes" : "no",
                        word.by(),
                        word.on().toString(),
                        digests.row(patient, each.getKey(), word));
            }
        }
    }

    @Override
    public void row(Row<Column> row) {
        var under = key(row);
        var patient = digest(row, Column.PATIENT_DIGEST);
        var pair = digest(row, Column.PAIR_DIGEST);
        var written = digest(row, Column.ROW_DIGEST);
        var same = row.oneOf(Column.SAME, Answer.values());
        var by = row.required(Column.SAID_BY);
        row.required(Column.SAID_ON);
        var on = row.date(Column.SAID_ON);
        if (under.isEmpty() || patient.isEmpty() || pair.isEmpty() || written.isEmpty() || same.isEmpty()) {
            return;
        }
        if (by.isEmpty() || on.isEmpty()) {
            return;
        }
        var word = new Word(same.get() == Answer.YES, by, on.get());
        if (!under.get().row(patient.get(), pair.get(), word).equals(written.get())) {
            row.refuse(
                    Column.ROW_DIGEST,
                    "something in this row was changed after Kinmark wrote it; take the file back from a copy, or"
                            + " delete the row and decide that link again");
        } else if (word.on().plusYears(YEARS).isBefore(asOf)) {
            tooOld++;
        } else if (byPair.put(pair.get(), new Remembered.Entry(patient.get(), word)) != null) {
            row.refuse(Column.PAIR_DIGEST, "this pair is in a row above already");
        }
    }

    private Optional<Digests> key(Row<Column> row) {
        var key = digest(row, Column.KEY);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var first = digests == null ? Digests.withKey(key.get()) : digests;
        digests = first;
        if (!first.key().equals(key.get())) {
            row.refuse(Column.KEY, "this is not the key of the rows above; a file has one");
            return Optional.empty();
        }
        return Optional.of(first);
    }

    private static Optional<String> digest(Row<Column> row, Column column) {
        if (Digests.isWritten(row.text(column))) {
            return Optional.of(row.text(column));
        }
        row.refuse(column, "this is not as Kinmark writes it: 64 of the digits 0 to 9 and a to f");
        return Optional.empty();
    }

    @Override
    public Remembered end(Mistakes mistakes) {
        return digests == null ? Remembered.nothing() : new Remembered(digests, byPair, tooOld);
    }
}
