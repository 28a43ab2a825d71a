package org.kinmark.marker;

import java.util.HashSet;
import java.util.Set;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;

/// `objections.csv`: patients who want nothing of theirs used for this. Dropped before anything else.
final class Objections implements TableReader<Objections.Column, Set<String>> {

    enum Column {
        PATIENT_ID
    }

    static final Schema<Column> SCHEMA = Schema.theirs(Column.class);

    private final Set<String> patients = new HashSet<>();

    private Objections() {}

    static Reading<Set<String>> read(Source source, Columns named) {
        return Table.read(source, SCHEMA, named, new Objections());
    }

    /// An objection that cannot be honoured, for want of an id, must not be passed over.
    @Override
    public void row(Row<Column> row) {
        patients.add(row.required(Column.PATIENT_ID));
    }

    @Override
    public Set<String> end(Mistakes mistakes) {
        return Set.copyOf(patients);
    }
}
