package org.kinmark.linkage.page;

import java.io.IOException;
import java.util.Map;
import org.kinmark.linkage.Model;

/// What each comparison tells: how often each level of agreement occurs among pairs of the three kinds, and its weight.
final class ParameterChart {

    /// No level is drawn longer, however much it tells.
    private static final double LONGEST = 24;

    private static final Map<String, String> NAMES = Map.of(
            "nhs_number", "NHS number",
            "given_name", "Given name",
            "family_name", "Family name",
            "birth_date", "Birth date",
            "sex", "Sex",
            "postcode", "Postcode",
            "address", "Address",
            "town", "Town");

    private final Model model;

    ParameterChart(Model model) {
        this.model = model;
    }

    void write(Html html) throws IOException {
        html.markup("<h2>What each comparison tells</h2>\n<p>Estimated from the two files, without known answers. How"
                + " often a pair agrees so where it is the same person (m), where it is two people of one household, and"
                + " where the two have nothing to do with each other (u). The bits are log2(m / u), before it is known how"
                + " common the very name or date is. A level that no pair has keeps its starting value.</p>\n<p>");
        html.text("Of all pairs of a left and a right record, one in "
                + Say.count(Math.round(1 / model.shareMatched()))
                + " is taken to be the same person, and one in " + Say.count(Math.round(1 / model.shareRelated()))
                + " two people of one household.");
        html.markup("</p>\n");
        for (var comparison : model.comparisons()) {
            html.markup("<table class=\"chart levels\">\n<caption>");
            html.text(NAMES.getOrDefault(comparison.comparison(), comparison.comparison()));
            html.markup(
                    "</caption>\n<thead><tr><th scope=\"col\">Level</th><th scope=\"col\" class=\"number\">Same person"
                            + "</th><th scope=\"col\" class=\"number\">Household</th><th scope=\"col\" class=\"number\">Strangers"
                            + "</th><th scope=\"col\" class=\"number\">Bits</th><th scope=\"col\">As a bar</th></tr></thead>\n"
                            + "<tbody>\n");
            for (var level : comparison.levels()) {
                row(html, level);
            }
            html.markup("</tbody>\n</table>\n");
        }
    }

    private static void row(Html html, Model.Level level) throws IOException {
        html.markup("<tr><th scope=\"row\">").text(level.level()).markup("</th>");
        for (double probability : new double[] {level.m(), level.related(), level.u()}) {
            html.markup("<td class=\"number\">").text(Say.number(probability)).markup("</td>");
        }
        html.markup("<td class=\"number\">").text(Say.bits(level.weight())).markup("</td><td>");
        double length = Math.clamp(level.weight() / LONGEST, -1, 1) / 2;
        Bar.write(html, level.weight() < 0 ? "against" : "for", .5, .5 + length, .5);
        html.markup("</td></tr>\n");
    }
}
