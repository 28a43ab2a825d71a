package org.kinmark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Linkage;

/// What `kinmark link` says on standard output when it is done.
final class LinkSummary {

    private final PrintWriter out;

    LinkSummary(PrintWriter out) {
        this.out = out;
    }

    /// How much was found, and how much of it is expected to be right.
    void say(TwoFiles files, Linkage linkage) {
        var cut = linkage.cut();
        out.printf(
                Locale.ROOT,
                "%,d links of %,d records with %,d, from probability %.3f on%n",
                linkage.links().size(),
                files.left().records().size(),
                files.right().records().size(),
                cut.probability());
        out.printf(
                Locale.ROOT,
                "expected precision %.4f, expected recall %.4f of the pairs that the estimate believes in%n",
                cut.expectedPrecision(),
                cut.expectedRecall());
        out.flush();
    }

    /// Where the page is.
    void sayPage(Path page) {
        out.println("Why these links: open " + page
                + " in a browser. It has ids and says who is whom; keep it with the files.");
        out.flush();
    }

    /// How much of it is right.
    void say(Evaluation evaluation) {
        var taken = evaluation.atCut();
        var best = evaluation.best();
        out.printf(
                Locale.ROOT,
                "%,d left records have a known answer: precision %.4f, recall %.4f, F1 %.4f; the best F1 is %.4f, from "
                        + "probability %.3f on%n",
                evaluation.answers(),
                taken.precision(),
                taken.recall(),
                taken.f1(),
                best.f1(),
                best.probability());
        var recall = evaluation.recallAtPrecision();
        out.println(
                recall.isPresent()
                        ? String.format(Locale.ROOT, "recall at precision .999: %.4f", recall.getAsDouble())
                        : "no cut has a precision of .999");
        out.flush();
    }
}
