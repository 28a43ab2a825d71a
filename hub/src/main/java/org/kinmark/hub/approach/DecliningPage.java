package org.kinmark.hub.approach;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A family declined: said on its own page.
@Controller
class DecliningPage {

    private final Pages pages;
    private final TeamSide db;
    private final FamilyRows families;
    private final DeclineSupport declining;

    DecliningPage(Pages pages, TeamSide db, FamilyRows families, DeclineSupport declining) {
        this.pages = pages;
        this.db = db;
        this.families = families;
        this.declining = declining;
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/families/{family}/declining")
    ModelAndView decline(SignedIn who, @PathVariable UUID family, @RequestParam Map<String, String> form) {
        if (db.act(who.unitId(), () -> families.ofFamily(db, who.unitId(), family))
                .isEmpty()) {
            throw new NotFound();
        }
        var on = day(form).filter(day -> !day.isAfter(declining.today()));
        if (on.isEmpty()) {
            return pages.goTo("/families/" + family, "Nothing was recorded. Enter a day that is not in the future.");
        }
        declining.decline(who, family, on.get());
        return pages.goTo("/families/" + family, "That the family declined is recorded.");
    }

    private Optional<LocalDate> day(Map<String, String> form) {
        var year = form.getOrDefault("declined-year", "").strip();
        var month = form.getOrDefault("declined-month", "").strip();
        var day = form.getOrDefault("declined-day", "").strip();
        if ((year + month + day).isEmpty()) {
            return Optional.of(declining.today());
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
