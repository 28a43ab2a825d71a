package org.kinmark.marker;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.ListedPerson;
import org.kinmark.linkage.page.Html;

/// One family on the review page: who is in it, what was found, and the question.
///
/// @param findings what a professional has to look at, or has said something of
record FamilyCard(FamilyRef ref, List<ListedPerson> members, List<Finding> findings) {

    /// The family names of its members, in capitals.
    String name() {
        var names = members.stream()
                .map(member -> Plain.surname(member.identity()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty() ? "NO FAMILY NAME" : String.join(" and ", names);
    }

    /// Whether a professional has to decide on it.
    boolean isNeeded() {
        return findings.stream().anyMatch(Finding::needsJudgement);
    }

    /// @param number of the card on the page, from 1
    void write(Html html, int number, LocalDate asOf) throws IOException {
        var id = "family-" + number;
        html.markup("<article class=\"family\" tabindex=\"-1\" id=\"" + id + "\" aria-labelledby=\"" + id + "-name\"");
        html.markup(isNeeded() ? " data-needed" : "");
        html.markup(" data-ref=\"")
                .text(ref.value())
                .markup("\" data-name=\"")
                .text(name())
                .markup("\">\n");
        html.markup("<h3 id=\"" + id + "-name\">").name(name()).markup(" <span class=\"state\">");
        html.markup(isNeeded() ? "To decide" : "You need not decide").markup("</span></h3>\n");
        members(html, asOf);
        reasons(html);
        links(html, id);
        choices(html, id);
        html.markup("<p class=\"small\">Reference: ").text(ref.value()).markup("</p>\n</article>\n");
    }

    /// Those that a professional is asked about, or has said something of.
    private void links(Html html, String id) throws IOException {
        int number = 0;
        for (var finding : findings) {
            if (finding.link() == LinkState.DOUBTFUL || finding.word().isPresent()) {
                new LinkCard(finding).write(html, id + "-link-" + ++number);
            }
        }
    }

    private void members(Html html, LocalDate asOf) throws IOException {
        html.markup("<ul class=\"members\">\n");
        for (var member : members) {
            var who = member.identity();
            html.markup("<li><strong>").name(Plain.called(who)).markup("</strong>, ");
            html.text(Plain.age(who.birthDate(), asOf)).markup(", ").text(Plain.sex(who.sex()));
            var number = Plain.nhsNumber(who);
            if (number.isEmpty()) {
                html.markup(", NHS number not known");
            } else {
                html.markup(", NHS number <span class=\"nhs\">").text(number).markup("</span> ");
                html.markup("<button type=\"button\" class=\"quiet copy\" hidden data-js data-number=\"");
                html.text(number.replace(" ", "")).markup("\" aria-label=\"Copy the NHS number of ");
                html.text(Plain.called(who)).markup("\">Copy</button>");
            }
            html.markup("</li>\n");
        }
        html.markup("</ul>\n");
    }

    private void reasons(Html html) throws IOException {
        var suggesting = findings.stream().filter(Finding::suggests).toList();
        if (suggesting.isEmpty()) {
            return;
        }
        html.markup("<h4>Why it is suggested</h4>\n<ul>\n");
        for (var finding : suggesting) {
            LinkCard.reasons(html, finding);
        }
        html.markup("</ul>\n");
    }

    private void choices(Html html, String id) throws IOException {
        html.markup("<fieldset><legend>Is this family a priority?</legend>\n<div class=\"choices\">\n");
        html.choice(id, "priority", "Priority")
                .choice(id, "not_priority", "Not priority")
                .choice(id, "not_judged", "Not judged");
        html.markup("</div></fieldset>\n");
    }

    /// Hides who is in it.
    @Override
    public String toString() {
        return "FamilyCard[hidden]";
    }
}
