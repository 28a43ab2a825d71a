package org.kinmark.marker;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.kinmark.exchange.CsvFile;

/// `review.csv`: what a professional looks at in a spreadsheet, in the list's order.
final class ReviewCsv {

    private enum Column {
        FAMILY_REF,
        PERSON_REF,
        PATIENT_ID,
        PROBABILITY,
        LINK,
        INDICATOR,
        CODE,
        RECORDED_ON,
        SUGGESTION
    }

    private ReviewCsv() {}

    static void write(Review review, Writer writer) throws IOException {
        try (var rows = CsvFile.guarded(writer, Column.values())) {
            for (var finding : review.standing()) {
                for (var reason : finding.reasons()) {
                    var code = reason.code().written();
                    row(
                            rows,
                            finding,
                            reason.indicator().id(),
                            code,
                            reason.recordedOn().toString());
                }
                if (finding.reasons().isEmpty() && finding.needsJudgement()) {
                    row(rows, finding, "", "", "");
                }
            }
        }
    }

    private static void row(CsvFile rows, Finding finding, String indicator, String code, String recordedOn)
            throws IOException {
        rows.row(
                finding.person().family().value(),
                finding.person().person().value(),
                finding.patient().id(),
                LinksCsv.written(finding.probability()),
                finding.link().name().toLowerCase(Locale.ROOT),
                indicator,
                code,
                recordedOn,
                finding.suggests() ? "priority" : "judge");
    }
}
