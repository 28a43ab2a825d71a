package org.kinmark.hub.staff;

import java.util.List;
import java.util.Map;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own account, and where the hub writes to.
@Controller
class AccountPages {

    private final Pages pages;
    private final StaffSide db;
    private final Clients clients;
    private final KeepMailAddress keeping;

    AccountPages(Pages pages, StaffSide db, Clients clients, KeepMailAddress keeping) {
        this.pages = pages;
        this.db = db;
        this.clients = clients;
        this.keeping = keeping;
    }

    @AllowedTo(everyone = true)
    @GetMapping("/account")
    ModelAndView account(SignedIn who) {
        return pages.show("staff/account", "Your account", model(who, keeping.kept(who), List.of()));
    }

    @AllowedTo(everyone = true)
    @PostMapping("/account/mail")
    ModelAndView keepMailAddress(SignedIn who, @RequestParam(defaultValue = "") String address) {
        return switch (keeping.keep(who, address)) {
            case KeepMailAddress.Outcome.Kept() -> pages.goTo("/account", "The hub writes to this address.");
            case KeepMailAddress.Outcome.Forgotten() -> pages.goTo("/account", "The hub does not write to you.");
            case KeepMailAddress.Outcome.NoAddress(var why) ->
                pages.again(
                        "staff/account", "Your account", model(who, address, List.of(new Mistake(why, "#address"))));
        };
    }

    private Map<String, Object> model(SignedIn who, String address, List<Mistake> mistakes) {
        var programs = db.act(who.unitId(), () -> clients.of(who.unitId())).stream()
                .filter(client -> client.endedAt() == null && client.name() != null)
                .filter(client -> client.who().person().equals(who.person()))
                .map(client -> client.title() + ": " + client.rolesInWords())
                .toList();
        return Map.of(
                "who",
                who,
                "roles",
                who.roles().stream().map(Role::title).sorted().toList(),
                "programs",
                programs,
                "address",
                address,
                "mistakes",
                mistakes);
    }
}
