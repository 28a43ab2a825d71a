package org.kinmark.hub.marking;

import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.MarksFile;
import org.kinmark.exchange.NumberedMarks;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Step 3 by API: a service judges its list, family by family or with a file, and a professional declares.
@RestController
class JudgementApi {

    private final HealthSide db;
    private final JudgeFamilies judging;
    private final TakeMarks taking;
    private final DeclareList declaring;
    private final MarkingAnswers answers;

    JudgementApi(
            HealthSide db, JudgeFamilies judging, TakeMarks taking, DeclareList declaring, MarkingAnswers answers) {
        this.db = db;
        this.judging = judging;
        this.taking = taking;
        this.declaring = declaring;
        this.answers = answers;
    }

    /// One judgement.
    ///
    /// @param judgement `priority`, `not_priority` or `not_judged`
    /// @param was what the judge saw before; null where it does not matter
    record JudgementBody(String judgement, @Nullable String was) {}

    @Operation(operationId = "putJudgement", summary = "Judge one family of a list; a draft until declared")
    @AllowedTo(health = {Role.PROFESSIONAL, Role.SERVICE_LEAD})
    @PutMapping("/api/v1/lists/{list}/judgements/{family}")
    ResponseEntity<String> judge(
            SignedIn who, @PathVariable UUID list, @PathVariable UUID family, @RequestBody JudgementBody body) {
        var judgement = judgement(body.judgement())
                .orElseThrow(() ->
                        new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Write priority, not_priority or not_judged."));
        return answers.answer(
                who,
                list,
                String.valueOf(body).getBytes(StandardCharsets.UTF_8),
                () -> MarkingAnswers.said(judging.judge(
                        who, list, family, judgement, judgement(body.was()).orElse(null))));
    }

    private static Optional<Judgement> judgement(@Nullable String written) {
        for (var each : Judgement.values()) {
            if (each.written().equals(written)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    @Operation(
            operationId = "uploadMarks",
            summary = "Send marks.csv; declare=true declares in the same call, replace=true replaces what is held,"
                    + " and only what has the receipt given as held")
    @AllowedTo(health = {Role.PROFESSIONAL, Role.SERVICE_LEAD})
    @PostMapping(
            path = "/api/v1/marks",
            consumes = {"text/csv", "application/octet-stream"})
    ResponseEntity<String> upload(
            SignedIn who,
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(defaultValue = "false") boolean declare,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam(required = false) @Nullable String held) {
        var sent = Objects.requireNonNullElse(file, new byte[0]);
        if (declare && !who.has(Role.PROFESSIONAL)) {
            throw new Problem(HttpStatus.FORBIDDEN, "Only a professional declares; the file was not taken.");
        }
        var marks = marks(sent);
        var list = TakeMarks.id(marks.marks().list().value()).orElseThrow(NotFound::new);
        return answers.answer(
                who,
                list,
                sent,
                () -> db.act(who.unitId(), () -> {
                    var taken = MarkingAnswers.said(
                            taking.take(who, marks, new TakeMarks.Replacing(replace, held, declare)));
                    return declare ? MarkingAnswers.said(declaring.declare(who, list, null)) : taken;
                }));
    }

    private static NumberedMarks marks(byte[] file) {
        return switch (MarksFile.readNumbered(Source.of("marks.csv", () -> new ByteArrayInputStream(file)))) {
            case Reading.Accepted(var marks, var _) -> marks;
            case Reading.Refused(var mistakes) ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Nothing of this file was taken.",
                        MarksMistakes.said(mistakes));
        };
    }

    /// What is declared.
    ///
    /// @param receipt of what the professional saw: nothing is declared where something else is held; null where
    ///     they do not say
    record DeclarationBody(@Nullable String receipt) {}

    @Operation(operationId = "declareJudgement", summary = "Declare the judgements of a list; the rest is not judged")
    @AllowedTo(health = Role.PROFESSIONAL)
    @PostMapping("/api/v1/lists/{list}/declaration")
    ResponseEntity<String> declare(
            SignedIn who, @PathVariable UUID list, @RequestBody(required = false) @Nullable DeclarationBody body) {
        var shown = body == null ? null : body.receipt();
        return answers.answer(
                who,
                list,
                Objects.requireNonNullElse(shown, "").getBytes(StandardCharsets.UTF_8),
                () -> MarkingAnswers.said(declaring.declare(who, list, shown)));
    }

    @Operation(operationId = "withdrawDeclaration", summary = "Withdraw a declaration, until closing")
    @AllowedTo(health = Role.PROFESSIONAL)
    @DeleteMapping("/api/v1/lists/{list}/declaration")
    ResponseEntity<String> withdraw(SignedIn who, @PathVariable UUID list) {
        return answers.answer(who, list, new byte[0], () -> MarkingAnswers.said(declaring.withdraw(who, list)));
    }
}
