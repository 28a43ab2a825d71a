package org.kinmark.hub.release;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.hub.database.StaffSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.Pages;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/// Moves the demonstration's clock on, so that nobody has to wait four weeks. A hub that is served for real has none of
/// this.
@Controller
@ConditionalOnProperty("kinmark.demonstration")
class DemonstrationClockPages {

    private static final Duration FURTHEST = Duration.ofDays(3660);

    private final Pages pages;
    private final DemonstrationClock clock;
    private final Clockwork clockwork;
    private final EndOfRounds rounds;
    private final StaffSide staff;
    private final ReleaseSide release;
    private final Audit audit;

    DemonstrationClockPages(
            Pages pages,
            DemonstrationClock clock,
            Clockwork clockwork,
            EndOfRounds rounds,
            StaffSide staff,
            ReleaseSide release,
            Audit audit) {
        this.pages = pages;
        this.clock = clock;
        this.clockwork = clockwork;
        this.rounds = rounds;
        this.staff = staff;
        this.release = release;
        this.audit = audit;
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
        move(who, moment);
        return pages.goTo("/demonstration/clock", "It is " + Moments.moment(clock.instant()) + " now.");
    }

    private void move(SignedIn who, Instant moment) {
        clock.moveTo(moment);
        clockwork.whatIsDue();
        staff.run(who.unitId(), () -> audit.record(staff, who.actor(Role.values()), Entry.of(Act.CLOCK_MOVED, null)));
    }

    @Operation(operationId = "getDemonstrationClock", summary = "What the demonstration's clock says")
    @AllowedTo(everyone = true)
    @GetMapping("/api/v1/demonstration/clock")
    @ResponseBody
    Map<String, Object> showByApi() {
        return Map.of("now", clock.instant());
    }

    /// When it is to be.
    record To(Instant now) {}

    @Operation(operationId = "moveDemonstrationClock", summary = "Move the demonstration's clock on")
    @AllowedTo(everyone = true)
    @PostMapping("/api/v1/demonstration/clock")
    @ResponseBody
    Map<String, Object> moveByApi(SignedIn who, @RequestBody To to) {
        if (to.now() == null
                || to.now().isBefore(clock.instant())
                || to.now().isAfter(clock.instant().plus(FURTHEST))) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Give a moment to come, within ten years, in `now`.");
        }
        move(who, to.now());
        return Map.of("now", clock.instant());
    }
}
