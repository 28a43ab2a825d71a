package org.kinmark.hub.round;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.agreement.Agreements;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.relation.OwnFamilies;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A round is made page by page: agreement, criteria, dates, then what would go out; only then it is opened. What
/// was answered so far is in the address, and nothing of a family is.
@Controller
class NewRoundPages {

    private static final int ALL_CRITERIA = 5;

    private final Pages pages;
    private final TeamSide db;
    private final Agreements agreements;
    private final ComposeRound composing;
    private final OpenRound opening;
    private final AskAsLastTime askingAsLastTime;
    private final OwnFamilies ownFamilies;
    private final Audit audit;
    private final InstantSource clock;

    NewRoundPages(
            Pages pages,
            TeamSide db,
            Agreements agreements,
            ComposeRound composing,
            OpenRound opening,
            AskAsLastTime askingAsLastTime,
            OwnFamilies ownFamilies,
            Audit audit,
            InstantSource clock) {
        this.pages = pages;
        this.db = db;
        this.agreements = agreements;
        this.composing = composing;
        this.opening = opening;
        this.askingAsLastTime = askingAsLastTime;
        this.ownFamilies = ownFamilies;
        this.audit = audit;
        this.clock = clock;
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/rounds/new")
    ModelAndView next(SignedIn who, @RequestParam Map<String, String> answers) {
        var agreement = RoundAnswers.id(answers.get("agreement"));
        if (agreement.isEmpty()) {
            return askAgreement(who, answers.containsKey("asked"));
        }
        var criteria = RoundAnswers.number(answers.get("criteria"));
        if (criteria.isEmpty()) {
            return askCriteria(agreement.get(), answers.containsKey("askedCriteria"));
        }
        if (!answers.containsKey("closes-day")) {
            return askDates(agreement.get(), criteria.get(), RoundAnswers.usual(clock.instant()), List.of());
        }
        var round = RoundAnswers.round(agreement.get(), criteria.get(), answers);
        var mistakes = round.isEmpty()
                ? List.of(new Mistake("Enter all three dates as day, month and year", "#closes-day"))
                : dateMistakes(round.get());
        return mistakes.isEmpty()
                ? preview(who, round.orElseThrow(), answers)
                : askDates(agreement.get(), criteria.get(), answers, mistakes);
    }

    private ModelAndView askAgreement(SignedIn who, boolean again) {
        var today = Moments.dayOf(clock.instant());
        var choices = db
                .act(
                        who.unitId(),
                        () -> agreements.all(db).stream()
                                .map(Agreement::id)
                                .distinct()
                                .flatMap(id -> agreements.toAskUnder(db, who.unitId(), id, today).stream())
                                .filter(one -> one.isCurrent(today))
                                .toList())
                .stream()
                .map(one -> new Choice(
                        one.id().toString(),
                        one.title(),
                        "Until " + Moments.day(one.endsOn()) + ". "
                                + one.partiesSigned().size() + " services have signed.",
                        false))
                .toList();
        var mistakes = again ? List.of(new Mistake("Select an agreement", "#agreement")) : List.<Mistake>of();
        return show("round/agreement", "New round", Map.of("choices", choices, "mistakes", mistakes), mistakes);
    }

    private ModelAndView askCriteria(UUID agreement, boolean again) {
        var choices = IntStream.rangeClosed(1, ALL_CRITERIA)
                .mapToObj(number -> new Choice(
                        Integer.toString(number),
                        number == 1 ? "At least 1" : number == ALL_CRITERIA ? "All 5" : "At least " + number,
                        false))
                .toList();
        var mistakes = again ? List.of(new Mistake("Select how many criteria", "#criteria")) : List.<Mistake>of();
        return show(
                "round/criteria",
                "New round",
                Map.of("agreement", agreement.toString(), "choices", choices, "mistakes", mistakes),
                mistakes);
    }

    private ModelAndView askDates(UUID agreement, int criteria, Map<String, String> dates, List<Mistake> mistakes) {
        return show(
                "round/dates",
                "New round",
                Map.of("agreement", agreement.toString(), "criteria", criteria, "dates", dates, "mistakes", mistakes),
                mistakes);
    }

    private ModelAndView show(String template, String title, Map<String, ?> model, List<Mistake> mistakes) {
        return mistakes.isEmpty() ? pages.show(template, title, model) : pages.again(template, title, model);
    }

    private List<Mistake> dateMistakes(NewRound round) {
        return RoundDates.mistakes(round, clock.instant()).stream()
                .map(NewRoundPages::inWords)
                .toList();
    }

    /// What the API says of a field, for whoever reads a page.
    private static Mistake inWords(String mistake) {
        return switch (mistake.substring(0, mistake.indexOf(':'))) {
            case "closes_at" -> new Mistake("Enter a first closing that is still to come", "#closes-day");
            case "second_closes_at" -> new Mistake("Enter a second closing after the first", "#second-day");
            case "releases_at" ->
                new Mistake("Enter a release after the second closing, and within a year", "#releases-day");
            default -> new Mistake("Select 1 to 5 criteria", null);
        };
    }

    private ModelAndView preview(SignedIn who, NewRound round, Map<String, String> answers) {
        return db.act(who.unitId(), () -> {
            var whole =
                    composing.compose(db, who.unit(), round, clock.instant()).orElseThrow(NotFound::new);
            var repeatable = composing.repeatable(db, who.unit(), round, clock.instant(), whole);
            var composed = whole.without(ownFamilies.of(db));
            audit.record(
                    db,
                    who.actor(Role.COORDINATOR),
                    Entry.of(Act.ROUND_PREVIEWED, null)
                            .under(composed.agreement().named()));
            return pages.show(
                    "round/preview",
                    "Check the round",
                    Map.of(
                            "round", round,
                            "title", composed.agreement().title(),
                            "preview", PreviewRound.of(composed, repeatable),
                            "detail", PreviewDetail.of(composed, round.criteria(), repeatable),
                            "answers", answers,
                            "page", RoundAnswers.number(answers.get("page")).orElse(1),
                            "keptOffPage",
                                    RoundAnswers.number(answers.get("kept")).orElse(1),
                            "query", RoundAnswers.query(answers)));
        });
    }

    /// A family is asked about as last time, or again as things are now; then the round is looked at again.
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/rounds/as-last-time")
    ModelAndView askAsLastTime(SignedIn who, @RequestParam Map<String, String> answers) {
        var family = RoundAnswers.id(answers.get("family")).orElseThrow(NotFound::new);
        boolean asLastTime = "last".equals(answers.get("as"));
        if (!askingAsLastTime.ask(who, family, asLastTime)) {
            throw new NotFound();
        }
        return pages.goTo(
                "/rounds/new?" + RoundAnswers.query(answers),
                asLastTime
                        ? "The family is asked about with the people and the services of last time."
                        : "The family is asked about as things are now.");
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/rounds")
    ModelAndView open(SignedIn who, @RequestParam Map<String, String> answers) {
        var agreement = RoundAnswers.id(answers.get("agreement")).orElseThrow(NotFound::new);
        var criteria = RoundAnswers.number(answers.get("criteria")).orElseThrow(NotFound::new);
        var round = RoundAnswers.round(agreement, criteria, answers).orElseThrow(NotFound::new);
        return switch (opening.open(who, round)) {
            case OpenRound.Outcome.Opened(var opened, int families) ->
                pages.goTo(
                        "/rounds/" + opened.id(),
                        "The round is open. " + families + " families are with the services, until "
                                + Moments.moment(opened.closesAt()) + ".");
            case OpenRound.Outcome.Refused(var reasons) ->
                pages.refused(
                        "round/refused",
                        "The round was not opened",
                        Map.of("reasons", new ArrayList<>(reasons), "answers", answers));
            case OpenRound.Outcome.NoAgreement() -> throw new NotFound();
        };
    }
}
