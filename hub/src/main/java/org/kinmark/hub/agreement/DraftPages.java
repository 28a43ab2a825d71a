package org.kinmark.hub.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.rules.boundary.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An agreement is drafted part by part, each on a page of its own; the draft itself is a task list. Here is what
/// it is called, how much it allows, on which bases and how it is checked.
@Controller
class DraftPages {

    private final Pages pages;
    private final DraftPart parts;
    private final DraftAgreement drafting;

    DraftPages(Pages pages, DraftPart parts, DraftAgreement drafting) {
        this.pages = pages;
        this.parts = parts;
        this.drafting = drafting;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/new")
    ModelAndView begin() {
        return parts.show("about", "/agreements/new", Terms.begun("", "", ""), Map.of(), List.of());
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/new")
    ModelAndView begin(SignedIn who, @RequestParam Map<String, String> form) {
        var terms = about(Terms.begun("", "", ""), form);
        return switch (drafting.keep(who, null, terms, Part.ABOUT)) {
            case DraftAgreement.Outcome.Drafted(var draft) -> pages.goTo("/agreements/" + draft.id(), null);
            case DraftAgreement.Outcome.Refused(var mistakes) ->
                parts.show("about", "/agreements/new", terms, form, DraftMistakes.inWords(mistakes));
        };
    }

    private static Terms about(Terms terms, Map<String, String> form) {
        return terms.withTitle(form.getOrDefault("title", ""), day("starts", form), day("ends", form));
    }

    private static String day(String name, Map<String, String> form) {
        try {
            return String.format(
                    Locale.ROOT,
                    "%04d-%02d-%02d",
                    Integer.parseInt(form.getOrDefault(name + "-year", "").strip()),
                    Integer.parseInt(form.getOrDefault(name + "-month", "").strip()),
                    Integer.parseInt(form.getOrDefault(name + "-day", "").strip()));
        } catch (NumberFormatException _) {
            return "";
        }
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/about")
    ModelAndView about(SignedIn who, @PathVariable UUID id) {
        return parts.part(who, id, "about");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/about")
    ModelAndView about(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = parts.draft(who, id);
        return parts.keep(who, before, about(before.terms(), form), Part.ABOUT, "about", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/amounts")
    ModelAndView amounts(SignedIn who, @PathVariable UUID id) {
        return parts.part(who, id, "amounts");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/amounts")
    ModelAndView amounts(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = parts.draft(who, id);
        var caps = new Terms.AgreedCaps(Typed.orNone(form.get("families")), Typed.orNone(form.get("onOneList")));
        var terms = before.terms().withAmounts(caps, Typed.orNone(form.get("retention")));
        return parts.keep(who, before, terms, Part.AMOUNTS, "amounts", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/bases")
    ModelAndView bases(SignedIn who, @PathVariable UUID id) {
        return parts.part(who, id, "bases");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/bases")
    ModelAndView bases(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = parts.draft(who, id);
        var terms = before.terms()
                .withBases(form.getOrDefault("dataProtection", ""), form.getOrDefault("confidentiality", ""));
        return parts.keep(who, before, terms, Part.BASES, "bases", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/checks")
    ModelAndView checks(SignedIn who, @PathVariable UUID id) {
        return parts.part(who, id, "checks");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/checks")
    ModelAndView checks(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var before = parts.draft(who, id);
        var limits = new HashMap<String, Integer>();
        for (var limit : Limit.values()) {
            int given = Typed.orNone(form.get(ReadTerms.written(limit)));
            if (given != limit.standard()) {
                limits.put(ReadTerms.written(limit), given);
            }
        }
        return parts.keep(who, before, before.terms().withLimits(limits), Part.CHECKS, "checks", form);
    }
}
