package org.kinmark.hub.familylist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One family. That it was looked at is in the audit.
@Controller
class FamilyPages {

    private static final int LONGEST = 200;

    private final Pages pages;
    private final TeamSide db;
    private final FamilyRows rows;
    private final TendFamily tend;
    private final Audit audit;

    FamilyPages(Pages pages, TeamSide db, FamilyRows rows, TendFamily tend, Audit audit) {
        this.pages = pages;
        this.db = db;
        this.rows = rows;
        this.tend = tend;
        this.audit = audit;
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/families/{family}")
    ModelAndView one(SignedIn who, @PathVariable UUID family) {
        return one(who, family, List.of());
    }

    private ModelAndView one(SignedIn who, UUID family, List<Mistake> mistakes) {
        return db.act(who.unitId(), () -> {
            var members = rows.ofFamily(db, who.unitId(), family);
            if (members.isEmpty()) {
                throw new NotFound();
            }
            audit.record(db, who.actor(Role.COORDINATOR, Role.KEY_WORKER), Entry.of(Act.FAMILY_SHOWN, family));
            Map<String, Object> model = Map.of(
                    "members",
                    new ArrayList<>(members),
                    "mayChange",
                    who.has(Role.COORDINATOR),
                    "declined",
                    Optional.ofNullable(rows.declined(db, who.unitId()).get(family)),
                    "mistakes",
                    mistakes);
            var title = "Family " + members.getFirst().reference();
            return mistakes.isEmpty()
                    ? pages.show("familylist/family", title, model)
                    : pages.again("familylist/family", title, model);
        });
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/families/{family}/merge")
    ModelAndView merge(
            SignedIn who,
            @PathVariable UUID family,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String into) {
        return tend.merge(who, family, entry, into)
                ? pages.goTo("/families/" + family, "The two entries are one person now.")
                : one(who, family, List.of(new Mistake("Choose two entries of one person", null)));
    }

    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/families/{family}/second-source")
    ModelAndView secondSource(
            SignedIn who,
            @PathVariable UUID family,
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(name = "on-day", defaultValue = "") String day,
            @RequestParam(name = "on-month", defaultValue = "") String month,
            @RequestParam(name = "on-year", defaultValue = "") String year) {
        if (member.isBlank()) {
            return one(who, family, List.of(new Mistake("Select who it is about", "#member")));
        }
        if (source.isBlank() || source.length() > LONGEST) {
            return one(who, family, List.of(new Mistake("Enter which organisation knows them", "#source")));
        }
        var on = day(year, month, day).filter(date -> !date.isAfter(tend.today()));
        if (on.isEmpty()) {
            return one(
                    who, family, List.of(new Mistake("Enter the day on which it said so, not in the future", "#on")));
        }
        return tend.recordSecondSource(who, family, member, source, on.get())
                ? pages.goTo("/families/" + family, "The second source is recorded.")
                : one(who, family, List.of(new Mistake("Select who it is about", "#member")));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(year.strip()), Integer.parseInt(month.strip()), Integer.parseInt(day.strip())));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
