package org.kinmark.hub.round;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Waivers by API.
@RestController
class WaiverApi {

    private final TeamSide team;
    private final HealthSide health;
    private final Waivers waivers;
    private final WaiveCheck waiving;
    private final ApiAnswers answers;

    WaiverApi(TeamSide team, HealthSide health, Waivers waivers, WaiveCheck waiving, ApiAnswers answers) {
        this.team = team;
        this.health = health;
        this.waivers = waivers;
        this.waiving = waiving;
        this.answers = answers;
    }

    @Operation(operationId = "listWaivers", summary = "The waivers that this unit asked for, or is asked for")
    @AllowedTo(team = Role.COORDINATOR, health = Role.CALDICOTT_GUARDIAN)
    @GetMapping("/api/v1/waivers")
    List<Waiver> all(SignedIn who) {
        var side = who.unit().kind().isTheTeam() ? team : health;
        return side.act(who.unitId(), () -> waivers.all(side));
    }

    /// What is asked for.
    ///
    /// @param criteria of the round that keeps the families off
    /// @param check which one, in small letters
    /// @param families by the team's own reference
    /// @param guardian the unit whose Caldicott Guardian decides
    record Asking(
            UUID agreement,
            int criteria,
            @Nullable String check,
            @Nullable List<String> families,
            @Nullable UUID guardian,
            @Nullable String reason) {}

    @Operation(operationId = "askWaiver", summary = "Ask that a check be waived for families that it keeps off")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/waivers")
    ResponseEntity<String> ask(SignedIn who, @RequestBody Asking asking) {
        return answers.answer(team, who.unitId(), who.person(), HttpStatus.CREATED, asking, () -> {
            var check = Waivers.check(Objects.requireNonNullElse(asking.check(), ""))
                    .orElseThrow(() -> new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT, "Name a check that a Guardian may waive, in `check`."));
            var choices = waiving.choices(who, asking.agreement(), asking.criteria(), check);
            var named = Objects.requireNonNullElse(asking.families(), List.<String>of());
            var families = new LinkedHashSet<UUID>();
            choices.families().forEach((id, reference) -> {
                if (named.contains(reference)) {
                    families.add(id);
                }
            });
            if (families.size() != named.size()) {
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT, "Name families that this check keeps off, each once.");
            }
            done(waiving.ask(who, choices, families, asking.guardian(), said(asking.reason())));
            return Map.of("families", families.size());
        });
    }

    /// What is decided.
    ///
    /// @param expiresOn null where it is refused
    record Deciding(
            boolean granted,
            @Nullable String reason,
            @Nullable LocalDate expiresOn) {}

    @Operation(operationId = "decideWaiver", summary = "Decide a waiver, as the Guardian who is asked")
    @AllowedTo(health = Role.CALDICOTT_GUARDIAN)
    @PostMapping("/api/v1/waivers/{waiver}/decision")
    ResponseEntity<String> decide(SignedIn who, @PathVariable UUID waiver, @RequestBody Deciding deciding) {
        return answers.answer(health, who.unitId(), who.person(), HttpStatus.OK, deciding, () -> {
            done(waiving.decide(who, waiver, deciding.granted(), said(deciding.reason()), deciding.expiresOn()));
            return Map.of("waiver", waiver);
        });
    }

    private static String said(@Nullable String reason) {
        return Objects.requireNonNullElse(reason, "");
    }

    private static void done(WaiveCheck.Outcome outcome) {
        if (!outcome.isDone()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "There is something to put right.",
                    new ArrayList<>(outcome.mistakes().values()));
        }
    }
}
