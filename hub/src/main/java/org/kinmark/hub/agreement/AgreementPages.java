package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Step 1 in a browser, for both sides: agreements are read.
@Controller
class AgreementPages {

    private final Pages pages;
    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final ShowAgreement showing;
    private final InstantSource clock;

    AgreementPages(
            Pages pages,
            TeamSide team,
            HealthSide health,
            Agreements agreements,
            ShowAgreement showing,
            InstantSource clock) {
        this.pages = pages;
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.showing = showing;
        this.clock = clock;
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }

    private LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {
                Role.SERVICE_LEAD,
                Role.PROFESSIONAL,
                Role.CALDICOTT_GUARDIAN,
                Role.SENIOR_MANAGER,
                Role.SENIOR_CLINICIAN,
                Role.INFORMATION_GOVERNANCE_LEAD
            })
    @GetMapping("/agreements")
    ModelAndView all(SignedIn who) {
        var side = side(who);
        return pages.show(
                "agreement/agreements",
                "Agreements",
                Map.of(
                        "agreements", side.act(who.unitId(), () -> agreements.all(side)),
                        "unit", who.unitId(),
                        "today", today(),
                        "mayDraft", who.unit().kind().isTheTeam() && who.has(Role.COORDINATOR)));
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {
                Role.SERVICE_LEAD,
                Role.PROFESSIONAL,
                Role.CALDICOTT_GUARDIAN,
                Role.SENIOR_MANAGER,
                Role.SENIOR_CLINICIAN,
                Role.INFORMATION_GOVERNANCE_LEAD
            })
    @GetMapping("/agreements/{id}")
    ModelAndView one(SignedIn who, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        return showing.one(who, id, version, List.of());
    }
}
