package org.kinmark.hub.staff;

import org.kinmark.hub.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The button by which an administrator ends a program's access.
@Controller
class EndClientPage {

    private final Pages pages;
    private final EndClient endClient;

    EndClientPage(Pages pages, EndClient endClient) {
        this.pages = pages;
        this.endClient = endClient;
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/clients/{client}/end")
    ModelAndView end(SignedIn who, @PathVariable String client) {
        endClient.end(who, client);
        return pages.goTo("/staff/clients", "The program may call the API no longer.");
    }
}
