package org.kinmark.hub.agreement;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Step 1 by API.
@RestController
class AgreementApi {

    private final TeamSide team;
    private final HealthSide health;
    private final Agreements agreements;
    private final DraftAgreement draft;
    private final SignAgreement sign;
    private final TendAgreement tend;
    private final ApiAnswers answers;
    private final InstantSource clock;

    AgreementApi(
            TeamSide team,
            HealthSide health,
            Agreements agreements,
            DraftAgreement draft,
            SignAgreement sign,
            TendAgreement tend,
            ApiAnswers answers,
            InstantSource clock) {
        this.team = team;
        this.health = health;
        this.agreements = agreements;
        this.draft = draft;
        this.sign = sign;
        this.tend = tend;
        this.answers = answers;
        this.clock = clock;
    }

    @Operation(operationId = "createAgreement", summary = "Draft an agreement")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/agreements")
    ResponseEntity<String> create(SignedIn who, @RequestBody Terms terms) {
        refuse(ReadTerms.mistakes(terms));
        return answers.answer(
                team, who.unitId(), who.person(), HttpStatus.CREATED, terms, () -> drafted(draft.draft(who, terms)));
    }

    @Operation(operationId = "changeAgreement", summary = "Change a draft, or draft the next version of what is signed")
    @AllowedTo(team = Role.COORDINATOR)
    @PutMapping("/api/v1/agreements/{agreement}")
    ResponseEntity<String> change(SignedIn who, @PathVariable UUID agreement, @RequestBody Terms terms) {
        refuse(ReadTerms.mistakes(terms));
        return answers.answer(
                team,
                who.unitId(),
                who.person(),
                HttpStatus.OK,
                terms,
                () -> team.act(
                        who.unitId(),
                        () -> drafted(draft.change(
                                who, agreements.newest(team, agreement).orElseThrow(NotFound::new), terms))));
    }

    private AgreementAnswer drafted(DraftAgreement.Outcome outcome) {
        return switch (outcome) {
            case DraftAgreement.Outcome.Drafted(var agreement) -> answer(agreement);
            case DraftAgreement.Outcome.Refused(var mistakes) -> throw toPutRight(mistakes);
        };
    }

    /// Before anything is done with what was sent: it may hold what can neither be kept nor compared.
    private static void refuse(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw toPutRight(mistakes);
        }
    }

    private static Problem toPutRight(List<String> mistakes) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "There is something to put right in this.", mistakes);
    }

    @Operation(operationId = "discardDraft", summary = "Discard the draft of an agreement; what is signed stays")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/agreements/{agreement}/discard")
    ResponseEntity<String> discard(SignedIn who, @PathVariable UUID agreement) {
        return answers.answer(team, who.unitId(), who.person(), HttpStatus.OK, (Object) null, () -> {
            if (!draft.discard(who, agreement)) {
                throw new Problem(HttpStatus.CONFLICT, "There is no draft of this agreement: what is signed stays.");
            }
            return Map.of("agreement", agreement);
        });
    }

    @Operation(operationId = "listAgreements", summary = "The agreements that this unit may see, newest first")
    @AllowedTo(
            team = {Role.COORDINATOR, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {
                Role.SERVICE_LEAD,
                Role.PROFESSIONAL,
                Role.CALDICOTT_GUARDIAN,
                Role.SENIOR_MANAGER,
                Role.SENIOR_CLINICIAN,
                Role.INFORMATION_GOVERNANCE_LEAD
            })
    @GetMapping("/api/v1/agreements")
    List<AgreementAnswer> all(SignedIn who) {
        var side = side(who);
        return side.act(
                who.unitId(),
                () -> agreements.all(side).stream().map(this::answer).toList());
    }

    /// Which version was read before it is signed.
    record Read(@Nullable Integer version) {}

    @Operation(
            operationId = "signAgreement",
            summary = "Sign the newest version for one's unit; refused where another version is named")
    @AllowedTo(
            team = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN},
            health = {Role.SERVICE_LEAD, Role.CALDICOTT_GUARDIAN, Role.SENIOR_MANAGER, Role.SENIOR_CLINICIAN})
    @PostMapping("/api/v1/agreements/{agreement}/signatures")
    ResponseEntity<String> sign(
            SignedIn who, @PathVariable UUID agreement, @RequestBody(required = false) @Nullable Read read) {
        var version = read == null ? null : read.version();
        return answers.answer(side(who), who.unitId(), who.person(), HttpStatus.OK, version, () -> switch (sign.sign(
                who, agreement, new SignAgreement.Shown(version, null))) {
            case SignAgreement.Outcome.Signed(var signed) -> answer(signed);
            case SignAgreement.Outcome.NotAsShown() ->
                throw new Problem(
                        HttpStatus.CONFLICT, "There is another version than this one. Read it, then sign it.");
            case SignAgreement.Outcome.Refused(var why) -> throw new Problem(HttpStatus.CONFLICT, why);
        });
    }

    @Operation(operationId = "addParty", summary = "Add a party to what is signed; it accedes by signing")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/agreements/{agreement}/parties")
    ResponseEntity<String> addParty(SignedIn who, @PathVariable UUID agreement, @RequestBody Terms.AgreedParty party) {
        refuse(ReadTerms.mistakes(party));
        return answers.answer(team, who.unitId(), who.person(), HttpStatus.CREATED, party, () -> {
            if (!tend.addParty(who, agreement, party)) {
                throw new Problem(
                        HttpStatus.CONFLICT, "Name a service that is no party yet, of an agreement that is signed.");
            }
            return Map.of("agreement", agreement);
        });
    }

    @Operation(operationId = "endAgreement", summary = "End an agreement before its time")
    @AllowedTo(team = {Role.COORDINATOR, Role.SENIOR_MANAGER, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/api/v1/agreements/{agreement}/end")
    ResponseEntity<String> end(SignedIn who, @PathVariable UUID agreement) {
        return answers.answer(team, who.unitId(), who.person(), HttpStatus.OK, (Object) null, () -> {
            if (!tend.end(who, agreement)) {
                throw new Problem(
                        HttpStatus.CONFLICT, "Nobody has signed this agreement: discard its draft, and it is gone.");
            }
            return Map.of("agreement", agreement);
        });
    }

    /// What a notice says.
    record Words(@Nullable String words) {}

    @Operation(operationId = "publishNotice", summary = "Publish this unit's notice to families")
    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/api/v1/notices")
    ResponseEntity<String> publish(SignedIn who, @RequestBody Words notice) {
        if (!Notices.areWords(notice.words())) {
            refuse(List.of("words: write what the notice says, in at most 20,000 letters, digits and signs"));
        }
        return answers.answer(side(who), who.unitId(), who.person(), HttpStatus.CREATED, notice, () -> {
            tend.publish(who, String.valueOf(notice.words()));
            return Map.of(
                    "unit",
                    who.unitId(),
                    "in_force_from",
                    clock.instant().plus(Notices.LEAD).toString());
        });
    }

    @Operation(
            operationId = "withdrawNotice",
            summary = "Withdraw this unit's notice: nothing is shared until another has been out for 28 days")
    @AllowedTo(
            team = {Role.COORDINATOR, Role.INFORMATION_GOVERNANCE_LEAD},
            health = {Role.SERVICE_LEAD, Role.INFORMATION_GOVERNANCE_LEAD, Role.CALDICOTT_GUARDIAN})
    @PostMapping("/api/v1/notices/withdrawal")
    ResponseEntity<String> withdraw(SignedIn who) {
        return answers.answer(side(who), who.unitId(), who.person(), HttpStatus.OK, (Object) null, () -> {
            tend.withdraw(who);
            return Map.of("unit", who.unitId());
        });
    }

    private Side side(SignedIn who) {
        return who.unit().kind().isTheTeam() ? team : health;
    }

    private AgreementAnswer answer(Agreement agreement) {
        return AgreementAnswer.of(agreement, Moments.dayOf(clock.instant()));
    }
}
