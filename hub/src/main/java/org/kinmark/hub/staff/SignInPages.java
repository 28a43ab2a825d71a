package org.kinmark.hub.staff;

import java.util.Map;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The door: signing in and out, and taking up an invitation.
@Controller
class SignInPages {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final Pages pages;
    private final AcceptInvitation invitations;
    private final boolean byProvider;

    SignInPages(Pages pages, AcceptInvitation invitations, ObjectProvider<ClientRegistrationRepository> providers) {
        this.pages = pages;
        this.invitations = invitations;
        this.byProvider = providers.getIfAvailable() != null;
    }

    @OpenToAll
    @GetMapping("/sign-in")
    ModelAndView signIn(@RequestParam Map<String, String> query) {
        var model = Map.of("again", query.containsKey("again"), "byProvider", byProvider);
        return query.containsKey("again")
                ? pages.again("staff/signIn", "Sign in", model)
                : pages.show("staff/signIn", "Sign in", model);
    }

    @OpenToAll
    @GetMapping("/signed-out")
    ModelAndView signedOut() {
        return pages.show("staff/signedOut", "You are signed out", Map.of());
    }

    @OpenToAll
    @GetMapping("/session-ended")
    ModelAndView sessionEnded() {
        return pages.show("staff/sessionEnded", "Send it again", Map.of());
    }

    @OpenToAll
    @GetMapping("/not-invited")
    ModelAndView notInvited() {
        return pages.show("staff/notInvited", "Nobody has invited this account", Map.of());
    }

    @OpenToAll
    @GetMapping("/invitation/{link}")
    ModelAndView invitation(@PathVariable String link) {
        return invitations
                .whoIsInvited(link)
                .map(person -> pages.show("staff/invitation", "Take up your invitation", model(person, link, "")))
                .orElseGet(this::worksNoLonger);
    }

    @OpenToAll
    @PostMapping("/invitation/{link}")
    ModelAndView takeUp(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            jakarta.servlet.http.HttpServletRequest request) {
        var person = invitations.whoIsInvited(link).orElse(null);
        if (person == null) {
            return worksNoLonger();
        }
        if (byProvider) {
            request.getSession().setAttribute(SignInByProvider.INVITATION, link);
            // By a link: a form may lead nowhere but here, and browsers follow that across a redirect.
            return pages.show("staff/toProvider", "Sign in with your organisation", Map.of());
        }
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return pages.again(
                    "staff/invitation",
                    "Take up your invitation",
                    model(person, link, "Enter a password of 12 to 200 characters"));
        }
        try {
            return invitations.withPassword(link, password)
                    ? pages.goTo("/sign-in", "Your password is set. Sign in with it.")
                    : worksNoLonger();
        } catch (TooMany _) {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Many people are signing in at this moment. Go back and try again in half a minute.");
        }
    }

    private Map<String, Object> model(StaffRecords.Person person, String link, String mistake) {
        return Map.of(
                "name",
                person.name(),
                "signInName",
                person.signInName(),
                "link",
                link,
                "mistake",
                mistake,
                "byProvider",
                byProvider);
    }

    private ModelAndView worksNoLonger() {
        var page = pages.show("staff/linkUsed", "This link works no longer", Map.of());
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
