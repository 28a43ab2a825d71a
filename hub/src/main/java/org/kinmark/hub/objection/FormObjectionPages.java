package org.kinmark.hub.objection;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.home.Shortcut;
import org.kinmark.hub.home.WhereToLook;
import org.kinmark.hub.page.Mistake;
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

/// What was said on the public form, for the Caldicott Guardians of health services: it took effect at once,
/// and one of them ends it where it was not the person's.
@Controller
class FormObjectionPages implements WhereToLook {

    private static final int LONGEST = 1_000;

    private final Pages pages;
    private final WatchOverForm watching;

    FormObjectionPages(Pages pages, WatchOverForm watching) {
        this.pages = pages;
        this.watching = watching;
    }

    @Override
    public List<Shortcut> placesFor(SignedIn who) {
        return watching.isFor(who)
                ? List.of(new Shortcut(
                        "Objections on the public form",
                        "/objections/form",
                        "Nobody proves there who they are. End one that was not the person’s."))
                : List.of();
    }

    @AllowedTo(health = Role.CALDICOTT_GUARDIAN)
    @GetMapping("/objections/form")
    ModelAndView all(SignedIn who, @RequestParam(defaultValue = "1") int page) {
        return pages.show(
                "objection/onForm",
                "Objections on the public form",
                Map.of("objections", watching.all(who, page), "page", page));
    }

    @AllowedTo(health = Role.CALDICOTT_GUARDIAN)
    @GetMapping("/objections/form/{objection}")
    ModelAndView one(SignedIn who, @PathVariable UUID objection) {
        return one(who, objection, "", List.of());
    }

    private ModelAndView one(SignedIn who, UUID id, String reason, List<Mistake> mistakes) {
        Map<String, Object> model =
                Map.of("one", watching.one(who, id).orElseThrow(NotFound::new), "reason", reason, "mistakes", mistakes);
        return mistakes.isEmpty()
                ? pages.show("objection/oneOnForm", "An objection on the public form", model)
                : pages.again("objection/oneOnForm", "An objection on the public form", model);
    }

    @AllowedTo(health = Role.CALDICOTT_GUARDIAN)
    @PostMapping("/objections/form/{objection}/end")
    ModelAndView end(SignedIn who, @PathVariable UUID objection, @RequestParam(defaultValue = "") String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            return one(
                    who,
                    objection,
                    reason,
                    List.of(new Mistake("Enter how you know that it was not the person’s", "#reason")));
        }
        return pages.goTo(
                "/objections/form",
                watching.end(who, objection, reason.strip())
                        ? "The objection is ended, for lists to come. Your reason is kept."
                        : "Nothing was changed: it does not stand any more.");
    }
}
