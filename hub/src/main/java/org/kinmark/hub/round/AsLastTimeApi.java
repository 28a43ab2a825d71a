package org.kinmark.hub.round;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Asking about a family as last time, by API.
@RestController
class AsLastTimeApi {

    private final TeamSide db;
    private final FamilyRows families;
    private final AskAsLastTime asking;
    private final ApiAnswers answers;

    AsLastTimeApi(TeamSide db, FamilyRows families, AskAsLastTime asking, ApiAnswers answers) {
        this.db = db;
        this.families = families;
        this.asking = asking;
        this.answers = answers;
    }

    /// How a family is to be asked about.
    ///
    /// @param family the team's own reference
    /// @param asLastTime with the people and the services of last time, or as things are now
    record AsLastTimeBody(@Nullable String family, boolean asLastTime) {}

    @Operation(
            operationId = "askAsLastTime",
            summary = "Have a family asked about with the people and the services of last time, or as things are now")
    @AllowedTo(team = Role.COORDINATOR)
    @PutMapping("/api/v1/rounds/as-last-time")
    ResponseEntity<String> ask(SignedIn who, @RequestBody AsLastTimeBody said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> {
            var reference = Objects.requireNonNullElse(said.family(), "");
            boolean done = db.act(who.unitId(), () -> families.withReference(db, who.unitId(), reference))
                    .filter(family -> asking.ask(who, family, said.asLastTime()))
                    .isPresent();
            if (!done) {
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Send the reference of one of the team’s families that was asked about before.");
            }
            return Map.of("family", reference, "as_last_time", said.asLastTime());
        });
    }
}
