package org.kinmark.hub.approach;

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

    QueuePage(Pages pages, Queue queue) {
        this.pages = pages;
        this.queue = queue;
    }

    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/queue")
    ModelAndView queue(SignedIn who, @RequestParam(defaultValue = "1") int page) {
        var all = queue.read(who);
        int last = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int at = Math.clamp(page, 1, last);
        var shown = List.copyOf(all.subList((at - 1) * ON_A_PAGE, Math.min(at * ON_A_PAGE, all.size())));
        return pages.show("approach/queue", "Queue", Map.of("places", shown, "page", at, "last", last));
    }
}
