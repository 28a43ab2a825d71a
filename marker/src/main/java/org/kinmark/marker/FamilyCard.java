package org.kinmark.marker;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.ListedPerson;

/// One family on the review page: who is in it, what was found, and the question.
///
/// @param findings what a professional has to look at; empty for a family that need not be decided
record FamilyCard(FamilyRef ref, List<ListedPerson> members, List<Finding> findings) {

    private static final List<String> COMPARED =
            List.of("NHS number", "Given name", "Family name", "Birth date", "Sex", "Postcode");

    /// The family names of its members, in capitals.
    String name() {
        var names = members.stream()
                .map(member -> Plain.surname(member.identity()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.isEmpty() ? "NO FAMILY NAME" : String.join(" and ", names);
    }

    /// @param number of the card on the page, from 1
    void write(Html html, int number, LocalDate asOf) throws IOException {
        var id = "family-" + number;
        html.markup("<article class=\"family\" tabindex=\"-1\" id=\"" + id + "\" aria-labelledby=\"" + id + "-name\"");
        html.markup(findings.isEmpty() ? "" : " data-needed");
        html.markup(" data-ref=\"")
                .text(ref.value())
                .markup("\" data-name=\"")
                .text(name())
                .markup("\">\n");
        html.markup("<h3 id=\"" + id + "-name\">").name(name()).markup(" <span class=\"state\">");
        html.markup(findings.isEmpty() ? "You need not decide" : "To decide").markup("</span></h3>\n");
        members(html, asOf);
        reasons(html);
        for (var finding : findings) {
            if (finding.link() == LinkState.DOUBTFUL) {
                doubt(html, finding);
            }
        }
        choices(html, id);
        html.markup("<p class=\"small\">Reference: ").text(ref.value()).markup("</p>\n</article>\n");
    }

    private void members(Html html, LocalDate asOf) throws IOException {
        html.markup("<ul class=\"members\">\n");
        for (var member : members) {
            var who = member.identity();
            html.markup("<li><strong>").name(called(who)).markup("</strong>, ");
            html.text(Plain.age(who.birthDate(), asOf)).markup(", ").text(Plain.sex(who.sex()));
            var number = Plain.nhsNumber(who);
            if (number.isEmpty()) {
                html.markup(", NHS number not known");
            } else {
                html.markup(", NHS number <span class=\"nhs\">").text(number).markup("</span> ");
                html.markup("<button type=\"button\" class=\"quiet copy\" hidden data-js data-number=\"");
                html.text(number.replace(" ", "")).markup("\" aria-label=\"Copy the NHS number of ");
                html.text(called(who)).markup("\">Copy</button>");
            }
            html.markup("</li>\n");
        }
        html.markup("</ul>\n");
    }

    private static String called(Identity who) {
        var name = (who.givenName() + " " + Plain.surname(who)).strip();
        return name.isEmpty() ? "No name" : name;
    }

    private void reasons(Html html) throws IOException {
        var suggesting = findings.stream().filter(Finding::suggests).toList();
        if (suggesting.isEmpty()) {
            return;
        }
        html.markup("<h4>Why it is suggested</h4>\n<ul>\n");
        for (var finding : suggesting) {
            reasons(html, finding);
        }
        html.markup("</ul>\n");
    }

    private static void reasons(Html html, Finding finding) throws IOException {
        for (var reason : finding.reasons()) {
            html.markup("<li>").text(reason.indicator().title()).markup(": code ");
            html.text(reason.code().written()).markup(", recorded ").text(Plain.date(reason.recordedOn()));
            html.markup(", ").name(called(finding.person().identity())).markup("</li>\n");
        }
    }

    private static void doubt(Html html, Finding finding) throws IOException {
        var listed = finding.person().identity();
        var registered = finding.patient().identity();
        html.markup("<h4>Is this the same person?</h4>\n<div class=\"compare\">\n<table>\n<caption>");
        html.text("Patient " + finding.patient().id() + " may be this member of the family ("
                + Plain.percent(finding.probability()) + " likely)");
        html.markup("</caption>\n<thead><tr><th scope=\"col\">What</th><th scope=\"col\">On the list</th>");
        html.markup("<th scope=\"col\">In your register</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < COMPARED.size(); i++) {
            compared(
                    html,
                    COMPARED.get(i),
                    Plain.comparable(listed).get(i),
                    Plain.comparable(registered).get(i));
        }
        html.markup("</tbody>\n</table>\n</div>\n");
        if (finding.reasons().isEmpty()) {
            html.markup("<p>Nothing in this patient&#39;s record meets what was agreed.</p>\n");
        } else {
            html.markup("<p>If it is the same person, this suggests the family:</p>\n<ul>\n");
            reasons(html, finding);
            html.markup("</ul>\n");
        }
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

    private void choices(Html html, String id) throws IOException {
        html.markup("<fieldset><legend>Is this family a priority?</legend>\n<div class=\"choices\">\n");
        choice(html, id, "priority", "Priority");
        choice(html, id, "not_priority", "Not priority");
        choice(html, id, "not_judged", "Not judged");
        html.markup("</div></fieldset>\n");
    }

    private static void choice(Html html, String id, String value, String label) throws IOException {
        html.markup("<label><input type=\"radio\" autocomplete=\"off\" name=\"" + id + "\" value=\"" + value + "\"> "
                + label + "</label>\n");
    }

    /// Hides who is in it.
    @Override
    public String toString() {
        return "FamilyCard[hidden]";
    }
}
