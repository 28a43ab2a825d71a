package org.kinmark.hub.marking;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
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

/// The end of step 3 in a browser: a professional declares what was judged, or takes that back.
@Controller
class DeclarationPages {

    private final Pages pages;
    private final HealthSide db;
    private final ReadSheet reading;
    private final HoldList holding;
    private final DeclareList declaring;

    DeclarationPages(Pages pages, HealthSide db, ReadSheet reading, HoldList holding, DeclareList declaring) {
        this.pages = pages;
        this.db = db;
        this.reading = reading;
        this.holding = holding;
        this.declaring = declaring;
    }

    @AllowedTo(health = Role.PROFESSIONAL)
    @GetMapping("/lists/{list}/declaration")
    ModelAndView toDeclare(SignedIn who, @PathVariable UUID list) {
        return db.act(who.unitId(), () -> {
            var sheet = reading.read(who, list);
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
        return switch (declaring.declare(who, list, shown)) {
            case Outcome.Done(var _, var receipt) ->
                pages.goTo(
                        "/lists/" + list,
                        "The judgements are declared. Nobody in the family team sees them before the release, and"
                                + " then only pooled with those of other services. Receipt: "
                                + receipt.substring(0, 16) + ".");
            case Outcome.NotAsShown changed -> pages.goTo("/lists/" + list + "/declaration", Words.of(changed));
            case Outcome other -> after(list, other, "");
        };
    }

    @AllowedTo(health = Role.PROFESSIONAL)
    @PostMapping("/lists/{list}/withdrawal")
    ModelAndView withdraw(SignedIn who, @PathVariable UUID list) {
        return after(
                list,
                declaring.withdraw(who, list),
                "The declaration is withdrawn. Declare again before the list closes.");
    }

    private ModelAndView after(UUID list, Outcome outcome, String done) {
        return pages.goTo("/lists/" + list, outcome instanceof Outcome.Done ? done : Words.of(outcome));
    }

    /// What the service keeps for itself once it has declared: the hub deletes its own at the release. Before that
    /// there is nothing to keep: a draft counts for nothing.
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/lists/{list}/marks.csv")
    Object marks(SignedIn who, @PathVariable UUID list) {
        return db.<Object>act(who.unitId(), () -> {
            var held = holding.show(who, list).orElseThrow(NotFound::new);
            return held.list().isDeclared()
                    ? Pack.marks(held, held.list().ref())
                    : pages.goTo(
                            "/lists/" + list, "Declare the list first. Then its marks are offered to you to keep.");
        });
    }
}
