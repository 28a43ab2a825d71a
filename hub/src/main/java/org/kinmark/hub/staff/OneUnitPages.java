package org.kinmark.hub.staff;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/// The partnership's page of one unit: its first administrator, and who lends it a Caldicott Guardian.
@Controller
class OneUnitPages {

    private final Pages pages;
    private final StaffSide db;
    private final Units units;
    private final InviteFirstAdministrator invite;
    private final LendGuardian lend;

    OneUnitPages(Pages pages, StaffSide db, Units units, InviteFirstAdministrator invite, LendGuardian lend) {
        this.pages = pages;
        this.db = db;
        this.units = units;
        this.invite = invite;
        this.lend = lend;
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @GetMapping("/units/{unit}")
    ModelAndView one(SignedIn who, @PathVariable UUID unit) {
        var found = find(who, unit);
        return pages.show("staff/unit", found.name(), model(who, found, "", "", List.of()));
    }

    private Unit find(SignedIn who, UUID unit) {
        return db.act(who.unitId(), () -> units.find(db, unit)).orElseThrow(NotFound::new);
    }

    private Map<String, Object> model(SignedIn who, Unit unit, String name, String signInName, List<Mistake> mistakes) {
        var lenders = unit.kind().asService().isEmpty()
                ? List.<Choice>of()
                : db.act(who.unitId(), () -> units.all(db)).stream()
                        .filter(one -> one.kind() == UnitKind.HEALTH_BODY)
                        .map(one -> new Choice(
                                one.id().toString(), one.name(), one.id().equals(unit.guardian())))
                        .toList();
        return Map.of("unit", unit, "lenders", lenders, "name", name, "signInName", signInName, "mistakes", mistakes);
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/{unit}/guardian")
    ModelAndView lendGuardian(SignedIn who, @PathVariable UUID unit, @RequestParam(defaultValue = "") String guardian) {
        var found = find(who, unit);
        var lender = db.act(who.unitId(), () -> units.all(db)).stream()
                .filter(one -> one.id().toString().equals(guardian))
                .findFirst();
        if (lender.isEmpty() || !lend.lend(who, unit, lender.get().id())) {
            return pages.again(
                    "staff/unit",
                    found.name(),
                    model(who, found, "", "", List.of(new Mistake("Select a health body", "#guardian"))));
        }
        return pages.goTo("/units/" + unit, lender.get().name() + " lends its Caldicott Guardian.");
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/{unit}/administrator")
    ModelAndView inviteAdministrator(
            SignedIn who,
            @PathVariable UUID unit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            HttpSession session) {
        return switch (invite.invite(who, unit, name, signInName)) {
            case Invited.Made(var whom, var link) ->
                pages.goTo("/staff/invited/" + ShownOnce.keep(session, new ShownOnce.Shown(whom, link)), null);
            case Invited.Refused(var why) -> {
                var found = find(who, unit);
                yield pages.again("staff/unit", found.name(), model(who, found, name, signInName, why));
            }
        };
    }
}
