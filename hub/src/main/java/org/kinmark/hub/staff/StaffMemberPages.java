package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What an administrator does about one member of the unit's staff.
@Controller
class StaffMemberPages {

    private final Pages pages;
    private final InviteStaff invite;
    private final ChangeRoles changeRoles;
    private final RecordRegistration recordRegistration;
    private final EndStaff endStaff;

    StaffMemberPages(
            Pages pages,
            InviteStaff invite,
            ChangeRoles changeRoles,
            RecordRegistration recordRegistration,
            EndStaff endStaff) {
        this.pages = pages;
        this.invite = invite;
        this.changeRoles = changeRoles;
        this.recordRegistration = recordRegistration;
        this.endStaff = endStaff;
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/roles")
    ModelAndView giveRoles(
            SignedIn who, @PathVariable UUID person, @RequestParam(defaultValue = "") List<String> role) {
        changeRoles.change(who, person, StaffPages.rolesOf(who, role));
        return pages.goTo("/staff/" + person, "Their roles are as you chose.");
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/registration")
    ModelAndView register(
            SignedIn who, @PathVariable UUID person, @RequestParam(defaultValue = "") String registration) {
        recordRegistration.record(who, person, registration);
        return pages.goTo("/staff/" + person, "Their registration is recorded.");
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/invitation")
    ModelAndView inviteAgain(SignedIn who, @PathVariable UUID person, HttpSession session) {
        return switch (invite.inviteAgain(who, person)) {
            case Invited.Made(var whom, var link) ->
                pages.goTo("/staff/invited/" + ShownOnce.keep(session, new ShownOnce.Shown(whom, link)), null);
            case Invited.Refused(var why) ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, why.getFirst().text() + ".");
        };
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/end")
    ModelAndView end(SignedIn who, @PathVariable UUID person) {
        endStaff.end(who, person);
        return pages.goTo("/staff", "Their time in this unit is ended, and they are signed out.");
    }
}
