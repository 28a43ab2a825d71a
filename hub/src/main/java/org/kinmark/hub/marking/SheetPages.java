package org.kinmark.hub.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.exchange.Judgement;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
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

/// Step 3 in a browser: a service opens its list and judges family by family.
@Controller
class SheetPages {

    private static final String MARK = "mark-";
    private static final String WAS = "was-";

    private final Pages pages;
    private final HealthSide db;
    private final Lists lists;
    private final ReadSheet reading;
    private final JudgeFamilies judging;
    private final LeaveToColleague leaving;

    SheetPages(
            Pages pages,
            HealthSide db,
            Lists lists,
            ReadSheet reading,
            JudgeFamilies judging,
            LeaveToColleague leaving) {
        this.pages = pages;
        this.db = db;
        this.lists = lists;
        this.reading = reading;
        this.judging = judging;
        this.leaving = leaving;
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}")
    ModelAndView sheet(SignedIn who, @PathVariable UUID list, @RequestParam(defaultValue = "1") int page) {
        return db.act(who.unitId(), () -> {
            var sheet = reading.read(who, list);
            if (sheet.isEmpty()) {
                return closed(who, list);
            }
            return pages.show(
                    "marking/sheet",
                    "List to judge",
                    Map.of(
                            "sheet",
                            sheet.get(),
                            "page",
                            sheet.get().page(page),
                            "closing",
                            lists.closing(sheet.get().list()),
                            "mayDeclare",
                            who.has(Role.PROFESSIONAL)));
        });
    }

    private ModelAndView closed(SignedIn who, UUID list) {
        var closed = lists.find(who.unitId(), list).orElseThrow(NotFound::new);
        return pages.show("marking/closed", "List", Map.of("list", closed, "ended", lists.isOpen(closed)));
    }

    /// Every family of a list on one page, to print and to judge with a pen.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/print")
    ModelAndView print(SignedIn who, @PathVariable UUID list) {
        return db.act(
                who.unitId(),
                () -> reading.read(who, list)
                        .map(sheet -> pages.show("marking/print", "Print the list", Map.of("sheet", sheet)))
                        .orElseGet(() -> closed(who, list)));
    }

    /// All families of a sheet at once: what a browser without a script sends.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/lists/{list}/judgements")
    ModelAndView judge(SignedIn who, @PathVariable UUID list, @RequestParam Map<String, String> form) {
        var outcome = judging.judgeAll(who, list, changes(form));
        return form.containsKey("declare") && outcome instanceof Outcome.Done
                ? pages.goTo("/lists/" + list + "/declaration", null)
                : after(sheet(list, form), outcome, "Your judgements are saved as a draft.");
    }

    /// Somebody knows a family outside their work: from then on it is not on the list for them.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/lists/{list}/relation")
    ModelAndView leave(SignedIn who, @PathVariable UUID list, @RequestParam Map<String, String> form) {
        var family = TakeMarks.id(form.getOrDefault("family", "")).orElseThrow(NotFound::new);
        return after(
                sheet(list, form),
                leaving.leave(who, list, family),
                "It is recorded. That family is not on this list for you any more: a colleague judges it.");
    }

    /// The page of the sheet from which a form came.
    private static String sheet(UUID list, Map<String, String> form) {
        var page = form.getOrDefault("page", "1");
        return "/lists/" + list + (page.matches("[2-9]|[1-9][0-9]{1,5}") ? "?page=" + page : "");
    }

    private static List<JudgeFamilies.Change> changes(Map<String, String> form) {
        var changes = new ArrayList<JudgeFamilies.Change>();
        form.forEach((name, value) -> {
            if (name.startsWith(MARK)) {
                var family = name.substring(MARK.length());
                changes.add(new JudgeFamilies.Change(
                        TakeMarks.id(family).orElseThrow(NotFound::new),
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
        return outcome instanceof Outcome.Done
                ? ResponseEntity.ok("Saved")
                : ResponseEntity.status(409).body(Words.of(outcome));
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
        var words = changes(form).stream().allMatch(change -> change.to() == change.was())
                ? "The last change is taken back."
                : "The last change is taken back. What you had chosen for other families is saved.";
        return after(sheet(list, form), judging.undo(who, list, changes(form)), words);
    }

    private ModelAndView after(String where, Outcome outcome, String done) {
        return pages.goTo(where, outcome instanceof Outcome.Done ? done : Words.of(outcome));
    }
}
