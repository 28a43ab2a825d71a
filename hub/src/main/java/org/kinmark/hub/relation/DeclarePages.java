package org.kinmark.hub.relation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.home.Shortcut;
import org.kinmark.hub.home.WhereToLook;
import org.kinmark.hub.page.Mistake;
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

/// Where somebody of the family team says that they know a family: on its page, or by its reference before
/// they ever open it.
@Controller
class DeclarePages implements WhereToLook {

    private static final String TITLE = "Families that you know";
    private static final String DONE =
            "It is recorded. From now on the hub shows you nothing of a family with that reference.";

    private final Pages pages;
    private final DeclareRelation declaring;

    DeclarePages(Pages pages, DeclareRelation declaring) {
        this.pages = pages;
        this.declaring = declaring;
    }

    @Override
    public List<Shortcut> placesFor(SignedIn who) {
        return who.unit().kind().isTheTeam() && who.has(DeclareRelation.ROLES)
                ? List.of(new Shortcut(
                        TITLE, "/relations", "Say so before you open the page of somebody whom you know yourself."))
                : List.of();
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER, Role.INFORMATION_GOVERNANCE_LEAD})
    @GetMapping("/relations")
    ModelAndView own(SignedIn who) {
        return pages.show("relation/declare", TITLE, model(who, List.of()));
    }

    private Map<String, Object> model(SignedIn who, List<Mistake> mistakes) {
        return Map.of("relations", declaring.own(who), "mistakes", mistakes);
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER, Role.INFORMATION_GOVERNANCE_LEAD})
    @PostMapping("/relations")
    ModelAndView declare(SignedIn who, @RequestParam(defaultValue = "") String reference) {
        var family = Reference.of(reference);
        if (family.isEmpty()) {
            return pages.again(
                    "relation/declare",
                    TITLE,
                    model(who, List.of(new Mistake("Enter the team’s reference of the family", "#reference"))));
        }
        declaring.declare(who, family.get());
        return pages.goTo("/relations", DONE);
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/families/{family}/relation")
    ModelAndView declareOfThis(SignedIn who, @PathVariable UUID family) {
        declaring.declare(who, family);
        return pages.goTo("/relations", DONE);
    }
}
