package org.kinmark.hub.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Whom a draft asks, and why.
@Controller
class PartyPages {

    private final DraftPart parts;

    PartyPages(DraftPart parts) {
        this.parts = parts;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/agreements/{id}/parties")
    ModelAndView parties(SignedIn who, @PathVariable UUID id) {
        return parts.part(who, id, "parties");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/parties")
    ModelAndView addParties(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> unit,
            @RequestParam Map<String, String> form) {
        var before = parts.draft(who, id);
        var known = parts.services().stream().map(Choice::value).toList();
        if (unit.isEmpty() || !known.containsAll(unit)) {
            return parts.show(
                    "parties",
                    "/agreements/" + id + "/parties",
                    before.terms(),
                    form,
                    List.of(new Mistake("Select at least one service", "#unit")));
        }
        var all = new ArrayList<>(before.terms().parties());
        unit.forEach(one -> all.add(new Terms.AgreedParty(
                one,
                form.getOrDefault("why", ""),
                Typed.number(form.get("minAge")),
                Typed.number(form.get("maxAge")),
                Typed.words(form.getOrDefault("districts", "").toUpperCase(Locale.ROOT)))));
        return parts.keep(who, before, before.terms().with(all), Part.PARTIES, "parties", form);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/parties/removal")
    ModelAndView removeParty(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String unit) {
        var before = parts.draft(who, id);
        var rest = before.terms().parties().stream()
                .filter(one -> !one.unit().equals(unit))
                .toList();
        return parts.keep(who, before, before.terms().with(rest), Part.PARTIES, "parties", Map.of());
    }
}
