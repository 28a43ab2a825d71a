package org.kinmark.hub.approach;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Step 4 by API.
@RestController
class ApproachApi {

    private final TeamSide db;
    private final Queue queue;
    private final FamilyRows families;
    private final DeclineSupport declining;
    private final ApiAnswers answers;

    ApproachApi(TeamSide db, Queue queue, FamilyRows families, DeclineSupport declining, ApiAnswers answers) {
        this.db = db;
        this.queue = queue;
        this.families = families;
        this.declining = declining;
        this.answers = answers;
    }

    /// A family that declined.
    ///
    /// @param family the team's own reference
    /// @param declinedOn today where it is null
    record Declining(@Nullable String family, @Nullable LocalDate declinedOn) {}

    @Operation(
            operationId = "recordDeclining",
            summary = "Record that a family declined support; its health priority is deleted")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/api/v1/declinings")
    ResponseEntity<String> decline(SignedIn who, @RequestBody Declining said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> {
            var on = Objects.requireNonNullElse(said.declinedOn(), declining.today());
            var family = Optional.ofNullable(said.family())
                    .flatMap(reference ->
                            db.act(who.unitId(), () -> families.withReference(db, who.unitId(), reference)))
                    .filter(_ -> !on.isAfter(declining.today()))
                    .orElseThrow(() -> new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "Send the reference of one of the team’s families, and a day that is not in the future."));
            declining.decline(who, family, on);
            return Map.of("family", Objects.requireNonNull(said.family()), "declined_on", on.toString());
        });
    }

    /// A place in the queue, by the team's own reference.
    record PlaceAnswer(int place, String family, int criteria, String health) {}

    @Operation(
            operationId = "getQueue",
            summary =
                    "The families to approach, first things first; health and criteria leave places out, and move none")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/api/v1/queue")
    List<PlaceAnswer> queue(
            SignedIn who,
            @RequestParam(defaultValue = "") String health,
            @RequestParam(defaultValue = "") String criteria) {
        return QueueFilter.of(health, criteria).of(queue.read(who)).stream()
                .map(place -> new PlaceAnswer(place.place(), place.reference(), place.criteria(), place.health()))
                .toList();
    }
}
