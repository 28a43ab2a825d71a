package org.kinmark.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// `families.csv`: the families that a team knows, one row for each person in each family.
public final class FamiliesFile {

    private enum Column {
        FAMILY_ID,
        PERSON_ID,
        NHS_NUMBER,
        GIVEN_NAME,
        FAMILY_NAME,
        BIRTH_DATE,
        SEX,
        POSTCODE,
        GP_PRACTICE,
        SHIELDED,
        CRITERIA
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);

    private FamiliesFile() {}

    /// Reads the families, or every mistake in the file.
    public static Reading<Families> read(Source source) {
        return Table.read(source, SCHEMA, new Members());
    }

    /// Writes the families in the order of their members.
    public static void write(Families families, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var member : families.members()) {
                var written = new ArrayList<String>();
                written.add(member.familyId());
                written.add(member.personId());
                CsvFile.add(member.identity(), written);
                written.add(member.gpPractice());
                written.add(
                        member.shielded() == Shielded.NOT_SAID
                                ? ""
                                : member.shielded().name().toLowerCase(Locale.ROOT));
                written.add(member.criteria().stream()
                        .sorted()
                        .map(Criterion::written)
                        .collect(Collectors.joining(";")));
                rows.row(written);
            }
        }
    }

    private record Pair(String family, String person) {}

    private static final class Members implements TableReader<Column, Families> {

        private final IdentityFields<Column> identity = new IdentityFields<>(
                Column.NHS_NUMBER,
                Column.GIVEN_NAME,
                Column.FAMILY_NAME,
                Column.BIRTH_DATE,
                Column.SEX,
                Column.POSTCODE);
        private final List<FamilyMember> members = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final Set<Pair> seen = new HashSet<>();

        @Override
        public void row(Row<Column> row) {
            var family = row.required(Column.FAMILY_ID);
            var person = row.required(Column.PERSON_ID);
            if (!family.isEmpty() && !person.isEmpty() && !seen.add(new Pair(family, person))) {
                row.refuse(Column.PERSON_ID, "this person is in a row of the same family above already");
            }
            lines.add(row.line());
            members.add(new FamilyMember(
                    family, person, identity.read(row), row.text(Column.GP_PRACTICE), shielded(row), criteria(row)));
        }

        private static Shielded shielded(Row<Column> row) {
            return switch (row.text(Column.SHIELDED)) {
                case "yes" -> Shielded.YES;
                case "no" -> Shielded.NO;
                case "" -> Shielded.NOT_SAID;
                default -> {
                    row.refuse(Column.SHIELDED, "write yes or no, or leave it empty");
                    yield Shielded.NOT_SAID;
                }
            };
        }

        private static Set<Criterion> criteria(Row<Column> row) {
            var criteria = EnumSet.noneOf(Criterion.class);
            for (var word : row.text(Column.CRITERIA).split(";", -1)) {
                var name = word.strip();
                Arrays.stream(Criterion.values())
                        .filter(criterion -> criterion.written().equals(name))
                        .findFirst()
                        .ifPresentOrElse(criteria::add, () -> {
                            if (!name.isEmpty()) {
                                row.refuse(Column.CRITERIA, "write, separated by semicolons, any of " + all());
                            }
                        });
            }
            return Set.copyOf(criteria);
        }

        private static String all() {
            return Arrays.stream(Criterion.values()).map(Criterion::written).collect(Collectors.joining(", "));
        }

        @Override
        public Families end(Mistakes mistakes) {
            if (members.isEmpty() && mistakes.none()) {
                mistakes.add("there is no row below the header");
            }
            return new Families(List.copyOf(members), List.copyOf(lines), identity.wrongNhsNumbers());
        }
    }
}
