package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.home.Waiting;
import org.kinmark.hub.home.WhatWaits;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Task;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Units;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Step 1 in a browser, for both sides: agreements are read, signed, acceded to, replaced and ended, and each unit's
/// notice to families is published.
@Controller
class AgreementPages implements WhatWaits {

    private static final int NEAR_ITS_END = 3;
    private static final int LONGEST = 20_000;

    private final Pages pages;
    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final Units units;
    private final DraftAgreement drafting;
    private final SignAgreement signing;
    private final TendAgreement tending;
    private final Notices notices;
    private final InstantSource clock;

    AgreementPages(
            Pages pages,
            TeamSide team,
            HealthSide health,
            Agreements agreements,
            Units units,
            DraftAgreement drafting,
            SignAgreement signing,
            TendAgreement tending,
            Notices notices,
            InstantSource clock) {
        this.pages = pages;
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.units = units;
        this.drafting = drafting;
        this.signing = signing;
        this.tending = tending;
        this.notices = notices;
        this.clock = clock;
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }

    private LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    /// For the team, agreements near their end; for a service, those to sign.
    @Override
    public List<Waiting> of(SignedIn who) {
        boolean isTheTeam = who.unit().kind().isTheTeam();
        if (isTheTeam ? !who.has(Role.COORDINATOR) : !who.has(SignAgreement.HEALTH)) {
            return List.of();
        }
        var side = side(who);
        return side.act(who.unitId(), () -> agreements.all(side)).stream()
                .filter(one -> one.isCurrent(today()) || !one.isSignedBy(who.unitId()) && one.endedAt() == null)
                .flatMap(one -> isTheTeam ? ofTheTeam(one) : toSign(who, one))
                .toList();
    }

    private Stream<Waiting> ofTheTeam(Agreement one) {
        if (!one.isSigned()) {
            return Stream.of(
                    waiting(one, "Finish and sign “" + one.title() + "”", "It is to begin on", one.startsOn()));
        }
        return today().plusMonths(NEAR_ITS_END).isAfter(one.endsOn())
                ? Stream.of(waiting(one, "“" + one.title() + "” is near its end", "Ends on", one.endsOn()))
                : Stream.of();
    }

    private static Stream<Waiting> toSign(SignedIn who, Agreement one) {
        return one.isSignedBy(who.unitId())
                ? Stream.of()
                : Stream.of(waiting(one, "Read and sign “" + one.title() + "”", "It begins on", one.startsOn()));
    }

    private static Waiting waiting(Agreement one, String what, String by, LocalDate day) {
        return new Waiting(what, "/agreements/" + one.id(), by, Moments.at(day, 0));
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
        return one(who, id, version, List.of());
    }

    private ModelAndView one(SignedIn who, UUID id, @Nullable Integer version, List<Mistake> mistakes) {
        var side = side(who);
        return side.act(who.unitId(), () -> {
            var newest = agreements.newest(side, id).orElseThrow(NotFound::new);
            var found = version == null
                    ? newest
                    : agreements.find(side, newest.team(), id, version).orElseThrow(NotFound::new);
            boolean isTheTeam = who.unit().kind().isTheTeam();
            boolean isNewest = found.version() == newest.version();
            boolean maySign = isNewest
                    && found.endedAt() == null
                    && !found.isSignedBy(who.unitId())
                    && who.has(isTheTeam ? SignAgreement.TEAM : SignAgreement.HEALTH);
            boolean mayChange = isTheTeam && isNewest && who.has(Role.COORDINATOR);
            if (mayChange && !found.isSigned()) {
                return pages.show(
                        "agreement/draft",
                        found.title(),
                        Map.of(
                                "agreement", found,
                                "tasks", tasks(found),
                                "complete", ReadTerms.mistakes(found.terms()).isEmpty()));
            }
            Map<String, Object> model = Map.ofEntries(
                    Map.entry("agreement", found),
                    Map.entry("today", today()),
                    Map.entry(
                            "maySign",
                            maySign && ReadTerms.mistakes(found.terms()).isEmpty()),
                    Map.entry("mayChange", mayChange && found.endedAt() == null),
                    Map.entry(
                            "mayEnd",
                            isTheTeam
                                    && isNewest
                                    && found.isSigned()
                                    && found.endedAt() == null
                                    && who.has(SignAgreement.TEAM)),
                    Map.entry("services", mayChange ? notParties(found) : List.<Choice>of()),
                    Map.entry("isNewest", isNewest),
                    Map.entry("mistakes", mistakes));
            return mistakes.isEmpty()
                    ? pages.show("agreement/agreement", found.title(), model)
                    : pages.again("agreement/agreement", found.title(), model);
        });
    }

    private List<Choice> notParties(Agreement agreement) {
        return units.all(team).stream()
                .filter(unit -> unit.kind().asService().isPresent())
                .filter(unit -> agreement.party(unit.id()).isEmpty())
                .map(unit -> new Choice(unit.id().toString(), unit.name(), false))
                .toList();
    }

    private static List<Task> tasks(Agreement draft) {
        var path = "/agreements/" + draft.id() + "/";
        var terms = draft.terms();
        return List.of(
                task(Part.ABOUT, terms, "Title and dates", null, path + "about"),
                task(
                        Part.INDICATORS,
                        terms,
                        "What is asked",
                        "The health indicators, at least three of at least two groups",
                        path + "indicators"),
                task(
                        Part.PARTIES,
                        terms,
                        "Who is asked, and why",
                        "At least three services of at least two kinds",
                        path + "parties"),
                task(Part.AMOUNTS, terms, "How much, and for how long it is kept", null, path + "amounts"),
                task(Part.BASES, terms, "Legal bases", null, path + "bases"),
                task(
                        Part.CHECKS,
                        terms,
                        "Settings of the checks",
                        "As they are unless you change them",
                        path + "checks"));
    }

    private static Task task(Part part, Terms terms, String title, @Nullable String hint, String href) {
        boolean isComplete = part.isComplete(terms);
        return new Task(
                title, hint, href, isComplete ? "Completed" : "Incomplete", isComplete ? null : "govuk-tag--blue");
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN},
            health = {Role.SERVICE_LEAD, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.SENIOR_CLINICIAN})
    @PostMapping("/agreements/{id}/signature")
    ModelAndView sign(SignedIn who, @PathVariable UUID id) {
        signing.sign(who, id);
        return pages.goTo(
                "/agreements/" + id,
                who.unit().kind().isTheTeam()
                        ? "The family team has signed. Each service that is a party now sees it, and may sign."
                        : "You have signed for " + who.unit().name() + ".");
    }

    /// What is signed is replaced by a next version, which begins as a copy.
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/versions")
    ModelAndView newVersion(SignedIn who, @PathVariable UUID id) {
        var before = team.act(who.unitId(), () -> agreements.newest(team, id)).orElseThrow(NotFound::new);
        if (before.isSigned()) {
            drafting.keep(who, before, before.terms(), Part.CHECKS);
        }
        return pages.goTo(
                "/agreements/" + id, "This is a draft of the next version. The one that is signed holds until then.");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/agreements/{id}/accession")
    ModelAndView addParty(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String why) {
        var mistakes = new ArrayList<Mistake>();
        if (unit.isBlank()) {
            mistakes.add(new Mistake("Select a service", "#unit"));
        }
        if (why.isBlank() || why.length() > LONGEST) {
            mistakes.add(new Mistake("Enter why it is asked", "#why"));
        }
        if (mistakes.isEmpty()) {
            if (tending.addParty(who, id, new Terms.AgreedParty(unit, why.strip(), null, null, List.of()))) {
                return pages.goTo("/agreements/" + id, "The service is a party. It is asked once it has signed.");
            }
            mistakes.add(new Mistake("Select a service that is no party yet", "#unit"));
        }
        return one(who, id, null, mistakes);
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/agreements/{id}/end")
    ModelAndView end(SignedIn who, @PathVariable UUID id) {
        tending.end(who, id);
        return pages.goTo("/agreements/" + id, "The agreement is ended. No new round can be opened under it.");
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @GetMapping("/notice")
    ModelAndView notice(SignedIn who) {
        return notice(who, "", List.of());
    }

    private ModelAndView notice(SignedIn who, String words, List<Mistake> mistakes) {
        var side = side(who);
        var standing = side.act(who.unitId(), () -> notices.of(side, who.unitId()));
        var model = Map.<String, Object>of(
                "standing", standing.stream().toList(), "now", clock.instant(), "words", words, "mistakes", mistakes);
        return mistakes.isEmpty()
                ? pages.show("agreement/notice", "Notice to families", model)
                : pages.again("agreement/notice", "Notice to families", model);
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/notice")
    ModelAndView publish(SignedIn who, @RequestParam(defaultValue = "") String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            return notice(who, words, List.of(new Mistake("Enter what the notice says", "#words")));
        }
        tending.publish(who, words);
        return pages.goTo(
                "/notice",
                "The notice is published. Sharing may begin on "
                        + Moments.moment(clock.instant().plus(Notices.LEAD)) + ".");
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/notice/withdrawal")
    ModelAndView withdraw(SignedIn who) {
        tending.withdraw(who);
        return pages.goTo("/notice", "The notice is withdrawn. Nothing is shared until another has been out 28 days.");
    }

    /// Every unit's notice, for families; nobody signs in to read it.
    @OpenToAll
    @GetMapping("/notices")
    ModelAndView published() {
        var all = health.act(
                new UUID(0, 1),
                () -> notices.standing(health).values().stream()
                        .flatMap(one -> units
                                .find(health, one.unit())
                                .map(unit -> new PublishedNotice(unit.name(), one.words(), one.publishedAt()))
                                .stream())
                        .sorted(java.util.Comparator.comparing(one -> one.unit().toLowerCase(Locale.UK)))
                        .toList());
        return pages.show("agreement/published", "How families’ information is shared", Map.of("notices", all));
    }
}
