package org.kinmark.linkage;

import java.util.EnumSet;
import java.util.List;

/// Records written as rows: `nhs_number|given_name|family_name|birth_date|sex|postcode`, then optionally
/// `|family`, and `|address|town` after that.
final class Rows {

    private static final List<Column> COLUMNS = List.of(
            Column.NHS_NUMBER, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BIRTH_DATE, Column.SEX, Column.POSTCODE);
    /// The place of the family in a row.
    static final int FAMILY = COLUMNS.size();
    private static final int ADDRESS = FAMILY + 1;
    private static final int TOWN = FAMILY + 2;

    private Rows() {}

    static Records of(String... rows) {
        return of(List.of(rows));
    }

    static Records of(List<String> rows) {
        return builder(rows).build();
    }

    /// The same rows, read in so many pieces that are then put together.
    static Records inPieces(List<String> rows, int pieces) {
        var all = builder(rows.subList(0, rows.size() / pieces));
        for (int k = 1; k < pieces; k++) {
            all.append(builder(rows.subList(rows.size() * k / pieces, rows.size() * (k + 1) / pieces)));
        }
        return all.build();
    }

    private static Records.Builder builder(List<String> rows) {
        var builder = Records.builder(EnumSet.allOf(Column.class));
        for (var row : rows) {
            var fields = row.split("\\|", -1);
            for (int c = 0; c < FAMILY; c++) {
                builder.set(COLUMNS.get(c), fields[c]);
            }
            builder.family(fields.length > FAMILY ? fields[FAMILY] : "");
            builder.set(Column.ADDRESS, fields.length > ADDRESS ? fields[ADDRESS] : "");
            builder.set(Column.TOWN, fields.length > TOWN ? fields[TOWN] : "");
            builder.end();
        }
        return builder;
    }
}
