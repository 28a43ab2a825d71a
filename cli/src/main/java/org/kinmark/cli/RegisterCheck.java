package org.kinmark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.kinmark.exchange.Mistakes;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Row;
import org.kinmark.exchange.Schema;
import org.kinmark.exchange.Source;
import org.kinmark.exchange.Table;
import org.kinmark.exchange.TableReader;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.WrittenDate;

/// Looks through a register before a rehearsal: refuses one of real people, and notes who could not be found in it.
final class RegisterCheck implements TableReader<RegisterCheck.Column, Set<String>> {

    /// Follows a number of NHS Numbers.
    static final String REAL =
            " NHS Numbers lie outside the ranges that were never issued; a rehearsal is for invented people only";

    private final LocalDate asOf;
    private final Set<String> gone = new HashSet<>();
    private long real;

    /// The columns that matter here.
    enum Column {
        PATIENT_ID,
        NHS_NUMBER,
        REGISTERED_UNTIL,
        DIED_ON
    }

    private RegisterCheck(LocalDate asOf) {
        this.asOf = asOf;
    }

    /// The patients who had left or died before a day, or objected: nobody is to be linked with them.
    static Reading<Set<String>> notToBeFound(Path register, Path objections, LocalDate asOf) {
        var schema = Schema.theirs(Column.class).optional(EnumSet.of(Column.REGISTERED_UNTIL, Column.DIED_ON));
        var reading = Table.read(Source.of(register), schema, new RegisterCheck(asOf));
        if (!(reading instanceof Reading.Accepted<Set<String>>(var gone, var warnings)) || !Files.exists(objections)) {
            return reading;
        }
        var onlyIds = Schema.theirs(Column.class).optional(EnumSet.complementOf(EnumSet.of(Column.PATIENT_ID)));
        return switch (Table.read(Source.of(objections), onlyIds, new Ids())) {
            case Reading.Refused<Set<String>> refused -> refused;
            case Reading.Accepted<Set<String>>(var objecting, var _) -> {
                gone.addAll(objecting);
                yield new Reading.Accepted<>(gone, warnings);
            }
        };
    }

    @Override
    public void row(Row<Column> row) {
        if (NhsNumber.parse(row.text(Column.NHS_NUMBER))
                .filter(number -> !number.isForTests())
                .isPresent()) {
            real++;
        }
        if (isBefore(row.text(Column.REGISTERED_UNTIL)) || isBefore(row.text(Column.DIED_ON))) {
            gone.add(row.text(Column.PATIENT_ID));
        }
    }

    private boolean isBefore(String typed) {
        return WrittenDate.parse(typed).filter(day -> day.isBefore(asOf)).isPresent();
    }

    @Override
    public Set<String> end(Mistakes mistakes) {
        if (real > 0) {
            mistakes.add(0, "nhs_number", real + REAL);
        }
        return gone;
    }

    private static final class Ids implements TableReader<Column, Set<String>> {

        private final Set<String> ids = new HashSet<>();

        @Override
        public void row(Row<Column> row) {
            ids.add(row.text(Column.PATIENT_ID));
        }

        @Override
        public Set<String> end(Mistakes mistakes) {
            return ids;
        }
    }
}
