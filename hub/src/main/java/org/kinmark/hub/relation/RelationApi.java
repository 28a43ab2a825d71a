package org.kinmark.hub.relation;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A relation to a family, declared by API.
@RestController
class RelationApi {

    private final TeamSide db;
    private final DeclareRelation declaring;
    private final ApiAnswers answers;

    RelationApi(TeamSide db, DeclareRelation declaring, ApiAnswers answers) {
        this.db = db;
        this.declaring = declaring;
        this.answers = answers;
    }

    /// To which family.
    ///
    /// @param family the team's own reference; there need be no such family
    record Declaring(@Nullable String family) {}

    @Operation(
            operationId = "declareRelation",
            summary = "Declare a relation to a family: from then on there is none of that reference for you")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER, Role.INFORMATION_GOVERNANCE_LEAD})
    @PostMapping("/api/v1/relations")
    ResponseEntity<String> declare(SignedIn who, @RequestBody Declaring said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> {
            var family = Reference.of(Objects.requireNonNullElse(said.family(), ""))
                    .orElseThrow(() ->
                            new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Send the team’s reference of the family."));
            declaring.declare(who, family);
            return Map.of("family", family.text());
        });
    }
}
