package org.kinmark.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.boundary.ServiceKind;

/// `held.csv`: all that the team holds of rounds that were released: who was listed to which kind of service, what
/// was asked, and what came back.
public final class HeldFile {

    private enum Column {
        ROUND,
        AS_OF,
        FAMILY_ID,
        PERSON_ID,
        BIRTH_DATE,
        SEX,
        KIND,
        OF_COUNCIL,
        INDICATOR,
        MIN_AGE,
        MAX_AGE,
        INDICATOR_SEX,
        MARK
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*");
    private static final String YES = "yes";
    private static final String NO = "no";

    private HeldFile() {}

    /// Reads the rows, or every mistake in the file. A row may be there twice.
    public static Reading<List<HeldRow>> read(Source source) {
        return Table.read(source, SCHEMA, new Rows());
    }

    /// Writes the rows in their order.
    public static void write(List<HeldRow> held, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var each : held) {
                rows.row(
                        each.round(),
                        each.asOf().toString(),
                        each.familyId(),
                        each.personId(),
                        Objects.toString(each.birthDate(), ""),
                        each.sex().written(),
                        each.kind().name().toLowerCase(Locale.ROOT),
                        each.ofTheCouncil() ? YES : NO,
                        each.indicator(),
                        Objects.toString(each.minAge(), ""),
                        Objects.toString(each.maxAge(), ""),
                        written(each.indicatorSex()),
                        each.mark() ? "1" : "0");
            }
        }
    }

    private static String written(@Nullable Sex sex) {
        return sex == null ? "" : sex.written();
    }

    private static final class Rows implements TableReader<Column, List<HeldRow>> {

        private final List<HeldRow> rows = new ArrayList<>();
        private final Map<List<String>, Object> first = new HashMap<>();

        /// Whom an indicator concerns.
        private record Bounds(Optional<Integer> min, Optional<Integer> max, Optional<Sex> sex) {}

        @Override
        public void row(Row<Column> row) {
            var round = reference(row, Column.ROUND);
            var family = reference(row, Column.FAMILY_ID);
            var person = reference(row, Column.PERSON_ID);
            var indicator = reference(row, Column.INDICATOR);
            row.required(Column.AS_OF);
            var asOf = row.date(Column.AS_OF);
            var birthDate = row.date(Column.BIRTH_DATE);
            var sex = row.sex(Column.SEX);
            var kind = row.oneOf(Column.KIND, ServiceKind.values());
            var ofTheCouncil = is(row, Column.OF_COUNCIL, YES, NO);
            var bounds = bounds(row);
            var mark = is(row, Column.MARK, "1", "0");
            agree(row, Column.AS_OF, List.of(round), asOf, "the day on which ages are counted");
            agree(row, Column.BIRTH_DATE, List.of(round, person), birthDate, "the birth date of the person");
            agree(row, Column.INDICATOR, List.of(round, indicator), Optional.of(bounds), "whom the indicator concerns");
            agree(row, Column.MARK, List.of(round, family), mark, "the mark of the family");
            if (asOf.isPresent() && kind.isPresent() && ofTheCouncil.isPresent() && mark.isPresent()) {
                rows.add(new HeldRow(
                        round,
                        asOf.get(),
                        family,
                        person,
                        birthDate.orElse(null),
                        sex,
                        kind.get(),
                        ofTheCouncil.get(),
                        indicator,
                        bounds.min().orElse(null),
                        bounds.max().orElse(null),
                        bounds.sex().orElse(null),
                        mark.get()));
            }
        }

        /// What is printed again, on a terminal too: one that holds a control character could make it show
        /// another answer than was found.
        private static String reference(Row<Column> row, Column column) {
            var text = row.required(column);
            if (!PLAIN.matcher(text).matches()) {
                row.refuse(column, "write it in one line, without control characters or invisible ones");
            }
            return text;
        }

        private static Bounds bounds(Row<Column> row) {
            var min = row.age(Column.MIN_AGE);
            var max = row.age(Column.MAX_AGE);
            if (min.orElse(0) > max.orElse(130)) {
                row.refuse(Column.MAX_AGE, "the oldest is younger than the youngest");
            }
            return new Bounds(
                    min, max, Optional.of(row.sex(Column.INDICATOR_SEX)).filter(known -> known != Sex.UNKNOWN));
        }

        private static Optional<Boolean> is(Row<Column> row, Column column, String yes, String no) {
            var text = row.text(column);
            if (!text.equals(yes) && !text.equals(no)) {
                row.refuse(column, "write " + yes + " or " + no);
                return Optional.empty();
            }
            return Optional.of(text.equals(yes));
        }

        /// Says where what must be one in a whole round is another than in a row above.
        private void agree(Row<Column> row, Column column, List<String> of, Optional<?> value, String what) {
            var key = new ArrayList<>(of);
            key.add(column.name());
            value.filter(known -> !known.equals(first.computeIfAbsent(key, _ -> known)))
                    .ifPresent(_ -> row.refuse(column, what + " was another in a row of the same round above"));
        }

        @Override
        public List<HeldRow> end(Mistakes mistakes) {
            if (rows.isEmpty() && mistakes.none()) {
                mistakes.add("there is no row below the header");
            }
            return List.copyOf(rows);
        }
    }
}
