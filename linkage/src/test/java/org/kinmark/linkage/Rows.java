package org.kinmark.linkage;

import java.util.EnumSet;
import java.util.List;

/// Records written as rows: `nhs_number|given_name|family_name|birth_date|sex|postcode`, then optionally `|family`.
final class Rows {

    private static final List<Column> COLUMNS = List.of(
            Column.NHS_NUMBER, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BIRTH_DATE, Column.SEX, Column.POSTCODE);

    private Rows() {}

    static Records of(String... rows) {
        return of(List.of(rows));
    }

    static Records of(List<String> rows) {
        var builder = Records.builder(EnumSet.copyOf(COLUMNS));
        for (var row : rows) {
            var fields = row.split("\\|", -1);
            for (int c = 0; c < COLUMNS.size(); c++) {
                builder.set(COLUMNS.get(c), fields[c]);
            }
            builder.family(fields.length > COLUMNS.size() ? fields[COLUMNS.size()] : "")
                    .end();
        }
        return builder.build();
    }
}
