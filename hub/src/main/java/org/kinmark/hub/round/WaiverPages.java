package org.kinmark.hub.round;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.home.Waiting;
import org.kinmark.hub.home.WhatWaits;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.rules.boundary.Check;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The pages on which a waiver is asked for and decided.
@Controller
class WaiverPages implements WhatWaits {

    private static final String ASK = "Ask for a waiver";

    private final Pages pages;
    private final TeamSide team;
    private final HealthSide health;
    private final Waivers waivers;
    private final WaiveCheck waiving;

    WaiverPages(Pages pages, TeamSide team, HealthSide health, Waivers waivers, WaiveCheck waiving) {
        this.pages = pages;
        this.team = team;
        this.health = health;
        this.waivers = waivers;
        this.waiving = waiving;
    }

    /// Waivers that wait for a Guardian.
    @Override
    public List<Waiting> of(SignedIn who) {
        if (!who.unit().kind().isOnTheHealthSide() || !who.has(Role.CALDICOTT_GUARDIAN)) {
            return List.of();
        }
        return health.act(
                who.unitId(),
                () -> waivers.all(health).stream()
                        .filter(Waiver::isWaiting)
                        .map(one -> new Waiting(
                                "Decide a waiver for " + one.team(),
                                "/waivers/" + one.id(),
                                "Asked on",
                                one.requestedAt()))
                        .toList());
    }

    @AllowedTo(team = Role.COORDINATOR, health = Role.CALDICOTT_GUARDIAN)
    @GetMapping("/waivers")
    ModelAndView all(SignedIn who) {
        var side = who.unit().kind().isTheTeam() ? team : health;
        return pages.show(
                "round/waivers",
                "Waivers",
                Map.of(
                        "waivers", side.act(who.unitId(), () -> waivers.all(side)),
                        "isTheTeam", who.unit().kind().isTheTeam()));
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/waivers/new")
    ModelAndView form(
            SignedIn who,
            @RequestParam UUID agreement,
            @RequestParam int criteria,
            @RequestParam(name = "failed") String failed) {
        var choices = waiving.choices(who, agreement, criteria, check(failed));
        return pages.show("round/newWaiver", ASK, model(choices, criteria, Set.of(), null, "", List.of()));
    }

    private static Check check(String written) {
        return Waivers.check(written).orElseThrow(NotFound::new);
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/waivers/new")
    ModelAndView ask(
            SignedIn who,
            @RequestParam UUID agreement,
            @RequestParam int criteria,
            @RequestParam(name = "failed") String failed,
            @RequestParam(defaultValue = "") List<UUID> family,
            @RequestParam(required = false) @Nullable UUID guardian,
            @RequestParam(defaultValue = "") String reason) {
        var choices = waiving.choices(who, agreement, criteria, check(failed));
        var families = new LinkedHashSet<>(family);
        var outcome = waiving.ask(who, choices, families, guardian, reason);
        return outcome.isDone()
                ? pages.goTo("/waivers", "The Caldicott Guardian is asked. They see why, and not which families.")
                : pages.again(
                        "round/newWaiver",
                        ASK,
                        model(choices, criteria, families, guardian, reason, mistakes(outcome)));
    }

    private static List<Mistake> mistakes(WaiveCheck.Outcome outcome) {
        var mistakes = new ArrayList<Mistake>();
        outcome.mistakes().forEach((field, text) -> mistakes.add(new Mistake(text, "#" + field)));
        return mistakes;
    }

    private static Map<String, Object> model(
            WaiveCheck.Choices choices,
            int criteria,
            Set<UUID> chosen,
            @Nullable UUID guardian,
            String reason,
            List<Mistake> mistakes) {
        var families = new ArrayList<Choice>();
        choices.families()
                .forEach((id, reference) -> families.add(new Choice(id.toString(), reference, chosen.contains(id))));
        return Map.of(
                "agreement", choices.agreement().id().toString(),
                "criteria", Integer.toString(criteria),
                "failed", Waivers.written(choices.check()),
                "title", Words.title(choices.check()),
                "why", Explained.why(choices.check()),
                "families", families,
                "guardians",
                        choices.guardians().stream()
                                .map(unit -> new Choice(
                                        unit.id().toString(),
                                        unit.name(),
                                        unit.bodyName().equals(unit.name()) ? null : unit.bodyName(),
                                        unit.id().equals(guardian)))
                                .toList(),
                "reason", reason,
                "mistakes", mistakes);
    }

    @AllowedTo(health = Role.CALDICOTT_GUARDIAN)
    @GetMapping("/waivers/{waiver}")
    ModelAndView one(SignedIn who, @PathVariable UUID waiver) {
        return pages.show("round/waiver", "A waiver", Map.of("waiver", find(who, waiver), "mistakes", List.of()));
    }

    private Waiver find(SignedIn who, UUID waiver) {
        return health.act(who.unitId(), () -> waivers.find(health, waiver)).orElseThrow(NotFound::new);
    }

    @AllowedTo(health = Role.CALDICOTT_GUARDIAN)
    @PostMapping("/waivers/{waiver}")
    ModelAndView decide(
            SignedIn who,
            @PathVariable UUID waiver,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form) {
        var found = find(who, waiver);
        var mistakes = new ArrayList<Mistake>();
        boolean granted = decision.equals("grant");
        if (!granted && !decision.equals("refuse")) {
            mistakes.add(new Mistake("Select whether you waive it", "#decision"));
        } else {
            var outcome = waiving.decide(who, waiver, granted, reason, day(form));
            if (outcome.isDone()) {
                return pages.goTo("/waivers", granted ? "The check is waived." : "The check stays.");
            }
            mistakes.addAll(mistakes(outcome));
        }
        return pages.again("round/waiver", "A waiver", Map.of("waiver", found, "mistakes", mistakes));
    }

    private static @Nullable LocalDate day(Map<String, String> form) {
        try {
            return LocalDate.of(
                    Integer.parseInt(form.getOrDefault("until-year", "").strip()),
                    Integer.parseInt(form.getOrDefault("until-month", "").strip()),
                    Integer.parseInt(form.getOrDefault("until-day", "").strip()));
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }
}
