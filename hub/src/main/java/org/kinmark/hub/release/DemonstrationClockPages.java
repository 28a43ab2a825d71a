package org.kinmark.hub.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Moves the demonstration's clock on, so that nobody has to wait four weeks. A hub that is served for real has none of
/// this.
@Controller
@ConditionalOnProperty("kinmark.demonstration")
class DemonstrationClockPages {

    private final Pages pages;
    private final DemonstrationClock clock;
    private final MoveClock move;
    private final EndOfRounds rounds;
    private final ReleaseSide release;

    DemonstrationClockPages(
            Pages pages, DemonstrationClock clock, MoveClock move, EndOfRounds rounds, ReleaseSide release) {
        this.pages = pages;
        this.clock = clock;
        this.move = move;
        this.rounds = rounds;
        this.release = release;
    }

    @AllowedTo(everyone = true)
    @GetMapping("/demonstration/clock")
    ModelAndView show() {
        return pages.show(
                "release/clock",
                "The demonstration’s clock",
                Map.of(
                        "now",
                        Moments.moment(clock.instant()),
                        "next",
                        next().map(Moments::moment).orElse("")));
    }

    /// The next date of any round.
    private Optional<Instant> next() {
        return release.actForAll(() -> rounds.nextDate(clock.instant()));
    }

    @AllowedTo(everyone = true)
    @PostMapping("/demonstration/clock")
    ModelAndView move(SignedIn who, @RequestParam(defaultValue = "") String to) {
        var now = clock.instant();
        var moment = switch (to) {
            case "hour" -> now.plus(Duration.ofHours(1));
            case "day" -> now.plus(Duration.ofDays(1));
            case "week" -> now.plus(Duration.ofDays(7));
            case "notice" -> now.plus(Duration.ofDays(28));
            case "next" -> next().orElse(now);
            default -> now;
        };
        move.to(who, moment);
        return pages.goTo("/demonstration/clock", "It is " + Moments.moment(clock.instant()) + " now.");
    }
}
