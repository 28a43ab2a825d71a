package org.kinmark.hub.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.exchange.Judgement;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.home.Waiting;
import org.kinmark.hub.home.WhatWaits;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.round.Rounds;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Step 3 in a browser: a service opens its list, judges family by family, and declares.
@Controller
class MarkingPages implements WhatWaits {

    private static final String MARK = "mark-";
    private static final String WAS = "was-";

    private final Pages pages;
    private final HealthSide db;
    private final Lists lists;
    private final JudgeList judging;
    private final Pack pack;
    private final Rounds rounds;

    MarkingPages(Pages pages, HealthSide db, Lists lists, JudgeList judging, Pack pack, Rounds rounds) {
        this.pages = pages;
        this.db = db;
        this.lists = lists;
        this.judging = judging;
        this.pack = pack;
        this.rounds = rounds;
    }

    /// Lists that nobody has declared yet.
    @Override
    public List<Waiting> of(SignedIn who) {
        if (who.unit().kind().isTheTeam() || !who.has(JudgeList.ROLES)) {
            return List.of();
        }
        return db.act(who.unitId(), () -> {
            var now = rounds.now(db);
            return lists.all(who.unitId()).stream()
                    .filter(list -> list.round().isOpenAt(now) && !list.isDeclared())
                    .map(list -> new Waiting(
                            "Judge " + list.families() + (list.families() == 1 ? " family" : " families") + " for "
                                    + list.teamName(),
                            "/lists/" + list.ref(),
                            list.remindedAt() == null ? "By" : "Closing soon: by",
                            list.round().closing()))
                    .toList();
        });
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists")
    ModelAndView all(SignedIn who) {
        return db.act(who.unitId(), () -> {
            var now = rounds.now(db);
            return pages.show("marking/lists", "Lists", Map.of("lists", lists.all(who.unitId()), "now", now));
        });
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}")
    ModelAndView sheet(SignedIn who, @PathVariable UUID list, @RequestParam(defaultValue = "1") int page) {
        return db.act(who.unitId(), () -> {
            var sheet = find(who, list);
            if (sheet.isEmpty()) {
                var closed = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
                return pages.show("marking/closed", "List", Map.of("list", closed));
            }
            return pages.show(
                    "marking/sheet",
                    "List to judge",
                    Map.of(
                            "sheet",
                            sheet.get(),
                            "page",
                            sheet.get().page(page),
                            "mayDeclare",
                            who.has(Role.PROFESSIONAL)));
        });
    }

    /// The list as a sheet; empty where it is closed.
    private Optional<Sheet> find(SignedIn who, UUID list) {
        return judging.show(who, list)
                .map(held ->
                        Sheet.of(pack.of(held.list().round()).indicators(), lists.people(who.unitId(), list), held));
    }

    /// All families of a sheet at once: what a browser without a script sends.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/lists/{list}/judgements")
    ModelAndView judge(SignedIn who, @PathVariable UUID list, @RequestParam Map<String, String> form) {
        var outcome = judging.judgeAll(who, list, changes(form));
        return form.containsKey("declare") && outcome instanceof JudgeList.Outcome.Done
                ? pages.goTo("/lists/" + list + "/declaration", null)
                : after(sheet(list, form), outcome, "Your judgements are saved as a draft.");
    }

    /// The page of the sheet from which a form came.
    private static String sheet(UUID list, Map<String, String> form) {
        var page = form.getOrDefault("page", "1");
        return "/lists/" + list + (page.matches("[2-9]|[1-9][0-9]{1,5}") ? "?page=" + page : "");
    }

    private static List<JudgeList.Change> changes(Map<String, String> form) {
        var changes = new ArrayList<JudgeList.Change>();
        form.forEach((name, value) -> {
            if (name.startsWith(MARK)) {
                var family = name.substring(MARK.length());
                changes.add(new JudgeList.Change(
                        JudgeList.id(family).orElseThrow(NotFound::new),
                        judgement(value),
                        judgement(form.getOrDefault(WAS + family, value))));
            }
        });
        return changes;
    }

    /// One family: what the page's script sends as each choice is made.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping(path = "/lists/{list}/judgements/{family}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> judgeOne(
            SignedIn who,
            @PathVariable UUID list,
            @PathVariable UUID family,
            @RequestParam String judgement,
            @RequestParam String was) {
        var outcome = judging.judge(who, list, family, judgement(judgement), judgement(was));
        return outcome instanceof JudgeList.Outcome.Done
                ? ResponseEntity.ok("Saved")
                : ResponseEntity.status(409).body(words(outcome));
    }

    private static Judgement judgement(String written) {
        for (var each : Judgement.values()) {
            if (each.written().equals(written)) {
                return each;
            }
        }
        throw new NotFound();
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/lists/{list}/undo")
    ModelAndView undo(SignedIn who, @PathVariable UUID list, @RequestParam Map<String, String> form) {
        var undone = judging.undo(who, list);
        var saved = judging.judgeAll(who, list, changes(form));
        return after(
                sheet(list, form),
                saved instanceof JudgeList.Outcome.Done ? undone : saved,
                "The last change is taken back.");
    }

    @AllowedTo(health = Role.PROFESSIONAL)
    @GetMapping("/lists/{list}/declaration")
    ModelAndView toDeclare(SignedIn who, @PathVariable UUID list) {
        return db.act(who.unitId(), () -> {
            var sheet = find(who, list);
            if (sheet.isEmpty() || sheet.get().list().isDeclared()) {
                return pages.goTo("/lists/" + list, null);
            }
            return pages.show(
                    "marking/declare",
                    "Declare these judgements",
                    Map.of(
                            "sheet", sheet.get(),
                            "receipt", sheet.get().receipt(),
                            "name", who.name(),
                            "registration",
                                    Optional.ofNullable(who.registration()).orElse("")));
        });
    }

    @AllowedTo(health = Role.PROFESSIONAL)
    @PostMapping("/lists/{list}/declaration")
    ModelAndView declare(
            SignedIn who, @PathVariable UUID list, @RequestParam(name = "receipt", defaultValue = "") String shown) {
        return switch (judging.declare(who, list, shown)) {
            case JudgeList.Outcome.Done(var _, var receipt) ->
                pages.goTo(
                        "/lists/" + list,
                        "The judgements are declared. Nobody in the family team sees them before the release, and"
                                + " then only pooled with those of other services. Receipt: "
                                + receipt.substring(0, 16) + ".");
            case JudgeList.Outcome.NotAsShown changed -> pages.goTo("/lists/" + list + "/declaration", words(changed));
            case JudgeList.Outcome other -> after(list, other, "");
        };
    }

    @AllowedTo(health = Role.PROFESSIONAL)
    @PostMapping("/lists/{list}/withdrawal")
    ModelAndView withdraw(SignedIn who, @PathVariable UUID list) {
        return after(
                list,
                judging.withdraw(who, list),
                "The declaration is withdrawn. Declare again before the list closes.");
    }

    private ModelAndView after(UUID list, JudgeList.Outcome outcome, String done) {
        return after("/lists/" + list, outcome, done);
    }

    private ModelAndView after(String where, JudgeList.Outcome outcome, String done) {
        return pages.goTo(where, outcome instanceof JudgeList.Outcome.Done ? done : words(outcome));
    }

    static String words(JudgeList.Outcome outcome) {
        return switch (outcome) {
            case JudgeList.Outcome.Done _ -> "Saved.";
            case JudgeList.Outcome.Closed() -> "This list is closed. Nothing was changed.";
            case JudgeList.Outcome.Unregistered() ->
                "Your registration number is not recorded, so you cannot declare. Ask your administrator.";
            case JudgeList.Outcome.Declared() ->
                "This list is declared. Withdraw the declaration before you change a judgement.";
            case JudgeList.Outcome.NotAsShown() ->
                "The judgements changed after they were shown to you. Nothing is declared yet: look at the numbers again.";
            case JudgeList.Outcome.NothingToUndo() ->
                "There is no change of yours to take back. What was said last stands, or is a colleague’s.";
            case JudgeList.Outcome.Meanwhile(var now) ->
                "A colleague judged this family meanwhile: " + inWords(now) + ". Theirs stands; choose again to change"
                        + " it.";
            case JudgeList.Outcome.Overtaken(int families) ->
                "Saved, except " + families + (families == 1 ? " family" : " families")
                        + " that a colleague judged meanwhile. Theirs stands; choose again to change it.";
            case JudgeList.Outcome.Differs _ -> "Other judgements are held.";
            case JudgeList.Outcome.Refused(var mistakes) -> String.join(". ", mistakes);
        };
    }

    static String inWords(Judgement judgement) {
        return switch (judgement) {
            case PRIORITY -> "a priority";
            case NOT_PRIORITY -> "not a priority";
            case NOT_JUDGED -> "not judged";
        };
    }

    /// What the list is, to read and to print, with the files for the marker.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/pack")
    ModelAndView whatIsAsked(SignedIn who, @PathVariable UUID list) {
        return db.act(who.unitId(), () -> {
            var found = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
            var agreement = pack.of(found.round());
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
                            found.round().isOpenAt(rounds.now(db))));
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

    /// What the service keeps for itself once it has declared: the hub deletes its own at the release.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/marks.csv")
    ResponseEntity<byte[]> marks(SignedIn who, @PathVariable UUID list) {
        return db.act(who.unitId(), () -> {
            var held = judging.show(who, list).orElseThrow(NotFound::new);
            return pack.marks(held.draft(), list);
        });
    }
}
