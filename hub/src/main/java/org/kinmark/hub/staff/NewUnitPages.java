package org.kinmark.hub.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The partnership sets a unit up. Its legal body is chosen from those that there are: whether a unit is of the
/// team's own council decides what it counts for.
@Controller
class NewUnitPages {

    private static final String ANOTHER = "another";
    private static final String TITLE = "Set up a unit";
    private static final int LONGEST = 200;

    private final Pages pages;
    private final StaffSide db;
    private final Units units;
    private final SetUpUnits setUp;

    NewUnitPages(Pages pages, StaffSide db, Units units, SetUpUnits setUp) {
        this.pages = pages;
        this.db = db;
        this.units = units;
        this.setUp = setUp;
    }

    /// As it is typed.
    ///
    /// @param body the id of one that there is, or `another`
    /// @param anotherBody its name, where it is another
    record Typed(
            @Nullable String name,
            @Nullable String body,
            @Nullable String anotherBody,
            @Nullable String kind,
            @Nullable String odsCode,
            @Nullable String programme) {

        private static final Typed NOTHING = new Typed(null, null, null, null, null, null);

        private static String plain(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        private static @Nullable String orNull(@Nullable String text) {
            return plain(text).isEmpty() ? null : plain(text);
        }

        private boolean isOfAnotherBody() {
            return ANOTHER.equals(body);
        }

        private Optional<UnitKind> unitKind() {
            return kinds().filter(each -> each.written().equals(kind)).findFirst();
        }
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @GetMapping("/units/new")
    ModelAndView newUnit(SignedIn who) {
        return pages.show("staff/newUnit", TITLE, form(bodies(who), Typed.NOTHING, List.of()));
    }

    @AllowedTo(partnership = Role.ADMINISTRATOR)
    @PostMapping("/units/new")
    ModelAndView create(SignedIn who, @ModelAttribute Typed typed) {
        var bodies = bodies(who);
        var body = typed.isOfAnotherBody()
                ? Typed.plain(typed.anotherBody())
                : bodies.stream()
                        .filter(one -> one.value().equals(typed.body()))
                        .map(Choice::text)
                        .findFirst()
                        .orElse("");
        var mistakes = mistakes(typed, body);
        if (mistakes.isEmpty()) {
            var unit = new SetUpUnits.NewUnit(
                    body,
                    Typed.plain(typed.name()),
                    typed.unitKind().orElseThrow(),
                    null,
                    Typed.orNull(typed.odsCode()),
                    null,
                    null,
                    Typed.orNull(typed.programme()));
            if (setUp.create(who.actor(Role.ADMINISTRATOR), unit).isPresent()) {
                return pages.goTo("/units", "The unit is set up. Invite its first administrator.");
            }
            mistakes.add(new Mistake("Enter a name that no other unit has", "#name"));
        }
        return pages.again("staff/newUnit", TITLE, form(bodies, typed, mistakes));
    }

    private static List<Mistake> mistakes(Typed typed, String body) {
        var mistakes = new ArrayList<Mistake>();
        var name = Typed.plain(typed.name());
        if (name.isEmpty() || name.length() > LONGEST) {
            mistakes.add(new Mistake("Enter the unit’s name", "#name"));
        }
        if (body.isEmpty() || body.length() > LONGEST) {
            mistakes.add(
                    typed.isOfAnotherBody()
                            ? new Mistake("Enter the name of the legal body", "#anotherBody")
                            : new Mistake("Select the legal body that it belongs to", "#body"));
        }
        if (typed.unitKind().isEmpty()) {
            mistakes.add(new Mistake("Select what kind of unit it is", "#kind"));
        }
        if (typed.unitKind().filter(UnitKind.GP_PRACTICE::equals).isPresent()
                && Typed.plain(typed.odsCode()).isEmpty()) {
            mistakes.add(new Mistake("Enter the practice’s ODS code", "#odsCode"));
        }
        return mistakes;
    }

    /// The bodies that there are, but for the partnership itself.
    private List<Choice> bodies(SignedIn who) {
        return db.act(who.unitId(), () -> units.all(db)).stream()
                .filter(unit -> unit.kind() != UnitKind.PARTNERSHIP)
                .map(unit -> new Choice(unit.body().toString(), unit.bodyName(), false))
                .distinct()
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    private static Stream<UnitKind> kinds() {
        return Arrays.stream(UnitKind.values()).filter(kind -> kind != UnitKind.PARTNERSHIP);
    }

    private static Map<String, Object> form(List<Choice> bodies, Typed typed, List<Mistake> mistakes) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Select one", typed.body() == null));
        bodies.forEach(one ->
                choices.add(new Choice(one.value(), one.text(), one.value().equals(typed.body()))));
        choices.add(new Choice(ANOTHER, "Another body", typed.isOfAnotherBody()));
        var kinds = kinds().map(each ->
                        new Choice(each.written(), each.title(), each.written().equals(typed.kind())))
                .toList();
        return Map.of(
                "name",
                Typed.plain(typed.name()),
                "bodies",
                choices,
                "anotherBody",
                Typed.plain(typed.anotherBody()),
                "kinds",
                kinds,
                "odsCode",
                Typed.plain(typed.odsCode()),
                "programme",
                Typed.plain(typed.programme()),
                "mistakes",
                mistakes);
    }
}
