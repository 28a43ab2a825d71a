package org.kinmark.linkage.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kinmark.linkage.Explanation;
import org.kinmark.linkage.Explanation.Step;

/// The evidence of one pair, piece by piece: in words, in bits, and as bars of which each begins where the one before
/// it
/// ended. Nothing is told by colour alone.
public final class Waterfall {

    /// Evidence of less than half a bit is in the table, and not worth a word.
    private static final double WORTH_A_WORD = .5;

    private final Explanation explanation;
    private final double lowest;
    private final double highest;

    /// Of one pair.
    public Waterfall(Explanation explanation) {
        this.explanation = explanation;
        double sum = 0;
        double low = 0;
        double high = 0;
        for (var step : explanation.steps()) {
            sum += step.bits();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        lowest = low;
        highest = high;
    }

    /// What speaks for one person and what against it, the strongest first: "same birth date, postcode near; against
    /// it:
    /// another sex".
    public static String inWords(Explanation explanation) {
        // What is known before anything is compared is no evidence.
        var compared = explanation.steps().subList(1, explanation.steps().size());
        var inFavour = words(compared, 1);
        var against = words(compared, -1);
        var sentence = (inFavour.isEmpty() ? "nothing speaks for it" : String.join(", ", inFavour))
                + (against.isEmpty() ? "" : "; against it: " + String.join(", ", against));
        return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
    }

    private static List<String> words(List<Step> compared, int sign) {
        return compared.stream()
                .filter(step -> sign * step.bits() >= WORTH_A_WORD)
                .sorted(Comparator.comparingDouble((Step step) -> -sign * step.bits()))
                .map(Step::words)
                .toList();
    }

    /// Writes it as a table.
    ///
    /// @param caption what the table is of; constant
    public void write(Html html, String caption) throws IOException {
        html.markup("<table class=\"waterfall\">\n<caption>").text(caption).markup("</caption>\n<thead><tr>");
        html.markup("<th scope=\"col\">What was found</th><th scope=\"col\" class=\"number\">Bits</th>");
        html.markup("<th scope=\"col\" class=\"drawn\">Left is against, right is for</th></tr></thead>\n<tbody>\n");
        double sum = 0;
        for (var step : explanation.steps()) {
            row(html, words(step), step.bits(), sum);
            sum += step.bits();
        }
        html.markup("</tbody>\n<tfoot>");
        row(html, List.of(together(), ""), sum, 0);
        html.markup("</tfoot>\n</table>\n");
    }

    private String together() {
        return explanation.standing() == Explanation.Standing.NEVER
                ? "Never linked: their NHS numbers differ"
                : "Together: " + Say.percent(explanation.probability()) + " likely";
    }

    /// What was found, and what is said of it in small letters.
    private static List<String> words(Step step) {
        var words = new ArrayList<>(List.of(step.words()));
        words.add(step.share().isPresent() ? Say.share(step.share().getAsDouble()) : "");
        return words;
    }

    private void row(Html html, List<String> words, double bits, double from) throws IOException {
        html.markup("<tr><th scope=\"row\">").text(words.getFirst());
        if (!words.getLast().isEmpty()) {
            html.markup(" <small>").text(words.getLast()).markup("</small>");
        }
        html.markup("</th><td class=\"number\">").text(Say.bits(bits)).markup("</td><td>");
        Bar.write(html, bits < 0 ? "against" : "for", x(from), x(from + bits), x(0));
        html.markup("</td></tr>\n");
    }

    private double x(double bits) {
        return highest == lowest ? 0 : (bits - lowest) / (highest - lowest);
    }
}
