package org.kinmark.hub.home;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where everybody starts, and the pages at the foot of every page.
@Controller
class HomePage {

    private final Pages pages;
    private final List<WhatWaits> sources;
    private final List<WhereToLook> shortcuts;

    HomePage(Pages pages, List<WhatWaits> sources, List<WhereToLook> shortcuts) {
        this.pages = pages;
        this.sources = sources;
        this.shortcuts = shortcuts;
    }

    @AllowedTo(everyone = true)
    @GetMapping("/")
    ModelAndView home(SignedIn who) {
        var waiting = sources.stream()
                .flatMap(source -> source.of(who).stream())
                .sorted(Comparator.comparing(Waiting::when))
                .toList();
        var places = shortcuts.stream()
                .flatMap(source -> source.placesFor(who).stream())
                .toList();
        return pages.show("home/home", "Home", Map.of("waiting", waiting, "places", places));
    }

    @OpenToAll
    @GetMapping("/privacy")
    ModelAndView privacy() {
        return pages.show("home/privacy", "Privacy notice", Map.of());
    }

    @OpenToAll
    @GetMapping("/accessibility")
    ModelAndView accessibility() {
        return pages.show("home/accessibility", "Accessibility", Map.of());
    }

    @OpenToAll
    @GetMapping("/concern")
    ModelAndView concern() {
        return pages.show("home/concern", "Raise a concern", Map.of());
    }
}
