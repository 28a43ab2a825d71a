package org.kinmark.hub.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Units;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What every part of a draft has in common: it is read, kept if nothing is wrong with it, and shown again
/// otherwise.
@Component
class DraftPart {

    private final Pages pages;
    private final TeamSide db;
    private final Agreements agreements;
    private final Units units;
    private final DraftAgreement drafting;

    DraftPart(Pages pages, TeamSide db, Agreements agreements, Units units, DraftAgreement drafting) {
        this.pages = pages;
        this.db = db;
        this.agreements = agreements;
        this.units = units;
        this.drafting = drafting;
    }

    Agreement draft(SignedIn who, UUID id) {
        return db.act(who.unitId(), () -> agreements.newest(db, id))
                .filter(one -> !one.isSigned())
                .orElseThrow(NotFound::new);
    }

    ModelAndView keep(
            SignedIn who, Agreement before, Terms terms, Part part, String template, Map<String, String> form) {
        var path = "/agreements/" + before.id();
        return switch (drafting.keep(who, before, terms, part)) {
            case DraftAgreement.Outcome.Drafted _ ->
                pages.goTo(part == Part.INDICATORS || part == Part.PARTIES ? path + "/" + template : path, null);
            case DraftAgreement.Outcome.Refused(var mistakes) ->
                show(template, path + "/" + template, before.terms(), form, DraftMistakes.inWords(mistakes));
        };
    }

    ModelAndView show(String template, String action, Terms terms, Map<String, String> form, List<Mistake> mistakes) {
        var model = new HashMap<String, Object>(
                Map.of("action", action, "terms", terms, "form", form, "mistakes", mistakes));
        if (template.equals("parties")) {
            var there = terms.parties().stream().map(Terms.AgreedParty::unit).toList();
            var services = services();
            model.put(
                    "services",
                    services.stream()
                            .filter(one -> !there.contains(one.value()))
                            .toList());
            model.put(
                    "named", services.stream().collect(java.util.stream.Collectors.toMap(Choice::value, Choice::text)));
        }
        var title = "Draft an agreement";
        return mistakes.isEmpty()
                ? pages.show("agreement/" + template, title, model)
                : pages.again("agreement/" + template, title, model);
    }

    List<Choice> services() {
        return db.act(new UUID(0, 1), () -> units.all(db)).stream()
                .filter(unit -> unit.kind().asService().isPresent())
                .map(unit -> new Choice(
                        unit.id().toString(), unit.name(), unit.kind().title(), false))
                .toList();
    }

    ModelAndView part(SignedIn who, UUID id, String template) {
        return show(
                template, "/agreements/" + id + "/" + template, draft(who, id).terms(), Map.of(), List.of());
    }
}
