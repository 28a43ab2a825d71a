package org.kinmark.linkage.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Evaluation.Point;

/// How right the links are, where the answers are known: at the cut, at the best one, and along the curve.
final class AnswerChart {

    private static final String[] CUTS_IN_PERCENT = {
        "99.9999", "99.99", "99.9", "99", "95", "90", "80", "70", "60", "50", "40", "30", "20", "10", "5"
    };
    private static final double WIDTH = 600;
    private static final double HEIGHT = 200;
    /// Between these weights a cut would be set; in bits.
    private static final double FROM = -6;

    private static final double TO = 10;

    private final Evaluation evaluation;

    AnswerChart(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void write(Html html) throws IOException {
        html.markup("<h2>How right the links are</h2>\n<p>");
        if (evaluation.answers() == 0) {
            html.markup("None of the answers that were given is of these two files.</p>\n");
            return;
        }
        var recall = evaluation.recallAtPrecision();
        html.text("By " + Say.count(evaluation.answers()) + " known answers, which no link depends on. "
                + (recall.isPresent()
                        ? "With one link in a thousand wrong, " + Say.percent(recall.getAsDouble())
                                + " of the people are found."
                        : "No cut has only one link in a thousand wrong."));
        html.markup("</p>\n");
        curve(html);
        html.markup("<table>\n<caption>Along the curve</caption>\n<thead><tr><th scope=\"col\">A link from</th>");
        html.markup("<th scope=\"col\" class=\"number\">Links</th><th scope=\"col\" class=\"number\">Precision</th>");
        html.markup("<th scope=\"col\" class=\"number\">Recall</th><th scope=\"col\" class=\"number\">F1</th>");
        html.markup("</tr></thead>\n<tbody>\n");
        row(html, "this cut: " + Say.percent(evaluation.atCut().probability()), evaluation.atCut());
        row(html, "the best cut: " + Say.percent(evaluation.best().probability()), evaluation.best());
        for (var percent : CUTS_IN_PERCENT) {
            var point = at(Double.parseDouble(percent) / 100);
            if (point.isPresent()) {
                row(html, percent + " %", point.get());
            }
        }
        html.markup("</tbody>\n</table>\n");
    }

    /// What the curve has at a cut.
    private Optional<Point> at(double cut) {
        return evaluation.curve().stream()
                .filter(point -> point.probability() >= cut)
                .reduce((_, later) -> later);
    }

    private static void row(Html html, String what, Point point) throws IOException {
        html.markup("<tr><th scope=\"row\">").text(what);
        html.markup("</th><td class=\"number\">").text(Say.count(point.links()));
        for (double share : new double[] {point.precision(), point.recall(), point.f1()}) {
            html.markup("</td><td class=\"number\">").text(Say.number(share));
        }
        html.markup("</td></tr>\n");
    }

    private void curve(Html html) throws IOException {
        var drawn = evaluation.curve().stream()
                .filter(point -> bits(point) >= FROM && bits(point) <= TO)
                .toList();
        double least = drawn.stream()
                .mapToDouble(point -> Math.min(point.precision(), point.recall()))
                .min()
                .orElse(0);
        double foot = Math.min(.9, Math.floor(least * 20) / 20);
        html.markup("<figure><svg class=\"curve\" viewBox=\"0 0 600 200\" preserveAspectRatio=\"none\" role=\"img\""
                + " aria-label=\"Precision, a solid line, rises with the cut; recall, a dashed line, falls\">");
        line(html, "precision", drawn, foot, Point::precision);
        line(html, "recall", drawn, foot, Point::recall);
        html.markup("</svg><figcaption>Precision (solid) and recall (dashed), from ")
                .text(Say.number(foot))
                .markup(
                        " at the foot to 1 at the top, for cuts from 2 % on the left to 99.9 % on the right.</figcaption>"
                                + "</figure>\n");
    }

    private static void line(Html html, String kind, List<Point> drawn, double foot, ToDoubleFunction<Point> share)
            throws IOException {
        var points = drawn.stream()
                .map(point -> tenths(WIDTH * (bits(point) - FROM) / (TO - FROM)) + ","
                        + tenths(HEIGHT * (1 - (share.applyAsDouble(point) - foot) / (1 - foot))))
                .collect(Collectors.joining(" "));
        html.markup("<polyline class=\"" + kind + "\" points=\"" + points + "\"/>");
    }

    private static double bits(Point point) {
        return Math.log(point.probability() / (1 - point.probability())) / Math.log(2);
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
