package org.kinmark.linkage.page;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kinmark.linkage.Evaluation;
import org.kinmark.linkage.Explanation;
import org.kinmark.linkage.Linkage;
import org.kinmark.linkage.Unlinked;

/// A linkage explained on one page, for whoever keeps the register and for whoever asks how good the links are. It has
/// ids, words and numbers, and nobody's name, birth date or address: those stay in the two files.
public final class LinksPage {

    /// So many pairs open on any machine; of more, the most doubtful are there.
    static final int PAIRS = 2_000;

    private static final int EXAMPLES = 10;

    private static final Map<Unlinked, List<String>> REASONS = Map.of(
            Unlinked.EMPTY,
            List.of("nothing to compare", "Nothing is filled in that the other file has too."),
            Unlinked.TOO_LITTLE,
            List.of(
                    "too little to tell anybody",
                    "Even a record that says the very same would not be likely enough: a birth date, a postcode or an"
                            + " NHS number would help."),
            Unlinked.NOBODY_ALIKE,
            List.of("nobody is like it", "No record of the other file is alike enough to be weighed."),
            Unlinked.TOO_UNLIKE,
            List.of("the nearest is too unlike", "Somebody is a little like it, and more speaks against than for it."),
            Unlinked.SEVERAL_FIT,
            List.of("several fit", "More than one pair would do, and nothing tells which is the right one."),
            Unlinked.TAKEN,
            List.of("whoever fits is taken", "The record that fits is the link of another, which fits better."));

    private static final Map<Explanation.Standing, String> STANDINGS = Map.of(
            Explanation.Standing.LINKED, "a link",
            Explanation.Standing.BEST, "no link: under the cut",
            Explanation.Standing.SECOND, "no link: another fits better",
            Explanation.Standing.APART, "no link: too unlike to be brought together",
            Explanation.Standing.NEVER, "never a link: their NHS numbers differ");

    private final Linkage linkage;
    private final List<String> leftIds;
    private final List<String> rightIds;

    /// A left and a right record, by their numbers.
    public record Pair(int left, int right) {}

    /// Of one linkage.
    ///
    /// @param leftIds of the left file's records, in its order
    /// @param rightIds likewise
    public LinksPage(Linkage linkage, List<String> leftIds, List<String> rightIds) {
        this.linkage = linkage;
        this.leftIds = leftIds;
        this.rightIds = rightIds;
    }

    /// Writes the page.
    ///
    /// @param asked pairs that are to be on it, whatever became of them
    /// @param evaluation where the answers are known
    public void write(Writer writer, List<Pair> asked, Optional<Evaluation> evaluation) throws IOException {
        var page = new SinglePage(
                SinglePage.resource(LinksPage.class, "links.css"), SinglePage.resource(LinksPage.class, "links.js"));
        var html = page.begin(writer, "Why these links");
        summary(html);
        new WeightChart(linkage).write(html);
        if (evaluation.isPresent()) {
            new AnswerChart(evaluation.get()).write(html);
        }
        unlinked(html);
        new ParameterChart(linkage.model()).write(html);
        pairs(html, asked);
        page.end(html);
    }

    private void summary(Html html) throws IOException {
        var cut = linkage.cut();
        html.markup(
                "<h1>Why these links</h1>\n<div class=\"stays\"><p><strong>Keep this page where you keep the two"
                        + " files.</strong> It has their ids, and says who is whom. It has no name, birth date or address.</p></div>\n");
        html.markup("<p>").text(Say.count(linkage.links().size()) + " of " + Say.count(leftIds.size()) + " records of");
        html.markup(" the left file are linked, each to the record of the right file (")
                .text(Say.count(rightIds.size()))
                .markup(") that is probably the same person. ");
        html.text(Say.count(linkage.pairsCompared()) + " pairs were compared. A pair is a link from a probability of "
                + Say.percent(cut.probability()) + " on. Of 1,000 links about "
                + Math.round(1000 * cut.expectedPrecision())
                + " are expected to be right, and of 1,000 people who are in both files about "
                + Math.round(1000 * cut.expectedRecall()) + " to be found, by the estimate itself.");
        html.markup("</p>\n<p>Evidence is counted in bits: one bit makes it twice as likely that two records are one"
                + " person, ten bits a thousand times. Nought is even chances.</p>\n");
    }

    private void unlinked(Html html) throws IOException {
        var unlinked = linkage.evidence().unlinked();
        int all = unlinked.values().stream().mapToInt(List::size).sum();
        html.markup("<h2>Records without a link</h2>\n");
        if (all == 0) {
            html.markup("<p>Every record of the left file has a link.</p>\n");
            return;
        }
        html.markup("<table>\n<caption>")
                .text(Say.count(all))
                .markup(" records of the left file have no link</caption>\n");
        html.markup("<thead><tr><th scope=\"col\">Why</th><th scope=\"col\" class=\"number\">Records</th>");
        html.markup("<th scope=\"col\">Such as</th></tr></thead>\n<tbody>\n");
        for (var reason : unlinked.entrySet()) {
            var words = REASONS.getOrDefault(reason.getKey(), List.of("", ""));
            html.markup("<tr><th scope=\"row\">")
                    .text(words.getFirst())
                    .markup(" <small>")
                    .text(words.getLast());
            html.markup("</small></th><td class=\"number\">")
                    .text(Say.count(reason.getValue().size()));
            html.markup("</td><td>").text(examples(reason.getValue())).markup("</td></tr>\n");
        }
        html.markup("</tbody>\n</table>\n");
    }

    private String examples(List<Integer> records) {
        var ids = records.stream().limit(EXAMPLES).map(leftIds::get).toList();
        return String.join(", ", ids) + (records.size() > EXAMPLES ? " …" : "");
    }

    private void pairs(Html html, List<Pair> asked) throws IOException {
        var shown = shown(asked);
        html.markup("<h2 id=\"pairs\">Pair by pair</h2>\n<p>");
        html.text(
                PAIRS < linkage.best().size()
                        ? "The " + Say.count(PAIRS) + " most doubtful pairs of "
                                + Say.count(linkage.best().size())
                                + ", and those that were asked for. Any other is shown where it is named with"
                                + " --explain-pairs."
                        : "The best pair of each record that has one, the most doubtful first, and those that were asked"
                                + " for. Any other is shown where it is named with --explain-pairs.");
        html.markup("</p>\n").markup(SinglePage.resource(LinksPage.class, "links-tools.html"));
        for (var pair : shown) {
            pair(html, pair);
        }
    }

    /// What was asked for first; then the most doubtful.
    private Set<Pair> shown(List<Pair> asked) {
        var shown = new LinkedHashSet<>(asked);
        double cut = linkage.cut().probability();
        double cutInBits = Math.log(cut / (1 - cut)) / Math.log(2);
        var best = new ArrayList<>(linkage.best());
        best.sort(Comparator.comparingDouble(link -> Math.abs(link.weight() - cutInBits)));
        best.stream().limit(PAIRS).forEach(link -> shown.add(new Pair(link.left(), link.right())));
        return shown;
    }

    private void pair(Html html, Pair pair) throws IOException {
        var explanation = linkage.evidence().of(pair.left(), pair.right());
        html.markup("<details class=\"pair\" data-ids=\"")
                .text(leftIds.get(pair.left()) + "\n" + rightIds.get(pair.right()));
        html.markup(
                switch (explanation.standing()) {
                    case LINKED -> "\" data-linked>";
                    default -> "\">";
                });
        html.markup("<summary>").text(leftIds.get(pair.left()) + " and " + rightIds.get(pair.right()) + ": ");
        // However much speaks for a pair whose NHS Numbers differ, it has no probability.
        html.text((explanation.standing() == Explanation.Standing.NEVER
                        ? ""
                        : Say.percent(explanation.probability()) + " likely, ")
                + STANDINGS.getOrDefault(explanation.standing(), ""));
        html.markup("</summary>\n<p>").text(Waterfall.inWords(explanation)).markup(".</p>\n");
        new Waterfall(explanation).write(html, "The evidence, piece by piece");
        html.markup("</details>\n");
    }

    @Override
    public String toString() {
        return "LinksPage[" + leftIds.size() + "]";
    }
}
