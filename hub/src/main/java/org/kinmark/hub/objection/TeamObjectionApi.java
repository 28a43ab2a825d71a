package org.kinmark.hub.objection;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.familylist.FamilyRows;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.rules.Objection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Objections to the team by API, by the team's own references.
@RestController
class TeamObjectionApi {

    private final TeamSide db;
    private final FamilyRows families;
    private final ObjectToTeam objecting;
    private final ApiAnswers answers;

    TeamObjectionApi(TeamSide db, FamilyRows families, ObjectToTeam objecting, ApiAnswers answers) {
        this.db = db;
        this.families = families;
        this.objecting = objecting;
        this.answers = answers;
    }

    /// What a member of a family said, or somebody for them.
    ///
    /// @param family the team's own reference
    /// @param person the team's own reference of the member
    /// @param by `self`, `parental_responsibility` or `attorney_or_deputy`
    record ToTeam(
            @Nullable String family,
            @Nullable String person,
            @Nullable String by) {

        @Override
        public String toString() {
            return "ToTeam[hidden]";
        }
    }

    @Operation(
            operationId = "recordObjectionToTeam",
            summary = "Record that a member of a family objected: they are left off lists, and the family’s health"
                    + " priority is deleted")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/api/v1/family-objections")
    ResponseEntity<String> object(SignedIn who, @RequestBody ToTeam said) {
        return answers.answer(
                db,
                who.unitId(),
                who.person(),
                HttpStatus.OK,
                said,
                () -> answer(objecting.object(who, family(who, said), person(said), by(said)), said, true));
    }

    @Operation(
            operationId = "withdrawObjectionToTeam",
            summary = "Record that who objected to the team took it back, for lists to come")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @PostMapping("/api/v1/family-objections/taking-back")
    ResponseEntity<String> takeBack(SignedIn who, @RequestBody ToTeam said) {
        return answers.answer(
                db,
                who.unitId(),
                who.person(),
                HttpStatus.OK,
                said,
                () -> answer(objecting.takeBack(who, family(who, said), person(said), by(said)), said, false));
    }

    private static Map<String, Object> answer(ObjectToTeam.Outcome outcome, ToTeam said, boolean objects) {
        return switch (outcome) {
            case DONE -> Map.of("person", person(said), "objects", objects);
            case NO_SUCH_MEMBER -> throw refused("Send the reference of a member of the family.");
            case NOT_THEIRS -> throw refused("Send in `by` who objected: nobody else takes it back.");
        };
    }

    private UUID family(SignedIn who, ToTeam said) {
        return db.act(
                        who.unitId(),
                        () -> families.everWithReference(
                                db, who.unitId(), Objects.requireNonNullElse(said.family(), "")))
                .orElseThrow(() -> refused("Send the reference of one of the team’s families."));
    }

    private static String person(ToTeam said) {
        return Objects.requireNonNullElse(said.person(), "");
    }

    private static Objection by(ToTeam said) {
        return WhoSaysIt.of(Objects.requireNonNullElse(said.by(), ""))
                .orElseThrow(() -> refused("Write self, parental_responsibility or attorney_or_deputy in `by`."));
    }

    private static Problem refused(String why) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
