package org.kinmark.hub.oversight;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Known;
import org.kinmark.hub.home.Shortcut;
import org.kinmark.hub.home.WhereToLook;
import org.kinmark.hub.page.Choice;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The audit in a browser: a search by day, act and who acted, or by family, page by page.
@Controller
class AuditPage implements WhereToLook {

    private static final int ON_A_PAGE = 100;
    private static final Map<String, String> WORDS =
            Arrays.stream(Act.values()).collect(Collectors.toUnmodifiableMap(Act::written, Act::words));

    private final Pages pages;
    private final ReadAudit reading;
    private final FindFamily finding;
    private final InstantSource clock;

    AuditPage(Pages pages, ReadAudit reading, FindFamily finding, InstantSource clock) {
        this.pages = pages;
        this.reading = reading;
        this.finding = finding;
        this.clock = clock;
    }

    @Override
    public List<Shortcut> placesFor(SignedIn who) {
        return who.has(Role.INFORMATION_GOVERNANCE_LEAD)
                ? List.of(new Shortcut(
                        "Search the audit", "/audit", "Who did what in this unit: by day, by act, by member of staff."))
                : List.of();
    }

    @AllowedTo(
            team = Role.INFORMATION_GOVERNANCE_LEAD,
            health = Role.INFORMATION_GOVERNANCE_LEAD,
            partnership = Role.INFORMATION_GOVERNANCE_LEAD)
    @GetMapping("/audit")
    ModelAndView audit(SignedIn who, @RequestParam Map<String, String> form) {
        return audit(who, form, List.of());
    }

    private ModelAndView audit(SignedIn who, Map<String, String> form, List<Mistake> mistakes) {
        var asked = AskedFor.of(form);
        var found = reading.read(who, asked.wanted(), ON_A_PAGE);
        var wrong = Stream.concat(asked.mistakes().stream(), mistakes.stream()).toList();
        var model = new HashMap<String, Object>(Map.of(
                "form",
                form,
                "lines",
                wrong.isEmpty() ? found.lines() : List.of(),
                "words",
                WORDS,
                "acts",
                acts(form),
                "staff",
                staff(found.actors(), form),
                "narrowed",
                asked.isNarrowed(),
                "address",
                asked.address(),
                "more",
                found.lines().size() == ON_A_PAGE,
                "now",
                clock.instant(),
                "mistakes",
                wrong));
        model.put("isTheTeam", who.unit().kind().isTheTeam());
        return wrong.isEmpty()
                ? pages.show("oversight/audit", "Audit", model)
                : pages.again("oversight/audit", "Audit", model);
    }

    /// Who did what about one family, by the team's own reference, which is never in an address.
    @AllowedTo(team = Role.INFORMATION_GOVERNANCE_LEAD)
    @PostMapping("/audit/family")
    ModelAndView ofFamily(SignedIn who, @RequestParam(defaultValue = "") String reference) {
        return finding.find(who, reference.strip())
                .map(family -> pages.goTo("/audit?about=" + family, null))
                .orElseGet(() ->
                        audit(who, Map.of(), List.of(new Mistake("Enter the reference of a family", "#reference"))));
    }

    private static List<Choice> acts(Map<String, String> form) {
        var chosen = form.getOrDefault("act", "");
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Anything", chosen.isEmpty()));
        Arrays.stream(Act.values())
                .sorted(Comparator.comparing(Act::words))
                .forEach(act -> choices.add(
                        new Choice(act.written(), act.words(), act.written().equals(chosen))));
        return choices;
    }

    private static List<Choice> staff(List<Known> actors, Map<String, String> form) {
        var chosen = form.getOrDefault("staff", "");
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Anybody", chosen.isEmpty()));
        choices.add(new Choice(AskedFor.THE_HUB, "The hub itself", chosen.equals(AskedFor.THE_HUB)));
        actors.forEach(one -> choices.add(new Choice(
                one.key().toString(), one.name(), one.key().toString().equals(chosen))));
        return choices;
    }
}
