package org.kinmark.hub.familylist;

import java.util.List;
import java.util.Map;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The families that the team knows, page by page, and one of them by its reference.
@Controller
class FamiliesPage {

    private static final int ON_A_PAGE = 100;

    private final Pages pages;
    private final TeamSide db;
    private final FamilySummaries summaries;
    private final FamilyRows rows;
    private final DoubleRows entries;
    private final Audit audit;

    FamiliesPage(
            Pages pages, TeamSide db, FamilySummaries summaries, FamilyRows rows, DoubleRows entries, Audit audit) {
        this.pages = pages;
        this.db = db;
        this.summaries = summaries;
        this.rows = rows;
        this.entries = entries;
        this.audit = audit;
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/families")
    ModelAndView all(SignedIn who, @RequestParam(defaultValue = "1") int page) {
        return all(who, page, List.of());
    }

    private ModelAndView all(SignedIn who, int page, List<Mistake> mistakes) {
        return db.act(who.unitId(), () -> {
            int count = summaries.count(db, who.unitId());
            int last = Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
            int at = Math.clamp(page, 1, last);
            audit.record(db, who.actor(Role.COORDINATOR, Role.KEY_WORKER), Entry.of(Act.FAMILIES_SHOWN, null));
            Map<String, Object> model = Map.of(
                    "families", summaries.page(db, who.unitId(), (at - 1) * ON_A_PAGE, ON_A_PAGE),
                    "count", count,
                    "doubles", entries.withDoubles(db, who.unitId()).size(),
                    "mayImport", who.has(Role.COORDINATOR),
                    "page", at,
                    "last", last,
                    "mistakes", mistakes);
            return mistakes.isEmpty()
                    ? pages.show("familylist/families", "Families", model)
                    : pages.again("familylist/families", "Families", model);
        });
    }

    /// By the team's own reference, which is never in an address.
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/families/find")
    ModelAndView find(SignedIn who, @RequestParam(defaultValue = "") String reference) {
        return db.act(who.unitId(), () -> rows.withReference(db, who.unitId(), reference.strip()))
                .map(id -> pages.goTo("/families/" + id, null))
                .orElseGet(() -> all(
                        who, 1, List.of(new Mistake("Enter the reference of a family in this list", "#reference"))));
    }
}
