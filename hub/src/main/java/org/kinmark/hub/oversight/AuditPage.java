package org.kinmark.hub.oversight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The audit in a browser, page by page.
@Controller
class AuditPage {

    private static final int ON_A_PAGE = 100;

    private final Pages pages;
    private final ReadAudit reading;

    AuditPage(Pages pages, ReadAudit reading) {
        this.pages = pages;
        this.reading = reading;
    }

    @AllowedTo(
            team = Role.INFORMATION_GOVERNANCE_LEAD,
            health = Role.INFORMATION_GOVERNANCE_LEAD,
            partnership = Role.INFORMATION_GOVERNANCE_LEAD)
    @GetMapping("/audit")
    ModelAndView audit(SignedIn who, @RequestParam(defaultValue = "9223372036854775807") long before) {
        var lines = reading.read(who, before, ON_A_PAGE);
        var words = new HashMap<String, String>();
        Arrays.stream(Act.values()).forEach(act -> words.put(act.written(), act.words()));
        return pages.show(
                "oversight/audit", "Audit", Map.of("lines", lines, "words", words, "more", lines.size() == ON_A_PAGE));
    }
}
