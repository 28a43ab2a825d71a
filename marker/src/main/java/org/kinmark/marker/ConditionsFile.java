package org.kinmark.marker;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kinmark.exchange.Code;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;
import org.kinmark.linkage.WrittenDate;

/// `conditions.csv`: codes in patients' records. Keeps no code that was not agreed.
final class ConditionsFile implements TableReader<ConditionsFile.Column, Conditions> {

    enum Column {
        PATIENT_ID,
        CODE,
        RECORDED_ON,
        ENDED_ON
    }

    static final Schema<Column> SCHEMA = Schema.theirs(Column.class).optional(EnumSet.of(Column.ENDED_ON));

    private final Map<String, Integer> numbers;
    private final Set<Code> agreed;
    private final Map<Integer, List<Condition>> byPatient = new HashMap<>();
    private int read;
    private int leftOut;
    private int notInRegister;

    private ConditionsFile(Map<String, Integer> numbers, Set<Code> agreed) {
        this.numbers = numbers;
        this.agreed = agreed;
    }

    /// @param numbers of the patients who may be matched, by their ids
    /// @param agreed the codes of the agreement
    static Reading<Conditions> read(Source source, Columns named, Map<String, Integer> numbers, Set<Code> agreed) {
        return Table.read(source, SCHEMA, named, new ConditionsFile(numbers, agreed));
    }

    @Override
    public void row(Row<Column> row) {
        read++;
        if (Code.isDestroyed(row.text(Column.CODE))) {
            row.refuse(
                    Column.CODE,
                    "a spreadsheet has destroyed this code; export it again and do not open it in a spreadsheet");
            return;
        }
        var code = Code.parse(row.text(Column.CODE));
        var recordedOn = WrittenDate.parse(row.text(Column.RECORDED_ON));
        if (code.isEmpty()
                || recordedOn.isEmpty()
                || row.text(Column.PATIENT_ID).isEmpty()) {
            leftOut++;
            return;
        }
        var patient = numbers.get(row.text(Column.PATIENT_ID));
        if (patient == null) {
            notInRegister++;
        } else if (agreed.contains(code.get())) {
            var endedOn = WrittenDate.parse(row.text(Column.ENDED_ON)).orElse(null);
            byPatient
                    .computeIfAbsent(patient, _ -> new ArrayList<>())
                    .add(new Condition(code.get(), recordedOn.get(), endedOn));
        }
    }

    @Override
    public Conditions end(Mistakes mistakes) {
        return new Conditions(byPatient, read, leftOut, notInRegister);
    }
}
