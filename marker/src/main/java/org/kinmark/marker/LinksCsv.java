package org.kinmark.marker;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.kinmark.exchange.CsvFile;

/// `links.csv`: who was taken for whom, so that a rehearsal, which knows the truth, can measure it. Stays at the
/// service.
final class LinksCsv {

    private enum Column {
        PERSON_REF,
        PATIENT_ID,
        PROBABILITY,
        LINK
    }

    private LinksCsv() {}

    static void write(Review review, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Column.values())) {
            for (var finding : review.standing()) {
                rows.row(
                        finding.person().person().value(),
                        finding.patient().id(),
                        written(finding.probability()),
                        finding.link().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /// Six significant digits without an exponent, rounded down: what is nearly certain is not written as certain.
    static String written(double probability) {
        return new BigDecimal(probability)
                .round(new MathContext(6, RoundingMode.DOWN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
