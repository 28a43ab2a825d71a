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
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Task;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Units;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Shows a version of an agreement to whoever looks: as a draft to finish, or as what was agreed and may be signed.
@Component
class ShowAgreement {

    private final Pages pages;
    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final Units units;
    private final InstantSource clock;

    ShowAgreement(
            Pages pages, TeamSide team, HealthSide health, Agreements agreements, Units units, InstantSource clock) {
        this.pages = pages;
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.units = units;
        this.clock = clock;
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }

    private LocalDate today() {
        return Moments.dayOf(clock.instant());
    }

    /// The newest version where none is named, with what has to be put right.
    ModelAndView one(SignedIn who, UUID id, @Nullable Integer version, List<Mistake> mistakes) {
        return one(who, id, version, Map.of(), mistakes);
    }

    /// @param form what was typed to add a party
    ModelAndView one(
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
}
