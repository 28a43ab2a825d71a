package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpSession;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An administrator's pages: the unit's own staff, and never a family.
@Controller
class StaffPages {

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
        return pages.show(
                "staff/all",
                "Staff",
                Map.of("people", people, "seesFamilies", who.unit().kind() != UnitKind.PARTNERSHIP));
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
            @RequestParam(defaultValue = "") List<String> role,
            HttpSession session) {
        var roles = rolesOf(who, role);
        var newcomer = new Invite.Newcomer(
                name.strip(), signInName, Registration.of(registration).orElse(null), roles);
        var invited = !registration.isBlank() && newcomer.registration() == null
                ? new Invited.Refused(
                        List.of(new Mistake("Enter the body and the number, for example GMC 7654321", "#registration")))
                : invite.invite(who, newcomer);
        return switch (invited) {
            case Invited.Made(var whom, var link) ->
                pages.goTo("/staff/invited/" + ShownOnce.keep(session, new ShownOnce.Shown(whom, link)), null);
            case Invited.Refused(var why) ->
                pages.again("staff/newcomer", "Invite somebody", form(who, name, signInName, registration, roles, why));
        };
    }

    /// The link of an invitation, to whoever made it and for as long as they are signed in.
    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff/invited/{made}")
    ModelAndView invited(@PathVariable String made, HttpSession session) {
        var shown = ShownOnce.find(session, made).orElseThrow(NotFound::new);
        return pages.show("staff/invited", "Invitation made", Map.of("name", shown.name(), "link", shown.secret()));
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

    static List<Choice> choices(SignedIn who, Set<Role> chosen) {
        return who.unit().kind().roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(role -> new Choice(role.written(), role.title(), role.duty(), chosen.contains(role)))
                .toList();
    }

    static Set<Role> rolesOf(SignedIn who, List<String> written) {
        var roles = new HashSet<Role>();
        written.forEach(each -> Role.of(each).ifPresent(roles::add));
        roles.retainAll(who.unit().kind().roles());
        return roles;
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
}
