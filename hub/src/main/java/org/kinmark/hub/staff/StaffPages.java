package org.kinmark.hub.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An administrator's pages: the unit's own staff, and never a family.
@Controller
class StaffPages {

    private static final String ALONE = "Choose administrator alone, or other roles: an administrator sees no family";

    private final Pages pages;
    private final StaffSide db;
    private final StaffRecords staff;
    private final InviteStaff invite;

    StaffPages(Pages pages, StaffSide db, StaffRecords staff, InviteStaff invite) {
        this.pages = pages;
        this.db = db;
        this.staff = staff;
        this.invite = invite;
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff")
    ModelAndView all(SignedIn who) {
        var people = db.act(who.unitId(), () -> staff.of(who.unitId()));
        return pages.show("staff/all", "Staff", Map.of("people", people));
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff/new")
    ModelAndView newcomer(SignedIn who) {
        return pages.show("staff/newcomer", "Invite somebody", form(who, "", "", "", Set.of(), List.of()));
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/new")
    ModelAndView inviteNewcomer(
            SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String registration,
            @RequestParam(defaultValue = "") List<String> role) {
        var roles = rolesOf(who, role);
        var mistakes = new ArrayList<Mistake>();
        if (name.isBlank() || name.length() > 200) {
            mistakes.add(new Mistake("Enter their name", "#name"));
        }
        if (!signInName.matches("[a-z0-9._-]{1,60}")) {
            mistakes.add(new Mistake(
                    "Enter a sign-in name of small letters, digits, full stops, hyphens or underscores",
                    "#signInName"));
        }
        if (roles.isEmpty()) {
            mistakes.add(new Mistake("Select what they will do", "#role"));
        }
        if (isMixed(roles)) {
            mistakes.add(new Mistake(ALONE, "#role"));
        }
        if (roles.contains(Role.PROFESSIONAL) && registration.isBlank()) {
            mistakes.add(new Mistake("Enter the registration number of a professional", "#registration"));
        }
        if (mistakes.isEmpty()) {
            var newcomer = new InviteStaff.Newcomer(
                    name.strip(), signInName, registration.isBlank() ? null : registration.strip(), roles);
            var link = invite.invite(who.actor(Role.ADMINISTRATOR), who.unitId(), newcomer);
            if (link.isPresent()) {
                return pages.show("staff/invited", "Invitation made", Map.of("name", name.strip(), "link", link.get()));
            }
            mistakes.add(new Mistake("Enter a sign-in name that nobody in this unit has", "#signInName"));
        }
        return pages.again(
                "staff/newcomer", "Invite somebody", form(who, name, signInName, registration, roles, mistakes));
    }

    private static Map<String, Object> form(
            SignedIn who, String name, String signInName, String registration, Set<Role> roles, List<Mistake> wrong) {
        return Map.of(
                "name", name,
                "signInName", signInName,
                "registration", registration,
                "handle", who.unit().handle(),
                "roles", choices(who, roles),
                "mistakes", wrong);
    }

    private static List<Choice> choices(SignedIn who, Set<Role> chosen) {
        return who.unit().kind().roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> new Choice(role.written(), role.title(), role.duty(), chosen.contains(role)))
                .toList();
    }

    private static Set<Role> rolesOf(SignedIn who, List<String> written) {
        var roles = new HashSet<Role>();
        written.forEach(each -> Role.of(each).ifPresent(roles::add));
        roles.retainAll(who.unit().kind().roles());
        return roles;
    }

    private static boolean isMixed(Set<Role> roles) {
        return roles.contains(Role.ADMINISTRATOR) && roles.size() > 1;
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff/{person}")
    ModelAndView one(SignedIn who, @PathVariable UUID person) {
        var found = db.act(who.unitId(), () -> staff.find(who.unitId(), person)).orElseThrow(NotFound::new);
        var roles = found.roles().stream().map(Role::title).sorted().collect(Collectors.toList());
        return pages.show(
                "staff/one",
                "A member of staff",
                Map.of(
                        "person",
                        found,
                        "roles",
                        roles,
                        "choices",
                        choices(who, found.roles()),
                        "isSelf",
                        who.person().equals(person)));
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/roles")
    ModelAndView giveRoles(
            SignedIn who, @PathVariable UUID person, @RequestParam(defaultValue = "") List<String> role) {
        var roles = rolesOf(who, role);
        var found = db.act(who.unitId(), () -> staff.find(who.unitId(), person)).orElseThrow(NotFound::new);
        if (who.person().equals(person)) {
            throw refused("Ask another administrator: nobody changes their own roles.");
        }
        if (isMixed(roles)) {
            throw refused(ALONE + ".");
        }
        if (roles.contains(Role.PROFESSIONAL) && found.registration() == null) {
            throw refused("Invite them anew with their registration number: a professional has one.");
        }
        if (!invite.giveRoles(who, person, roles)) {
            throw new NotFound();
        }
        return pages.goTo("/staff/" + person, "Their roles are as you chose.");
    }

    private static Problem refused(String why) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/invitation")
    ModelAndView inviteAgain(SignedIn who, @PathVariable UUID person) {
        var link = invite.inviteAgain(who.actor(Role.ADMINISTRATOR), person).orElseThrow(NotFound::new);
        return pages.show("staff/invited", "Invitation made", Map.of("name", "them", "link", link));
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/{person}/end")
    ModelAndView end(SignedIn who, @PathVariable UUID person) {
        if (!invite.end(who, person)) {
            throw new NotFound();
        }
        return pages.goTo("/staff", "Their time in this unit is ended, and they are signed out.");
    }
}
