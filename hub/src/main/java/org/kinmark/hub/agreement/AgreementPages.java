package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final Period NEAR_ITS_END = Period.ofDays(60);

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

    /// For a coordinator, drafts to finish and agreements near their end; for whoever signs besides, those to sign.
    @Override
    public List<Waiting> of(SignedIn who) {
        boolean isTheTeam = who.unit().kind().isTheTeam();
        if (!who.has(isTheTeam ? SignAgreement.TEAM : SignAgreement.HEALTH)) {
            return List.of();
        }
        var side = side(who);
        var byId = side.act(who.unitId(), () -> agreements.all(side)).stream()
                .collect(Collectors.groupingBy(Agreement::id, LinkedHashMap::new, Collectors.toList()));
        return byId.values().stream()
                .flatMap(versions -> Stream.concat(
                        toSign(who, versions), who.has(Role.COORDINATOR) ? nearItsEnd(who, versions) : Stream.of()))
                .toList();
    }

    /// The newest version, where this unit has not signed it and still can.
    private Stream<Waiting> toSign(SignedIn who, List<Agreement> versions) {
        var newest = versions.stream()
                .max(Comparator.comparingInt(Agreement::version))
                .orElseThrow();
        if (newest.isSignedBy(who.unitId()) || newest.isOver(today())) {
            return Stream.of();
        }
        if (who.has(Role.COORDINATOR)) {
            return Stream.of(waiting(
                    newest, "Finish and sign “" + newest.title() + "”", "It is to begin on", newest.startsOn()));
        }
        return ReadTerms.mistakes(newest.terms()).isEmpty()
                ? Stream.of(
                        waiting(newest, "Read and sign “" + newest.title() + "”", "It begins on", newest.startsOn()))
                : Stream.of();
    }

    /// The version that is signed to the latest day, where that is near.
    private Stream<Waiting> nearItsEnd(SignedIn who, List<Agreement> versions) {
        return versions.stream()
                .filter(one -> one.isSignedBy(who.unitId()) && !one.isOver(today()))
                .max(Comparator.comparing(Agreement::endsOn))
                .filter(one -> !today().plus(NEAR_ITS_END).isBefore(one.endsOn()))
                .map(one -> waiting(one, "“" + one.title() + "” is near its end", "Ends on", one.endsOn()))
                .stream();
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
        return one(who, id, version, Map.of(), mistakes);
    }

    /// @param form what was typed to add a party
    private ModelAndView one(
            SignedIn who, UUID id, @Nullable Integer version, Map<String, String> form, List<Mistake> mistakes) {
        var side = side(who);
        return side.act(who.unitId(), () -> {
            var versions = agreements.versions(side, id);
            var newest = versions.stream().findFirst().orElseThrow(NotFound::new);
            var found = versions.stream()
                    .filter(one -> version == null || one.version() == version)
                    .findFirst()
                    .orElseThrow(NotFound::new);
            var looking = new Looking(who, found, versions, form, mistakes);
            boolean isDraftOfTheirs = found.equals(newest) && !found.isSigned() && looking.isCoordinator();
            return isDraftOfTheirs ? draft(looking) : agreed(looking);
        });
    }

    /// Somebody looks at a version.
    ///
    /// @param versions all that their unit may see, newest first
    private record Looking(
            SignedIn who, Agreement found, List<Agreement> versions, Map<String, String> form, List<Mistake> mistakes) {

        boolean isCoordinator() {
            return who.unit().kind().isTheTeam() && who.has(Role.COORDINATOR);
        }

        boolean isNewest() {
            return found.version() == versions.getFirst().version();
        }

        boolean maySign(LocalDate today) {
            return isNewest()
                    && !found.isOver(today)
                    && !found.isSignedBy(who.unitId())
                    && who.has(who.unit().kind().isTheTeam() ? SignAgreement.TEAM : SignAgreement.HEALTH)
                    && ReadTerms.mistakes(found.terms()).isEmpty();
        }

        /// Whether it is what a party would accede to.
        boolean mayAddParty(LocalDate today) {
            return isCoordinator()
                    && versions.stream()
                            .filter(one -> one.isSigned() && !one.isOver(today))
                            .limit(1)
                            .anyMatch(found::equals);
        }

        boolean mayEnd() {
            return who.unit().kind().isTheTeam()
                    && found.isSigned()
                    && found.endedAt() == null
                    && who.has(SignAgreement.TEAM);
        }
    }

    private ModelAndView draft(Looking looking) {
        var draft = looking.found();
        return page(
                "agreement/draft",
                looking,
                Map.of(
                        "agreement", draft,
                        "today", today(),
                        "tasks", tasks(draft),
                        "signed",
                                looking.versions().stream()
                                        .filter(Agreement::isSigned)
                                        .toList(),
                        "complete", ReadTerms.mistakes(draft.terms()).isEmpty(),
                        "digest", agreements.digest(draft),
                        "mistakes", looking.mistakes()));
    }

    private ModelAndView agreed(Looking looking) {
        var found = looking.found();
        boolean mayAddParty = looking.mayAddParty(today());
        return page(
                "agreement/agreement",
                looking,
                Map.ofEntries(
                        Map.entry("agreement", found),
                        Map.entry("today", today()),
                        Map.entry("maySign", looking.maySign(today())),
                        Map.entry("digest", agreements.digest(found)),
                        Map.entry(
                                "mayReplace", looking.isCoordinator() && looking.isNewest() && found.endedAt() == null),
                        Map.entry("mayEnd", looking.mayEnd()),
                        Map.entry("services", mayAddParty ? notParties(found, looking.form()) : List.<Choice>of()),
                        Map.entry("form", looking.form()),
                        Map.entry("isNewest", looking.isNewest()),
                        Map.entry("mistakes", looking.mistakes())));
    }

    private ModelAndView page(String template, Looking looking, Map<String, ?> model) {
        var title = looking.found().title();
        return looking.mistakes().isEmpty() ? pages.show(template, title, model) : pages.again(template, title, model);
    }

    private List<Choice> notParties(Agreement agreement, Map<String, String> form) {
        return units.all(team).stream()
                .filter(unit -> unit.kind().asService().isPresent())
                .filter(unit -> agreement.party(unit.id()).isEmpty())
                .map(unit -> new Choice(
                        unit.id().toString(), unit.name(), unit.id().toString().equals(form.get("unit"))))
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
                one(
                        who,
                        id,
                        null,
                        List.of(new Mistake(
                                "Read the agreement again, then sign: it was changed after it was shown to you",
                                null)));
            case SignAgreement.Outcome.Refused(var why) -> one(who, id, null, List.of(new Mistake(why, null)));
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
        var mistakes = DraftPages.inWords(ReadTerms.mistakes(party));
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
        return one(who, id, version.orElse(null), form, mistakes);
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
        if (!Notices.areWords(words)) {
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
                        .sorted(Comparator.comparing(one -> one.unit().toLowerCase(Locale.UK)))
                        .toList());
        return pages.show("agreement/published", "How families’ information is shared", Map.of("notices", all));
    }
}
