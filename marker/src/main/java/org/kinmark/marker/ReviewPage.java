package org.kinmark.marker;

import java.io.IOException;
import java.io.Writer;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kinmark.exchange.ListedPerson;
import org.kinmark.linkage.page.Html;
import org.kinmark.linkage.page.SinglePage;

/// `review.html`: one page to judge on. Everything it needs is inside, and its policy lets it fetch and send nothing.
final class ReviewPage {

    private final Review review;

    ReviewPage(Review review) {
        this.review = review;
    }

    void write(Writer writer) throws IOException {
        var cards = cards();
        var needed = cards.stream().filter(FamilyCard::isNeeded).toList();
        var others = cards.stream().filter(card -> !card.isNeeded()).toList();
        var page = new SinglePage(
                SinglePage.resource(ReviewPage.class, "review.css"),
                SinglePage.resource(ReviewPage.class, "review.js"));
        var html = page.begin(
                writer,
                Plain.count(needed.size(), "family", "families") + " to judge, "
                        + review.agreement().title());
        question(html);
        html.markup(SinglePage.resource(ReviewPage.class, "review-tools.html"));
        section(html, needed);
        others(html, needed.size(), others);
        page.end(html);
    }

    private void question(Html html) throws IOException {
        html.markup("<p class=\"caption\">");
        html.text(review.agreement().title()).markup("</p>\n<h1>Is each family a priority?</h1>\n");
        html.markup("<p>Say of each family whether somebody in it has a health need, of those agreed below, that makes"
                + " the family a priority for support. You are not asked who, or what.</p>\n");
        html.markup("<h2>What was agreed</h2>\n<p>Ages and months are counted on ");
        html.text(Plain.date(review.asOf())).markup(".</p>\n<ul>\n");
        for (var indicator : review.agreement().indicators()) {
            var bounds = Plain.bounds(indicator);
            html.markup("<li>").text(indicator.title()).text(bounds.isEmpty() ? "" : " (" + bounds + ")");
            html.markup("</li>\n");
        }
        html.markup("</ul>\n");
    }

    private void section(Html html, List<FamilyCard> needed) throws IOException {
        html.markup("<h2>")
                .text(Plain.count(needed.size(), "family", "families") + " to decide")
                .markup("</h2>\n");
        if (needed.isEmpty()) {
            html.markup("<p>Nothing was found in your register that suggests a family, and no link is in doubt. You may"
                    + " still mark a family below.</p>\n");
        }
        if (review.findings().stream().anyMatch(finding -> finding.link() == LinkState.DOUBTFUL)) {
            html.markup("<p>Where a link is in doubt, decide on the family as always. If you can tell whether it is the"
                    + " same person, say that too and save same-person.csv: where your service keeps what you say, you"
                    + " are not asked again until the list or your register describes them differently.</p>\n");
        }
        for (int i = 0; i < needed.size(); i++) {
            needed.get(i).write(html, i + 1, review.asOf());
        }
    }

    private void others(Html html, int before, List<FamilyCard> others) throws IOException {
        if (others.isEmpty()) {
            return;
        }
        html.markup(
                "<h2>Other families on the list</h2>\n<p>Nothing was found that suggests one of these, and no link is"
                        + " in doubt. You need not decide on them, and may if you know more: what you leave out says nothing of"
                        + " the family.</p>\n<details><summary>");
        html.text("Show " + Plain.count(others.size(), "other family", "other families"))
                .markup("</summary>\n");
        for (int i = 0; i < others.size(); i++) {
            others.get(i).write(html, before + i + 1, review.asOf());
        }
        html.markup("</details>\n");
    }

    /// In the order of surnames, as a filing cabinet has them; equal ones in the list's order.
    private List<FamilyCard> cards() {
        var members = review.list().people().stream().collect(Collectors.groupingBy(ListedPerson::family));
        var findings = review.findings().stream()
                .filter(Finding::isShown)
                .collect(Collectors.groupingBy(finding -> finding.person().family()));
        var alphabet = Collator.getInstance(Locale.UK);
        return review.list().families().stream()
                .map(family -> new FamilyCard(
                        family, Objects.requireNonNull(members.get(family)), findings.getOrDefault(family, List.of())))
                .sorted(Comparator.comparing(FamilyCard::name, alphabet))
                .toList();
    }
}
