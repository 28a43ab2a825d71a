package org.kinmark.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `decisions.csv`: a professional's judgements. Stays at the service.
public final class DecisionsFile {

    private enum Column {
        FAMILY_REF,
        DECISION
    }

    private static final Schema<Column> SCHEMA = Schema.ours(Column.class);

    private DecisionsFile() {}

    /// Reads the judgements, no family twice, or every mistake in the file.
    public static Reading<List<FamilyJudgement>> read(Source source) {
        return Table.read(source, SCHEMA, new Judgements());
    }

    /// Writes judgements in their order.
    public static void write(List<FamilyJudgement> judgements, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var each : judgements) {
                rows.row(each.family().value(), each.judgement().written());
            }
        }
    }

    private static final class Judgements implements TableReader<Column, List<FamilyJudgement>> {

        private final List<FamilyJudgement> judgements = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        @Override
        public void row(Row<Column> row) {
            var family = row.required(Column.FAMILY_REF);
            if (!family.isEmpty() && !seen.add(family)) {
                row.refuse(Column.FAMILY_REF, "this family is in a row above already");
            }
            row.oneOf(Column.DECISION, Judgement.values())
                    .ifPresent(judgement ->
                            judgements.add(new FamilyJudgement(new FamilyRef(family), judgement, row.line())));
        }

        @Override
        public List<FamilyJudgement> end(Mistakes mistakes) {
            return List.copyOf(judgements);
        }
    }
}
