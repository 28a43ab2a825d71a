package org.kinmark.marker;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.kinmark.linkage.page.Html;
import org.kinmark.linkage.page.Waterfall;

/// A link on the review page on which a professional's word counts: the two people side by side, and the
/// question.
record LinkCard(Finding finding) {

    private static final List<String> COMPARED =
            List.of("NHS number", "Given name", "Family name", "Birth date", "Sex", "Postcode");

    /// @param id of its own on the page
    void write(Html html, String id) throws IOException {
        if (finding.word().isEmpty()) {
            html.markup("<h4>A link in doubt</h4>\n");
            comparison(html);
            reasons(html);
            question(html, id);
        } else {
            said(html, finding.word().get());
            html.markup("<details><summary>Compare the two, or say otherwise</summary>\n");
            comparison(html);
            reasons(html);
            question(html, id);
            html.markup("</details>\n");
        }
    }

    private void said(Html html, Word word) throws IOException {
        html.markup("<h4>").markup(word.same() ? "Taken as the same person" : "Left out as someone else");
        html.markup("</h4>\n<p>Patient ").name(finding.patient().id());
        html.markup(word.same() ? " was said to be " : " was said not to be ");
        html.name(Plain.called(finding.person().identity())).markup(" by ").name(word.by());
        html.markup(" on ").text(Plain.date(word.on())).markup(".</p>\n");
    }

    private void comparison(Html html) throws IOException {
        html.markup("<div class=\"compare\">\n<table>\n<caption>");
        html.text("Patient " + finding.patient().id() + " may be this member of the family ("
                + Plain.percent(finding.probability()) + " likely)");
        html.markup("</caption>\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">On the list</th>");
        html.markup("<th scope=\"col\">In your register</th></tr></thead>\n<tbody>\n");
        var listed = Plain.comparable(finding.person().identity());
        var registered = Plain.comparable(finding.patient().identity());
        for (int i = 0; i < COMPARED.size(); i++) {
            compared(html, COMPARED.get(i), listed.get(i), registered.get(i));
        }
        html.markup("</tbody>\n</table>\n</div>\n<p>")
                .text(Waterfall.inWords(finding.why()))
                .markup(
                        ".</p>\n<details><summary>What each of these tells</summary>\n<p>Evidence is counted in bits: one bit"
                                + " makes it twice as likely that the two are one person, ten bits a thousand times. Nought is even"
                                + " chances.</p>\n");
        new Waterfall(finding.why()).write(html, "The evidence, piece by piece");
        html.markup("</details>\n");
    }

    private static void compared(Html html, String what, String left, String right) throws IOException {
        html.markup("<tr><th scope=\"row\">")
                .text(what)
                .markup("</th><td>")
                .name(shown(left))
                .markup("</td><td>");
        html.name(shown(right)).markup(" ");
        if (left.isEmpty() || right.isEmpty()) {
            html.markup("</td></tr>\n");
        } else if (letters(left).equals(letters(right))) {
            html.markup("<span class=\"same\">(same)</span></td></tr>\n");
        } else {
            html.markup("<span class=\"differs\">(differs)</span></td></tr>\n");
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "not known" : value;
    }

    private static String letters(String value) {
        return value.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /// What one that is taken suggests stands with the family already.
    private void reasons(Html html) throws IOException {
        if (finding.reasons().isEmpty()) {
            html.markup("<p>Nothing in this patient&#39;s record meets what was agreed.</p>\n");
        } else if (!finding.suggests()) {
            html.markup("<p>If it is the same person, this suggests the family:</p>\n<ul>\n");
            reasons(html, finding);
            html.markup("</ul>\n");
        }
    }

    /// A line for each reason of a finding.
    static void reasons(Html html, Finding finding) throws IOException {
        for (var reason : finding.reasons()) {
            html.markup("<li>").text(reason.indicator().title()).markup(": code ");
            html.text(reason.code().written()).markup(", recorded ").text(Plain.date(reason.recordedOn()));
            html.markup(", ").name(Plain.called(finding.person().identity())).markup("</li>\n");
        }
    }

    private void question(Html html, String id) throws IOException {
        var called = Plain.called(finding.person().identity());
        html.markup("<fieldset class=\"link\"").markup(finding.word().isPresent() ? " data-settled" : "");
        html.markup(" data-person=\"").text(finding.person().person().value());
        html.markup("\" data-patient=\"").text(finding.patient().id());
        html.markup("\" data-name=\"").text("Patient " + finding.patient().id() + " and " + called);
        html.markup("\"><legend>Is patient ").name(finding.patient().id()).markup(" the same person as ");
        html.name(called).markup("?</legend>\n<div class=\"choices\">\n");
        html.choice(id, "yes", "Same person").choice(id, "no", "Someone else").choice(id, "cannot_tell", "Cannot tell");
        html.markup("</div></fieldset>\n<noscript><p class=\"small\">Person: ");
        html.text(finding.person().person().value()).markup("; patient: ");
        html.text(finding.patient().id()).markup("</p></noscript>\n");
    }

    /// Hides who it is.
    @Override
    public String toString() {
        return "LinkCard[hidden]";
    }
}
