package org.kinmark.cli;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kinmark.exchange.CsvFile;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Linkage;
import org.kinmark.linkage.page.LinksPage;

/// The files that `kinmark link` writes. They appear together, when all of them are whole.
record LinkOutputs(Optional<Path> links, Optional<Path> model, Optional<Path> report, Optional<Path> page) {

    /// Odds of 2^50 are as sure as a probability can be written.
    private static final double SUREST = 1 - 0x1p-50;

    /// What there is to write.
    ///
    /// @param seconds by stage so far; writing is added
    /// @param asked pairs that the page is to explain besides
    record Linked(
            TwoFiles files,
            Linkage linkage,
            Map<String, Double> seconds,
            Optional<Evaluation> evaluation,
            List<LinksPage.Pair> asked) {

        @Override
        public String toString() {
            return "Linked[" + files + "]";
        }
    }

    private List<Path> all() {
        return Stream.of(links, model, report, page).flatMap(Optional::stream).toList();
    }

    /// Why these files cannot be written, in a sentence that names one; empty where they can.
    ///
    /// @param inputs what is read, none of which may be written over
    Optional<String> obstacle(List<Path> inputs) {
        return new DistinctPaths(inputs, all()).obstacle();
    }

    /// Writes all of them.
    void write(Linked linked) throws IOException {
        long began = System.nanoTime();
        try (var files = new NewFiles()) {
            files.beginAll(all());
            files.write(links.stream().toList(), (_, writer) -> writeLinks(linked, writer));
            files.write(model.stream().toList(), (_, writer) -> ModelFile.write(writer, linked.linkage.model()));
            files.write(page.stream().toList(), (_, writer) -> writePage(linked, writer));
            linked.seconds.put("write", (System.nanoTime() - began) / 1e9);
            files.write(report.stream().toList(), (_, writer) -> ModelFile.write(writer, LinkReport.of(linked)));
            files.commit();
        }
    }

    /// The columns of the links, in order.
    private enum Field {
        LEFT_ID,
        RIGHT_ID,
        PROBABILITY,
        WEIGHT
    }

    private static void writeLinks(Linked linked, Writer writer) throws IOException {
        try (var rows = CsvFile.exact(writer, Field.values())) {
            for (var link : linked.linkage().links()) {
                double probability = Math.min(link.probability(), SUREST);
                rows.row(
                        linked.files().left().ids().get(link.left()),
                        linked.files().right().ids().get(link.right()),
                        Double.toString(probability),
                        sixDecimals(bits(probability)));
            }
        }
    }

    private static void writePage(Linked linked, Writer writer) throws IOException {
        new LinksPage(
                        linked.linkage,
                        linked.files.left().ids(),
                        linked.files.right().ids())
                .write(writer, linked.asked, linked.evaluation);
    }

    /// From the probability as it is written, so that a reader who computes it comes to the same.
    private static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    private static String sixDecimals(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }
}
