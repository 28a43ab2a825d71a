package org.kinmark.marker;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kinmark.exchange.Columns;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Records;
import org.kinmark.linkage.Sex;
import org.kinmark.linkage.WrittenDate;

/// `register.csv`: a service's patients. Read twice: once to link, and once more to show the few who were linked, so
/// that a register of millions is never held as text.
final class RegisterFile {

    enum Column {
        PATIENT_ID,
        NHS_NUMBER,
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        SEX,
        POSTCODE,
        REGISTERED_UNTIL,
        DIED_ON
    }

    static final Schema<Column> SCHEMA =
            Schema.theirs(Column.class).optional(EnumSet.of(Column.REGISTERED_UNTIL, Column.DIED_ON));

    private static final Map<Column, org.kinmark.linkage.Column> COMPARED = Map.of(
            Column.NHS_NUMBER, org.kinmark.linkage.Column.NHS_NUMBER,
            Column.GIVEN_NAME, org.kinmark.linkage.Column.GIVEN_NAME,
            Column.FAMILY_NAME, org.kinmark.linkage.Column.FAMILY_NAME,
            Column.BIRTH_DATE, org.kinmark.linkage.Column.BIRTH_DATE,
            Column.SEX, org.kinmark.linkage.Column.SEX,
            Column.POSTCODE, org.kinmark.linkage.Column.POSTCODE);

    private RegisterFile() {}

    /// Reads everyone who may be matched on a day.
    static Reading<Register> read(Source source, Columns named, Set<String> objections, LocalDate asOf) {
        return Table.read(source, SCHEMA, named, new ToLink(objections, asOf));
    }

    /// Reads again the patients whom [#read] numbered so.
    static Reading<Map<Integer, Patient>> read(Source source, Columns named, Register register, Set<Integer> wanted) {
        return Table.read(source, SCHEMA, named, new ToShow(register, wanted));
    }

    private static final class ToLink implements TableReader<Column, Register> {

        private final Set<String> objections;
        private final LocalDate asOf;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<String> leftOut = new HashSet<>();
        private final Records.Builder records = Records.builder(Set.copyOf(COMPARED.values()));
        private int objected;
        private int gone;
        private int wrongEndDates;

        private ToLink(Set<String> objections, LocalDate asOf) {
            this.objections = objections;
            this.asOf = asOf;
        }

        @Override
        public void row(Row<Column> row) {
            var id = row.required(Column.PATIENT_ID);
            if (numbers.containsKey(id) || leftOut.contains(id)) {
                row.refuse(Column.PATIENT_ID, "this id is in a row above already");
            } else if (objections.contains(id)) {
                objected++;
                leftOut.add(id);
            } else if (endedBefore(row, Column.REGISTERED_UNTIL) || endedBefore(row, Column.DIED_ON)) {
                gone++;
                leftOut.add(id);
            } else {
                numbers.put(id, numbers.size());
                COMPARED.forEach((column, compared) -> records.set(compared, row.text(column)));
                records.end();
            }
        }

        /// On the day itself a patient is still there.
        private boolean endedBefore(Row<Column> row, Column column) {
            var date = WrittenDate.parse(row.text(column));
            if (date.isEmpty() && !row.text(column).isEmpty()) {
                wrongEndDates++;
            }
            return date.filter(day -> day.isBefore(asOf)).isPresent();
        }

        @Override
        public Register end(Mistakes mistakes) {
            return new Register(numbers, records.build(), objected, gone, wrongEndDates);
        }
    }

    private static final class ToShow implements TableReader<Column, Map<Integer, Patient>> {

        private final Register register;
        private final Set<Integer> wanted;
        private final Map<Integer, Patient> patients = new HashMap<>();

        private ToShow(Register register, Set<Integer> wanted) {
            this.register = register;
            this.wanted = wanted;
        }

        @Override
        public void row(Row<Column> row) {
            var id = row.text(Column.PATIENT_ID);
            Optional.ofNullable(register.numbers().get(id))
                    .filter(wanted::contains)
                    .ifPresent(number -> patients.put(number, new Patient(id, identity(row))));
        }

        private static Identity identity(Row<Column> row) {
            return new Identity(
                    NhsNumber.parse(row.text(Column.NHS_NUMBER)).orElse(null),
                    row.text(Column.GIVEN_NAME),
                    row.text(Column.FAMILY_NAME),
                    WrittenDate.parse(row.text(Column.BIRTH_DATE)).orElse(null),
                    Sex.parse(row.text(Column.SEX)).orElse(Sex.UNKNOWN),
                    row.text(Column.POSTCODE));
        }

        @Override
        public Map<Integer, Patient> end(Mistakes mistakes) {
            return patients;
        }
    }
}
