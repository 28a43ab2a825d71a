package org.kinmark.hub.staff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServicesFile;
import org.kinmark.exchange.Source;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The partnership's pages: which units there are, and their first administrators.
@Controller
class UnitPages {

    private final Pages pages;
    private final StaffSide db;
    private final Units units;
    private final SetUpUnits setUp;
    private final InviteStaff invite;

    UnitPages(Pages pages, StaffSide db, Units units, SetUpUnits setUp, InviteStaff invite) {
        this.pages = pages;
        this.db = db;
        this.units = units;
        this.setUp = setUp;
        this.invite = invite;
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @GetMapping("/units")
    ModelAndView all(SignedIn who) {
        return pages.show("staff/units", "Units", model(who, List.of()));
    }

    private Map<String, Object> model(SignedIn who, List<Mistake> mistakes) {
        var all = db.act(who.unitId(), () -> units.all(db));
        var councils = all.stream()
                .filter(unit -> unit.kind() == UnitKind.FAMILY_TEAM)
                .map(unit -> new Choice(unit.bodyName(), unit.bodyName(), false))
                .distinct()
                .toList();
        return Map.of("units", all, "councils", councils, "mistakes", mistakes);
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/import")
    ModelAndView importServices(
            SignedIn who, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String council)
            throws IOException {
        if (file.isEmpty() || council.isBlank()) {
            return pages.again(
                    "staff/units",
                    "Units",
                    model(who, List.of(new Mistake("Select services.csv, and the council of its own units", "#file"))));
        }
        var bytes = file.getBytes();
        return switch (ServicesFile.read(Source.of("services.csv", () -> new java.io.ByteArrayInputStream(bytes)))) {
            case Reading.Accepted(var services, var _) -> {
                int added = setUp.createAll(who.actor(Role.ADMINISTRATOR), services, council);
                yield pages.goTo("/units", added + (added == 1 ? " unit was set up." : " units were set up."));
            }
            case Reading.Refused(var mistakes) ->
                pages.again(
                        "staff/units",
                        "Units",
                        model(
                                who,
                                mistakes.stream()
                                        .limit(20)
                                        .map(mistake -> new Mistake(mistake.sentence(), "#file"))
                                        .toList()));
        };
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @GetMapping("/units/new")
    ModelAndView newUnit() {
        return pages.show("staff/newUnit", "Set up a unit", form("", "", "", "", "", List.of()));
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/new")
    ModelAndView create(
            SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String odsCode,
            @RequestParam(defaultValue = "") String programme) {
        var known = kinds().filter(each -> each.written().equals(kind)).findFirst();
        var mistakes = new ArrayList<Mistake>();
        if (name.isBlank() || name.length() > 200) {
            mistakes.add(new Mistake("Enter the unit's name", "#name"));
        }
        if (body.isBlank() || body.length() > 200) {
            mistakes.add(new Mistake("Enter the legal body that it belongs to", "#body"));
        }
        if (known.isEmpty()) {
            mistakes.add(new Mistake("Select what kind of unit it is", "#kind"));
        }
        if (known.filter(UnitKind.GP_PRACTICE::equals).isPresent() && odsCode.isBlank()) {
            mistakes.add(new Mistake("Enter the practice's ODS code", "#odsCode"));
        }
        if (mistakes.isEmpty()) {
            var unit = new SetUpUnits.NewUnit(
                    body.strip(),
                    name.strip(),
                    known.orElseThrow(),
                    null,
                    orNull(odsCode),
                    null,
                    null,
                    orNull(programme));
            if (setUp.create(who.actor(Role.ADMINISTRATOR), unit).isPresent()) {
                return pages.goTo("/units", "The unit is set up. Invite its first administrator.");
            }
            mistakes.add(new Mistake("Enter a name that no other unit has", "#name"));
        }
        return pages.again("staff/newUnit", "Set up a unit", form(name, body, kind, odsCode, programme, mistakes));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static java.util.stream.Stream<UnitKind> kinds() {
        return Arrays.stream(UnitKind.values()).filter(kind -> kind != UnitKind.PARTNERSHIP);
    }

    private static Map<String, Object> form(
            String name, String body, String kind, String odsCode, String programme, List<Mistake> mistakes) {
        var choices = kinds().map(each ->
                        new Choice(each.written(), each.title(), each.written().equals(kind)))
                .toList();
        return Map.of(
                "name",
                name,
                "body",
                body,
                "kinds",
                choices,
                "odsCode",
                odsCode,
                "programme",
                programme,
                "mistakes",
                mistakes);
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @GetMapping("/units/{unit}")
    ModelAndView one(SignedIn who, @PathVariable UUID unit) {
        var found = db.act(who.unitId(), () -> units.find(db, unit)).orElseThrow(NotFound::new);
        return pages.show("staff/unit", found.name(), model(who, found, List.of()));
    }

    private Map<String, Object> model(SignedIn who, Unit unit, List<Mistake> mistakes) {
        var lenders = unit.kind().asService().isEmpty()
                ? List.<Choice>of()
                : db.act(who.unitId(), () -> units.all(db)).stream()
                        .filter(one -> one.kind() == UnitKind.HEALTH_BODY)
                        .map(one -> new Choice(
                                one.id().toString(), one.name(), one.id().equals(unit.guardian())))
                        .toList();
        return Map.of("unit", unit, "lenders", lenders, "mistakes", mistakes);
    }

    /// A unit without a Caldicott Guardian of its own is lent one by a health body.
    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/{unit}/guardian")
    ModelAndView lendGuardian(SignedIn who, @PathVariable UUID unit, @RequestParam(defaultValue = "") String guardian) {
        var found = db.act(who.unitId(), () -> units.find(db, unit)).orElseThrow(NotFound::new);
        var lender = db.act(who.unitId(), () -> units.all(db)).stream()
                .filter(one -> one.kind() == UnitKind.HEALTH_BODY
                        && one.id().toString().equals(guardian))
                .findFirst();
        if (lender.isEmpty() || found.kind().asService().isEmpty()) {
            return pages.again(
                    "staff/unit",
                    found.name(),
                    model(who, found, List.of(new Mistake("Select a health body", "#guardian"))));
        }
        setUp.lendGuardian(unit, lender.get().id());
        return pages.goTo("/units/" + unit, lender.get().name() + " lends its Caldicott Guardian.");
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/{unit}/administrator")
    ModelAndView inviteAdministrator(
            SignedIn who,
            @PathVariable UUID unit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName) {
        var found = db.act(who.unitId(), () -> units.find(db, unit)).orElseThrow(NotFound::new);
        var mistakes = new ArrayList<Mistake>();
        if (name.isBlank() || name.length() > 200) {
            mistakes.add(new Mistake("Enter their name", "#name"));
        }
        if (!signInName.matches("[a-z0-9._-]{1,60}")) {
            mistakes.add(new Mistake(
                    "Enter a sign-in name of small letters, digits, full stops, hyphens or underscores",
                    "#signInName"));
        }
        if (mistakes.isEmpty()) {
            var newcomer = new InviteStaff.Newcomer(name.strip(), signInName, null, Set.of(Role.ADMINISTRATOR));
            var link = invite.invite(who.actor(Role.ADMINISTRATOR), unit, newcomer);
            if (link.isPresent()) {
                return pages.show("staff/invited", "Invitation made", Map.of("name", name.strip(), "link", link.get()));
            }
            mistakes.add(new Mistake("Enter a sign-in name that nobody in this unit has", "#signInName"));
        }
        return pages.again("staff/unit", found.name(), model(who, found, mistakes));
    }
}
