package org.kinmark.hub.approach;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Step 4 in a browser: whom to approach first.
@Controller
class QueuePage {

    private static final int ON_A_PAGE = 100;

    private final Pages pages;
    private final Queue queue;
    private final InstantSource clock;

    QueuePage(Pages pages, Queue queue, InstantSource clock) {
        this.pages = pages;
        this.queue = queue;
        this.clock = clock;
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/queue")
    ModelAndView queue(
            SignedIn who,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String health,
            @RequestParam(defaultValue = "") String criteria) {
        var all = queue.read(who);
        var filter = QueueFilter.of(health, criteria);
        var wanted = filter.of(all);
        int last = Math.max(1, (wanted.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int at = Math.clamp(page, 1, last);
        var shown = List.copyOf(wanted.subList((at - 1) * ON_A_PAGE, Math.min(at * ON_A_PAGE, wanted.size())));
        return pages.show(
                "approach/queue",
                "Queue",
                Map.of(
                        "places", shown,
                        "families", all.size(),
                        "found", wanted.size(),
                        "filter", filter,
                        "now", clock.instant(),
                        "page", at,
                        "last", last));
    }
}
