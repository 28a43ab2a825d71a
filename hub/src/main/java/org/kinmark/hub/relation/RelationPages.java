package org.kinmark.hub.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Colleagues;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An administrator's page of the unit's staff who know families: what was declared, what is found, what is
/// over.
@Controller
class RelationPages {

    private static final String TITLE = "Staff who know families";
    private static final int LONGEST = 1_000;

    private final Pages pages;
    private final ShowRelations showing;
    private final Colleagues colleagues;
    private final FindRelation finding;
    private final EndRelation ending;

    RelationPages(Pages pages, ShowRelations showing, Colleagues colleagues, FindRelation finding, EndRelation ending) {
        this.pages = pages;
        this.showing = showing;
        this.colleagues = colleagues;
        this.finding = finding;
        this.ending = ending;
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR)
    @GetMapping("/staff/relations")
    ModelAndView all(SignedIn who) {
        return pages.show("relation/all", TITLE, model(who, "", "", List.of()));
    }

    private Map<String, Object> model(SignedIn who, String person, String reference, List<Mistake> mistakes) {
        var model = new HashMap<String, Object>();
        model.put("relations", showing.all(who));
        model.put("isTheTeam", who.unit().kind().isTheTeam());
        var people = new ArrayList<>(List.of(new Choice("", "Choose somebody", person.isEmpty())));
        colleagues
                .current(who)
                .forEach(one -> people.add(new Choice(
                        one.key().toString(), one.name(), one.key().toString().equals(person))));
        model.put("people", people);
        model.put("reference", reference);
        model.put("mistakes", mistakes);
        return model;
    }

    @AllowedTo(team = Role.ADMINISTRATOR)
    @PostMapping("/staff/relations")
    ModelAndView find(
            SignedIn who,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reference) {
        var mistakes = new ArrayList<Mistake>();
        var family = Reference.of(reference);
        if (family.isEmpty()) {
            mistakes.add(new Mistake("Enter the team’s reference of the family", "#reference"));
        }
        var worker = key(person);
        if (worker.isEmpty()) {
            mistakes.add(new Mistake("Select who has a relation to it", "#person"));
        }
        if (mistakes.isEmpty() && !finding.record(who, worker.orElseThrow(), family.orElseThrow())) {
            mistakes.add(new Mistake("Select somebody of this unit", "#person"));
        }
        return mistakes.isEmpty()
                ? pages.goTo("/staff/relations", "It is recorded, and holds for any family with that reference.")
                : pages.again("relation/all", TITLE, model(who, person, reference, mistakes));
    }

    private static Optional<UUID> key(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR)
    @PostMapping("/staff/relations/{relation}/end")
    ModelAndView end(SignedIn who, @PathVariable UUID relation, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            return pages.again(
                    "relation/all",
                    TITLE,
                    model(who, "", "", List.of(new Mistake("Write why it is over", "#reason-" + relation))));
        }
        if (!ending.end(who, relation, reason.strip())) {
            throw new NotFound();
        }
        return pages.goTo("/staff/relations", "The relation is ended.");
    }
}
