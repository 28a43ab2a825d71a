package org.kinmark.hub.staff;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.ServicesFile;
import org.kinmark.exchange.Source;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The partnership's pages of which units there are.
@Controller
class UnitPages {

    private final Pages pages;
    private final StaffSide db;
    private final Units units;
    private final SetUpUnits setUp;

    UnitPages(Pages pages, StaffSide db, Units units, SetUpUnits setUp) {
        this.pages = pages;
        this.db = db;
        this.units = units;
        this.setUp = setUp;
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @GetMapping("/units")
    ModelAndView all(SignedIn who) {
        return pages.show("staff/units", "Units", model(who, List.of()));
    }

    private Map<String, Object> model(SignedIn who, List<Mistake> mistakes) {
        var all = db.act(who.unitId(), () -> units.all(db));
        return Map.of("units", all, "councils", councils(all), "mistakes", mistakes);
    }

    private static List<Choice> councils(List<Unit> all) {
        return all.stream()
                .filter(unit -> unit.kind() == UnitKind.FAMILY_TEAM)
                .map(unit -> new Choice(unit.bodyName(), unit.bodyName(), false))
                .distinct()
                .toList();
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/import")
    ModelAndView importServices(
            SignedIn who, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String council)
            throws IOException {
        var councils = councils(db.act(who.unitId(), () -> units.all(db)));
        if (file.isEmpty() || councils.stream().noneMatch(one -> one.value().equals(council))) {
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
}
