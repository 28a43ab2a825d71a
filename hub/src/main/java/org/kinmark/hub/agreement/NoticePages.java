package org.kinmark.hub.agreement;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.page.Mistake;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.OpenToAll;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Units;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Each unit's notice to families in a browser: published, withdrawn, and read by anybody.
@Controller
class NoticePages {

    private final Pages pages;
    private final TeamSide team;
    private final HealthSide health;
    private final Units units;
    private final TendAgreement tending;
    private final Notices notices;
    private final InstantSource clock;

    NoticePages(
            Pages pages,
            TeamSide team,
            HealthSide health,
            Units units,
            TendAgreement tending,
            Notices notices,
            InstantSource clock) {
        this.pages = pages;
        this.team = team;
        this.health = health;
        this.units = units;
        this.tending = tending;
        this.notices = notices;
        this.clock = clock;
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @GetMapping("/notice")
    ModelAndView notice(SignedIn who) {
        return notice(who, "", List.of());
    }

    private ModelAndView notice(SignedIn who, String words, List<Mistake> mistakes) {
        var side = side(who);
        var standing = side.act(who.unitId(), () -> notices.of(side, who.unitId()));
        var model = Map.<String, Object>of(
                "standing", standing.stream().toList(), "now", clock.instant(), "words", words, "mistakes", mistakes);
        return mistakes.isEmpty()
                ? pages.show("agreement/notice", "Notice to families", model)
                : pages.again("agreement/notice", "Notice to families", model);
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/notice")
    ModelAndView publish(SignedIn who, @RequestParam(defaultValue = "") String words) {
        if (!Notices.areWords(words)) {
            return notice(who, words, List.of(new Mistake("Enter what the notice says", "#words")));
        }
        tending.publish(who, words);
        return pages.goTo(
                "/notice",
                "The notice is published. Sharing may begin on "
                        + Moments.moment(clock.instant().plus(Notices.LEAD)) + ".");
    }

    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/notice/withdrawal")
    ModelAndView withdraw(SignedIn who) {
        tending.withdraw(who);
        return pages.goTo("/notice", "The notice is withdrawn. Nothing is shared until another has been out 28 days.");
    }

    /// Every unit's notice, for families; nobody signs in to read it.
    @OpenToAll
    @GetMapping("/notices")
    ModelAndView published() {
        var all = health.act(
                new UUID(0, 1),
                () -> notices.standing(health).values().stream()
                        .flatMap(one -> units
                                .find(health, one.unit())
                                .map(unit -> new PublishedNotice(unit.name(), one.words(), one.publishedAt()))
                                .stream())
                        .sorted(Comparator.comparing(one -> one.unit().toLowerCase(Locale.UK)))
                        .toList());
        return pages.show("agreement/published", "How families’ information is shared", Map.of("notices", all));
    }
}
