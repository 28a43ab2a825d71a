package org.kinmark.linkage.page;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.kinmark.linkage.Link;
import org.kinmark.linkage.Linkage;

/// How the weights of each record's best pair are spread, with the cut among them.
final class WeightChart {

    private static final int STEP = 2;
    private static final int LARGEST = 30;

    private final List<Link> best;
    private final double cut;

    WeightChart(Linkage linkage) {
        best = linkage.best();
        cut = linkage.cut().probability();
    }

    void write(Html html) throws IOException {
        html.markup("<h2>How sure the pairs are</h2>\n");
        if (best.isEmpty()) {
            html.markup("<p>No record has a pair that is at all likely.</p>\n");
            return;
        }
        var counts = new TreeMap<Integer, Integer>();
        best.forEach(link -> counts.merge(bin(link.weight()), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        html.markup(
                "<p>Two heaps with little between them are what one hopes for: those below the line are other people,"
                        + " those above it the same.</p>\n<table class=\"chart\">\n<caption>The best pair of each record, by its"
                        + " weight</caption>\n<thead><tr><th scope=\"col\">Bits</th><th scope=\"col\">Likely from</th>");
        html.markup(
                "<th scope=\"col\" class=\"number\">Pairs</th><th scope=\"col\">As a bar</th></tr></thead>\n<tbody>\n");
        boolean isCutDrawn = false;
        double cutInBits = Math.log(cut / (1 - cut)) / Math.log(2);
        for (int bin = counts.firstKey(); bin <= counts.lastKey(); bin += STEP) {
            if (!isCutDrawn && cut > 0 && bin + STEP / 2 > cutInBits) {
                isCutDrawn = true;
                html.markup("<tr class=\"cut\"><td colspan=\"4\">the cut is here: ")
                        .text(Say.percent(cut) + ", " + Say.bits(cutInBits))
                        .markup(" bits</td></tr>\n");
            }
            row(html, bin, counts.getOrDefault(bin, 0), most);
        }
        html.markup("</tbody>\n</table>\n");
    }

    private static int bin(double weight) {
        return (int) Math.clamp(Math.floor(weight / STEP) * STEP, -LARGEST, LARGEST);
    }

    private static void row(Html html, int bin, int count, int most) throws IOException {
        html.markup("<tr><th scope=\"row\">");
        html.text(bin == LARGEST ? LARGEST + " and more" : (bin + " to " + (bin + STEP)).replace('-', '−'));
        html.markup("</th><td>").text(Say.percent(1 / (1 + Math.pow(2, -bin))));
        html.markup("</td><td class=\"number\">").text(Say.count(count)).markup("</td><td>");
        Bar.write(html, "some", 0, (double) count / most, -1);
        html.markup("</td></tr>\n");
    }
}
