package org.kinmark.hub.marking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.home.Waiting;
import org.kinmark.hub.home.WhatWaits;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.round.Rounds;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The lists that a service was sent: what waits, what each asks, and its files for the marker.
@Controller
class ListPages implements WhatWaits {

    private final Pages pages;
    private final HealthSide db;
    private final Lists lists;
    private final Pack pack;
    private final Rounds rounds;

    ListPages(Pages pages, HealthSide db, Lists lists, Pack pack, Rounds rounds) {
        this.pages = pages;
        this.db = db;
        this.lists = lists;
        this.pack = pack;
        this.rounds = rounds;
    }

    /// Lists that nobody has declared yet.
    @Override
    public List<Waiting> of(SignedIn who) {
        if (who.unit().kind().isTheTeam() || !who.has(HoldList.ROLES)) {
            return List.of();
        }
        return db.act(who.unitId(), () -> {
            var now = rounds.now(db);
            return lists.all(who.unitId()).stream()
                    .filter(list -> !list.isDeclared() && lists.canBeJudged(list))
                    .map(list -> waiting(list, Closing.of(list, now)))
                    .toList();
        });
    }

    private static Waiting waiting(MyList list, Closing closing) {
        return Waiting.toBegin(
                "Judge " + list.families() + (list.families() == 1 ? " family" : " families") + " for "
                        + list.teamName(),
                "/lists/" + list.ref(),
                closing.leadingUpToItsDate(),
                closing.at());
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists")
    ModelAndView all(SignedIn who) {
        return db.act(who.unitId(), () -> {
            var now = rounds.now(db);
            var all = lists.all(who.unitId());
            var toJudge = all.stream()
                    .filter(list -> !list.isDeclared() && lists.canBeJudged(list))
                    .sorted(Comparator.comparing(list -> list.round().closing()))
                    .toList();
            return pages.show("marking/lists", "Lists", Map.of("lists", all, "toJudge", toJudge, "now", now));
        });
    }

    /// What the list is, to read and to print, with the files for the marker.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/pack")
    ModelAndView whatIsAsked(SignedIn who, @PathVariable UUID list) {
        return db.act(who.unitId(), () -> {
            var found = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
            var agreement = lists.agreement(found);
            return pages.show(
                    "marking/pack",
                    "What is asked",
                    Map.of(
                            "list",
                            found,
                            "agreement",
                            agreement,
                            "indicators",
                            agreement.indicators().stream().map(Sheet::inWords).toList(),
                            "open",
                            lists.canBeJudged(found)));
        });
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/list.csv")
    ResponseEntity<byte[]> list(SignedIn who, @PathVariable UUID list) {
        return pack.list(who, list).orElseThrow(NotFound::new);
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/agreement.json")
    ResponseEntity<byte[]> agreement(SignedIn who, @PathVariable UUID list) {
        return pack.agreement(who, list);
    }
}
