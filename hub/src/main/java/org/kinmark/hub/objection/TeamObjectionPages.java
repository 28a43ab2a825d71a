package org.kinmark.hub.objection;

import java.util.UUID;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A member of a family objects to the team: said on the family's own page.
@Controller
class TeamObjectionPages {

    private final Pages pages;
    private final ObjectToTeam objecting;

    TeamObjectionPages(Pages pages, ObjectToTeam objecting) {
        this.pages = pages;
        this.objecting = objecting;
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/families/{family}/objections")
    ModelAndView object(
            SignedIn who,
            @PathVariable UUID family,
            @RequestParam(name = "objecting", defaultValue = "") String member,
            @RequestParam(name = "objecting-by", defaultValue = "") String by) {
        return WhoSaysIt.of(by)
                .map(said -> after(
                        family,
                        objecting.object(who, family, member, said),
                        "The objection is recorded. They are left off every list of yours from now on."))
                .orElseGet(() -> nothing(family, "Select who objects, and who said so."));
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/families/{family}/objections/taking-back")
    ModelAndView takeBack(
            SignedIn who,
            @PathVariable UUID family,
            @RequestParam(name = "taking-back", defaultValue = "") String member,
            @RequestParam(name = "taking-back-by", defaultValue = "") String by) {
        return WhoSaysIt.of(by)
                .map(said -> after(
                        family,
                        objecting.takeBack(who, family, member, said),
                        "That it was taken back is recorded. It holds for lists to come."))
                .orElseGet(() -> nothing(family, "Select whose objection it is, and who takes it back."));
    }

    private ModelAndView after(UUID family, ObjectToTeam.Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> pages.goTo("/families/" + family, done);
            case NO_SUCH_MEMBER -> nothing(family, "Select a member of this family.");
            case NOT_THEIRS -> nothing(family, "Select who said it: nobody else takes it back.");
        };
    }

    private ModelAndView nothing(UUID family, String why) {
        return pages.goTo("/families/" + family, "Nothing was recorded. " + why);
    }
}
