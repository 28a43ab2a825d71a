package org.kinmark.hub.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.agreement.Agreements;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.home.Waiting;
import org.kinmark.hub.home.WhatWaits;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The team's rounds, and what each did about every family.
@Controller
class RoundPages implements WhatWaits {

    private static final int ON_A_PAGE = 100;

    private final Pages pages;
    private final TeamSide db;
    private final Rounds rounds;
    private final Agreements agreements;
    private final Questions questions;
    private final Audit audit;

    RoundPages(Pages pages, TeamSide db, Rounds rounds, Agreements agreements, Questions questions, Audit audit) {
        this.pages = pages;
        this.db = db;
        this.rounds = rounds;
        this.agreements = agreements;
        this.questions = questions;
        this.audit = audit;
    }

    /// Rounds under way, with their next date.
    @Override
    public List<Waiting> of(SignedIn who) {
        if (!who.unit().kind().isTheTeam() || !who.has(Role.COORDINATOR)) {
            return List.of();
        }
        return db.act(
                who.unitId(),
                () -> rounds.all(db).stream()
                        .filter(Round::isUnderWay)
                        .map(round -> new Waiting(title(round), "/rounds/" + round.id(), next(round), nextDate(round)))
                        .toList());
    }

    private String title(Round round) {
        return agreements
                .find(db, round.team(), round.agreement(), round.version())
                .map(Agreement::title)
                .orElse("A round");
    }

    private static String next(Round round) {
        return round.state() == Round.State.EXTENDED ? "Extended: closes a second time on" : "Open: closes on";
    }

    private static Instant nextDate(Round round) {
        return round.closing();
    }

    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/rounds")
    ModelAndView all(SignedIn who) {
        var all = db.act(
                who.unitId(),
                () -> rounds.all(db).stream()
                        .map(round -> new TitledRound(round, title(round)))
                        .toList());
        return pages.show("round/rounds", "Rounds", Map.of("rounds", all));
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/rounds/{round}")
    ModelAndView one(
            SignedIn who,
            @PathVariable UUID round,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page) {
        return db.act(who.unitId(), () -> {
            var found = rounds.find(db, round).orElseThrow(NotFound::new);
            audit.record(
                    db,
                    who.actor(Role.COORDINATOR, Role.KEY_WORKER),
                    Entry.of(Act.RELEASED_SHOWN, round).under(found.agreement() + " v" + found.version()));
            boolean isReleased = found.state() == Round.State.RELEASED;
            var wanted = isReleased || ShownFamilies.of(show) == ShownFamilies.NOT_ASKED
                    ? ShownFamilies.of(show)
                    : ShownFamilies.EVERYTHING;
            var all = questions.results(db, who.unitId(), round);
            var shown = all.stream()
                    .filter(one -> wanted == ShownFamilies.EVERYTHING || ShownFamilies.of(one) == wanted)
                    .toList();
            int last = Math.max(1, (shown.size() + ON_A_PAGE - 1) / ON_A_PAGE);
            int at = Math.clamp(page, 1, last);
            var rows = new ArrayList<>(shown.subList((at - 1) * ON_A_PAGE, Math.min(at * ON_A_PAGE, shown.size())));
            return pages.show(
                    "round/round",
                    title(found),
                    Map.of(
                            "round",
                            found,
                            "title",
                            Objects.requireNonNull(title(found)),
                            "rows",
                            rows,
                            "asked",
                            all.stream().filter(Questions.Result::asked).count(),
                            "notAsked",
                            all.stream().filter(one -> !one.asked()).count(),
                            "priority",
                            all.stream().filter(Questions.Result::mark).count(),
                            "show",
                            wanted,
                            "page",
                            at,
                            "last",
                            last,
                            "mayAsk",
                            who.has(Role.COORDINATOR)));
        });
    }
}
