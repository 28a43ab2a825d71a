package org.kinmark.hub.objection;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.home.Shortcut;
import org.kinmark.hub.home.WhereToLook;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Objections that were made at a health service, in a browser.
@Controller
class ObjectionPages implements WhereToLook {

    private static final String NEW = "Write down an objection";

    private final Pages pages;
    private final ShowObjections showing;
    private final ObjectAtHealth objecting;
    private final InstantSource clock;

    ObjectionPages(Pages pages, ShowObjections showing, ObjectAtHealth objecting, InstantSource clock) {
        this.pages = pages;
        this.showing = showing;
        this.objecting = objecting;
        this.clock = clock;
    }

    @Override
    public List<Shortcut> placesFor(SignedIn who) {
        return who.unit().kind().isOnTheHealthSide() && who.has(ObjectAtHealth.ROLES)
                ? List.of(new Shortcut(
                        "Objections",
                        "/objections",
                        "Somebody does not want their details on lists: write it down, or that they took it back."))
                : List.of();
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/objections")
    ModelAndView all(SignedIn who, @RequestParam(defaultValue = "1") int page) {
        return pages.show("objection/all", "Objections", Map.of("objections", showing.all(who, page), "page", page));
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/objections/new")
    ModelAndView form() {
        return pages.show("objection/new", NEW, Map.of("form", Map.of(), "mistakes", List.of()));
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @PostMapping("/objections")
    ModelAndView object(SignedIn who, @RequestParam Map<String, String> form) {
        return switch (ReadTold.of(form, Moments.dayOf(clock.instant()))) {
            case ReadTold.Mistaken(var mistakes) ->
                pages.again("objection/new", NEW, Map.of("form", form, "mistakes", mistakes));
            case ReadTold.Read(var told) -> {
                objecting.object(who, told);
                yield pages.goTo(
                        "/objections",
                        "The objection is written down. They are left off every list, of every service, whether or not"
                                + " they are on one now.");
            }
        };
    }

    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/objections/{objection}")
    ModelAndView one(SignedIn who, @PathVariable UUID objection) {
        return one(who, objection, List.of());
    }

    private ModelAndView one(SignedIn who, UUID id, List<Mistake> mistakes) {
        var one = showing.one(who, id).orElseThrow(NotFound::new);
        Map<String, Object> model = Map.of("one", one, "mayTakeBack", who.has(Role.PROFESSIONAL), "mistakes", mistakes);
        return mistakes.isEmpty()
                ? pages.show("objection/one", "An objection", model)
                : pages.again("objection/one", "An objection", model);
    }

    @AllowedTo(health = Role.PROFESSIONAL)
    @PostMapping("/objections/{objection}/taking-back")
    ModelAndView takeBack(SignedIn who, @PathVariable UUID objection, @RequestParam(defaultValue = "") String by) {
        boolean takenBack = WhoSaysIt.of(by)
                .filter(said -> objecting.takeBack(who, objection, said))
                .isPresent();
        return takenBack
                ? pages.goTo("/objections", "That it was taken back is written down. It holds for lists to come.")
                : one(who, objection, List.of(new Mistake("Select who said no: nobody else takes it back", "#by")));
    }
}
