package org.kinmark.hub.round;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.DispatchSide;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.relation.OwnFamilies;
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

/// Rounds by API, for the family team.
@RestController
class RoundApi {

    private final TeamSide team;
    private final DispatchSide dispatch;
    private final Rounds rounds;
    private final Questions questions;
    private final ComposeRound composing;
    private final OpenRound opening;
    private final ApiAnswers answers;
    private final OwnFamilies ownFamilies;
    private final Audit audit;
    private final InstantSource clock;

    RoundApi(
            TeamSide team,
            DispatchSide dispatch,
            Rounds rounds,
            Questions questions,
            ComposeRound composing,
            OpenRound opening,
            ApiAnswers answers,
            OwnFamilies ownFamilies,
            Audit audit,
            InstantSource clock) {
        this.team = team;
        this.dispatch = dispatch;
        this.rounds = rounds;
        this.questions = questions;
        this.composing = composing;
        this.opening = opening;
        this.answers = answers;
        this.ownFamilies = ownFamilies;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(operationId = "previewRound", summary = "What a round would be, before anything goes")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/rounds/preview")
    ResponseEntity<String> preview(SignedIn who, @RequestBody NewRound round) {
        return answers.answer(
                team,
                who.unitId(),
                who.person(),
                HttpStatus.OK,
                round,
                () -> team.act(who.unitId(), () -> {
                    refuse(RoundDates.mistakes(round, clock.instant()));
                    var composed = composing
                            .compose(team, who.unit(), round, clock.instant())
                            .orElseThrow(NotFound::new);
                    audit.record(
                            team,
                            who.actor(Role.COORDINATOR),
                            Entry.of(Act.ROUND_PREVIEWED, null)
                                    .under(composed.agreement().named()));
                    var repeatable = composing.repeatable(team, who.unit(), round, clock.instant(), composed);
                    return PreviewRound.of(composed.without(ownFamilies.of(team)), repeatable);
                }));
    }

    @Operation(operationId = "openRound", summary = "Open a round: lists go out")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/rounds")
    ResponseEntity<String> open(SignedIn who, @RequestBody NewRound round) {
        return answers.answer(
                dispatch, who.unitId(), who.person(), HttpStatus.CREATED, round, () -> switch (opening.open(
                        who, round)) {
                    case OpenRound.Outcome.Opened(var opened, int families) -> RoundAnswer.of(opened);
                    case OpenRound.Outcome.Refused(var reasons) -> throw refusal(reasons);
                    case OpenRound.Outcome.NoAgreement() -> throw new NotFound();
                });
    }

    private static void refuse(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw refusal(mistakes);
        }
    }

    private static Problem refusal(List<String> reasons) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The round cannot be opened as it is, and nothing was sent.",
                reasons);
    }

    /// A round as the API gives it.
    record RoundAnswer(
            UUID round,
            UUID agreement,
            int version,
            int criteria,
            String state,
            Instant openedAt,
            Instant closesAt,
            Instant secondClosesAt,
            Instant releasesAt,
            Instant retentionEndsAt) {

        static RoundAnswer of(Round round) {
            return new RoundAnswer(
                    round.id(),
                    round.agreement(),
                    round.version(),
                    round.criteria(),
                    round.state().written(),
                    round.openedAt(),
                    round.closesAt(),
                    round.secondClosesAt(),
                    round.releasesAt(),
                    round.retentionEndsAt());
        }
    }

    @Operation(operationId = "listRounds", summary = "The team's rounds, newest first")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/api/v1/rounds")
    List<RoundAnswer> all(SignedIn who) {
        return team.act(
                who.unitId(),
                () -> rounds.all(team).stream().map(RoundAnswer::of).toList());
    }

    @Operation(operationId = "getReleased", summary = "What a round released: for each family one word")
    @AllowedTo(team = {Role.COORDINATOR, Role.KEY_WORKER})
    @GetMapping("/api/v1/rounds/{round}/released")
    Map<String, Object> released(SignedIn who, @PathVariable UUID round) {
        return team.act(who.unitId(), () -> {
            var found = rounds.find(team, round).orElseThrow(NotFound::new);
            audit.record(
                    team,
                    who.actor(Role.COORDINATOR, Role.KEY_WORKER),
                    Entry.of(Act.RELEASED_SHOWN, round).under(found.agreement() + " v" + found.version()));
            boolean isReleased = found.state() == Round.State.RELEASED;
            var families = questions.results(team, who.unitId(), round).stream()
                    .map(result -> family(found, result, isReleased))
                    .toList();
            var answer = new LinkedHashMap<String, Object>();
            answer.put("round", RoundAnswer.of(found));
            answer.put("families", families);
            return answer;
        });
    }

    private static Map<String, Object> family(Round round, Questions.Result result, boolean isReleased) {
        var family = new LinkedHashMap<String, Object>();
        family.put("family", result.reference());
        if (!result.asked()) {
            family.put("result", "not_asked");
            family.put("reasons", result.reasons());
            family.put("mends", result.waysOn(round).stream().map(WayOn::words).toList());
        } else if (isReleased) {
            family.put("result", result.ended() ? "ended" : result.mark() ? "health_priority" : "no_signal");
        } else {
            family.put("result", "asked");
        }
        return family;
    }
}
