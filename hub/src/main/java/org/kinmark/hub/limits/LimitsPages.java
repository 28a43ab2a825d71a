package org.kinmark.hub.limits;

import java.util.Map;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// "What this tells you, and what it does not": one constant text for the family team, one for services, one
/// for families. Nothing is read for it.
@Controller
class LimitsPages {

    private static final String TITLE = "What this tells you, and what it does not";

    private final Pages pages;

    LimitsPages(Pages pages) {
        this.pages = pages;
    }

    @AllowedTo(
            team = {
                Role.COORDINATOR,
                Role.KEY_WORKER,
                Role.CALDICOTT_GUARDIAN,
                Role.SENIOR_MANAGER,
                Role.INFORMATION_GOVERNANCE_LEAD,
                Role.EVALUATOR,
                Role.AUDITOR
            })
    @GetMapping("/what-this-tells/team")
    ModelAndView team() {
        return pages.show("limits/team", TITLE, Map.of());
    }

    @AllowedTo(
            health = {
                Role.SERVICE_LEAD,
                Role.PROFESSIONAL,
                Role.CALDICOTT_GUARDIAN,
                Role.SENIOR_MANAGER,
                Role.SENIOR_CLINICIAN,
                Role.SENIOR_SOCIAL_CARE_MANAGER,
                Role.INFORMATION_GOVERNANCE_LEAD
            })
    @GetMapping("/what-this-tells/services")
    ModelAndView services() {
        return pages.show("limits/services", TITLE, Map.of());
    }

    @OpenToAll
    @GetMapping("/what-this-tells/families")
    ModelAndView families() {
        return pages.show("limits/families", "What is told about your family, and what is not", Map.of());
    }
}
