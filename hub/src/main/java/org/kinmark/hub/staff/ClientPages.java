package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// An administrator's pages of the programs that call the API for the unit.
@Controller
class ClientPages {

    private static final String TITLE = "Let a program call the API";
    private static final UUID NOBODY = new UUID(0, 0);

    private final Pages pages;
    private final StaffSide db;
    private final StaffRecords staff;
    private final Clients clients;
    private final NameClient nameClient;

    ClientPages(Pages pages, StaffSide db, StaffRecords staff, Clients clients, NameClient nameClient) {
        this.pages = pages;
        this.db = db;
        this.staff = staff;
        this.clients = clients;
        this.nameClient = nameClient;
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff/clients")
    ModelAndView all(SignedIn who) {
        var all = db.act(who.unitId(), () -> clients.of(who.unitId()));
        return pages.show("staff/clients", "Programs", Map.of("clients", all));
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff/clients/new")
    ModelAndView newClient(SignedIn who) {
        var nothing = new NameClient.Wanted("", NOBODY, Set.of(), "");
        return pages.show("staff/client", TITLE, form(who, nothing, List.of()));
    }

    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @PostMapping("/staff/clients/new")
    ModelAndView create(
            SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") String subject,
            HttpSession session) {
        var wanted =
                new NameClient.Wanted(name, person == null ? NOBODY : person, StaffPages.rolesOf(who, role), subject);
        return switch (nameClient.name(who, wanted)) {
            case NameClient.Named.ByProvider _ -> pages.goTo("/staff/clients", "The program may call the API.");
            case NameClient.Named.BySecret(var id, var secret) ->
                pages.goTo("/staff/clients/made/" + ShownOnce.keep(session, new ShownOnce.Shown(id, secret)), null);
            case NameClient.Named.Refused(var mistakes) ->
                pages.again("staff/client", TITLE, form(who, wanted, mistakes));
        };
    }

    /// The secret of a client, to whoever named it and for as long as they are signed in.
    @AllowedTo(team = Role.ADMINISTRATOR, health = Role.ADMINISTRATOR, partnership = Role.ADMINISTRATOR)
    @GetMapping("/staff/clients/made/{made}")
    ModelAndView made(@PathVariable String made, HttpSession session) {
        var shown = ShownOnce.find(session, made).orElseThrow(NotFound::new);
        return pages.show(
                "staff/clientMade",
                "The program may call the API",
                Map.of("id", shown.name(), "secret", shown.secret()));
    }

    private Map<String, Object> form(SignedIn who, NameClient.Wanted wanted, List<Mistake> mistakes) {
        var people = new ArrayList<Choice>();
        people.add(new Choice("", "Select one", wanted.person().equals(NOBODY)));
        db.act(who.unitId(), () -> staff.of(who.unitId())).stream()
                .filter(person -> person.canSignIn() && !person.roles().contains(Role.ADMINISTRATOR))
                .map(person -> new Choice(
                        person.id().toString(),
                        person.name() + ", " + person.signInName(),
                        person.id().equals(wanted.person())))
                .forEach(people::add);
        var roles = StaffPages.choices(who, wanted.roles()).stream()
                .filter(one -> !one.value().equals(Role.ADMINISTRATOR.written()))
                .toList();
        return Map.of(
                "name",
                wanted.name(),
                "people",
                people,
                "roles",
                roles,
                "subject",
                wanted.subject(),
                "byProvider",
                nameClient.isByProvider(),
                "mistakes",
                mistakes);
    }
}
