package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done to an agreement in a browser: it is signed, acceded to, replaced, ended or discarded.
@Controller
class SigningPages {

    private final Pages pages;
    private final TeamSide team;
    private final Agreements agreements;
    private final ShowAgreement showing;
    private final DraftAgreement drafting;
    private final SignAgreement signing;
    private final TendAgreement tending;
    private final InstantSource clock;

    SigningPages(
            Pages pages,
            TeamSide team,
            Agreements agreements,
            ShowAgreement showing,
            DraftAgreement drafting,
            SignAgreement signing,
            TendAgreement tending,
            InstantSource clock) {
        this.pages = pages;
        this.team = team;
        this.agreements = agreements;
        this.showing = showing;
        this.drafting = drafting;
        this.signing = signing;
        this.tending = tending;
        this.clock = clock;
    }

    private LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN},
            health = {Role.SERVICE_LEAD, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.SENIOR_CLINICIAN})
    @PostMapping("/agreements/{id}/signature")
    ModelAndView sign(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String digest) {
        var shown = new SignAgreement.Shown(Typed.orNone(version), digest);
        return switch (signing.sign(who, id, shown)) {
            case SignAgreement.Outcome.Signed _ ->
                pages.goTo(
                        "/agreements/" + id,
                        who.unit().kind().isTheTeam()
                                ? "The family team has signed. Each service that is a party now sees it, and may sign."
                                : "You have signed for " + who.unit().name() + ".");
            case SignAgreement.Outcome.NotAsShown() ->
                showing.one(
                        who,
                        id,
                        null,
                        List.of(new Mistake(
                                "Read the agreement again, then sign: it was changed after it was shown to you",
                                null)));
            case SignAgreement.Outcome.Refused(var why) -> showing.one(who, id, null, List.of(new Mistake(why, null)));
        };
    }

    /// What is signed is replaced by a next version, which begins as a copy.
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/versions")
    ModelAndView newVersion(SignedIn who, @PathVariable UUID id) {
        var before = team.act(who.unitId(), () -> agreements.newest(team, id)).orElseThrow(NotFound::new);
        if (before.isSigned()) {
            drafting.keep(who, before, before.agreed(), Part.CHECKS);
        }
        return pages.goTo(
                "/agreements/" + id, "This is a draft of the next version. The one that is signed holds until then.");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/accession")
    ModelAndView addParty(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var party = new Terms.AgreedParty(
                form.getOrDefault("unit", ""),
                form.getOrDefault("why", "").strip(),
                Typed.number(form.get("minAge")),
                Typed.number(form.get("maxAge")),
                Typed.words(form.getOrDefault("districts", "").toUpperCase(Locale.ROOT)));
        var mistakes = DraftMistakes.inWords(ReadTerms.mistakes(party));
        if (mistakes.isEmpty()) {
            if (tending.addParty(who, id, party)) {
                return pages.goTo("/agreements/" + id, "The service is a party. It is asked once it has signed.");
            }
            mistakes = List.of(new Mistake("Select a service that is no party yet", "#unit"));
        }
        return accession(who, id, form, mistakes);
    }

    /// The version that a party would accede to, with what is to be put right.
    private ModelAndView accession(SignedIn who, UUID id, Map<String, String> form, List<Mistake> mistakes) {
        var version = team.act(who.unitId(), () -> agreements.versions(team, id)).stream()
                .filter(one -> one.isSigned() && !one.isOver(today()))
                .map(Agreement::version)
                .findFirst();
        return showing.one(who, id, version.orElse(null), form, mistakes);
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/agreements/{id}/end")
    ModelAndView end(SignedIn who, @PathVariable UUID id) {
        return pages.goTo(
                "/agreements/" + id,
                tending.end(who, id)
                        ? "The agreement is ended. No new round can be opened under it."
                        : "Nobody has signed this agreement, so there is nothing to end.");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/discard")
    ModelAndView discard(SignedIn who, @PathVariable UUID id) {
        return pages.goTo(
                "/agreements",
                drafting.discard(who, id)
                        ? "The draft is discarded. What is signed stays as it is."
                        : "There is no draft of this agreement. What is signed stays as it is.");
    }
}
