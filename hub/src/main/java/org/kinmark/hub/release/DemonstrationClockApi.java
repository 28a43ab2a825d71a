package org.kinmark.hub.release;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kinmark.hub.database.DemonstrationClock;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The demonstration's clock by API. A hub that is served for real has none of this.
@RestController
@ConditionalOnProperty("kinmark.demonstration")
class DemonstrationClockApi {

    private static final Duration FURTHEST = Duration.ofDays(3660);

    private final DemonstrationClock clock;
    private final MoveClock move;
    private final ApiAnswers answers;
    private final TeamSide team;
    private final HealthSide health;

    DemonstrationClockApi(
            DemonstrationClock clock, MoveClock move, ApiAnswers answers, TeamSide team, HealthSide health) {
        this.clock = clock;
        this.move = move;
        this.answers = answers;
        this.team = team;
        this.health = health;
    }

    @Operation(operationId = "getDemonstrationClock", summary = "What the demonstration's clock says")
    @AllowedTo(everyone = true)
    @GetMapping("/api/v1/demonstration/clock")
    Map<String, Object> show() {
        return Map.of("now", clock.instant());
    }

    /// When it is to be.
    record To(Instant now) {}

    @Operation(operationId = "moveDemonstrationClock", summary = "Move the demonstration's clock on")
    @AllowedTo(everyone = true)
    @PostMapping("/api/v1/demonstration/clock")
    ResponseEntity<String> move(SignedIn who, @RequestBody To to) {
        Side side = who.unit().kind().isTheTeam() ? team : health;
        return answers.answer(side, who.unitId(), who.person(), HttpStatus.OK, to, () -> moved(who, to));
    }

    private Map<String, Object> moved(SignedIn who, To to) {
        if (to.now() == null
                || to.now().isBefore(clock.instant())
                || to.now().isAfter(clock.instant().plus(FURTHEST))) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Give a moment to come, within ten years, in `now`.");
        }
        move.to(who, to.now());
        return Map.of("now", clock.instant());
    }
}
