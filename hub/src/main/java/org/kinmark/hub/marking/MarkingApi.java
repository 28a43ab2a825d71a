package org.kinmark.hub.marking;

import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Judgement;
import org.kinmark.exchange.Marks;
import org.kinmark.exchange.MarksFile;
import org.kinmark.exchange.Mistake;
import org.kinmark.exchange.Reading;
import org.kinmark.exchange.Source;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Step 3 by API, for the services.
@RestController
class MarkingApi {

    private static final int MOST = 20;

    private final HealthSide db;
    private final Lists lists;
    private final JudgeList judging;
    private final Pack pack;
    private final RoundKeys keys;
    private final ApiAnswers answers;

    MarkingApi(HealthSide db, Lists lists, JudgeList judging, Pack pack, RoundKeys keys, ApiAnswers answers) {
        this.db = db;
        this.lists = lists;
        this.judging = judging;
        this.pack = pack;
        this.keys = keys;
        this.answers = answers;
    }

    /// A list as the API gives it.
    ///
    /// @param closesAt as things stand
    record ListAnswer(
            UUID list,
            UUID agreement,
            int version,
            String team,
            String state,
            Instant closesAt,
            int families,
            boolean declared) {

        static ListAnswer of(MyList list) {
            return new ListAnswer(
                    list.ref(),
                    list.round().agreement(),
                    list.round().version(),
                    list.teamName(),
                    list.round().state().written(),
                    list.round().closing(),
                    list.families(),
                    list.isDeclared());
        }
    }

    @Operation(operationId = "listMyLists", summary = "This service's lists, newest first")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping("/api/v1/lists")
    List<ListAnswer> all(SignedIn who) {
        return db.act(
                who.unitId(),
                () -> lists.all(who.unitId()).stream().map(ListAnswer::of).toList());
    }

    @Operation(operationId = "downloadList", summary = "The list as list.csv, until its closing")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping(path = "/api/v1/lists/{list}/list.csv", produces = "text/csv")
    ResponseEntity<byte[]> list(SignedIn who, @PathVariable UUID list) {
        return pack.list(who, list).orElseThrow(MarkingApi::closed);
    }

    @Operation(operationId = "downloadAgreement", summary = "What is asked, as agreement.json")
    @AllowedTo(health = {Role.SERVICE_LEAD, Role.PROFESSIONAL})
    @GetMapping(path = "/api/v1/lists/{list}/agreement.json", produces = "application/json")
    ResponseEntity<byte[]> agreement(SignedIn who, @PathVariable UUID list) {
        return pack.agreement(who, list);
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
        return answer(
                who,
                list,
                String.valueOf(body).getBytes(StandardCharsets.UTF_8),
                () -> said(judging.judge(
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
        var list = JudgeList.id(marks.list().value()).orElseThrow(NotFound::new);
        return answer(
                who,
                list,
                sent,
                () -> db.act(who.unitId(), () -> {
                    var taken = said(judging.upload(who, marks, new JudgeList.Replacing(replace, held, declare)));
                    return declare ? said(judging.declare(who, list, null)) : taken;
                }));
    }

    private static Marks marks(byte[] file) {
        return switch (MarksFile.read(Source.of("marks.csv", () -> new ByteArrayInputStream(file)))) {
            case Reading.Accepted(var marks, var _) -> marks;
            case Reading.Refused(var mistakes) ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Nothing of this file was taken.",
                        mistakes.stream().limit(MOST).map(Mistake::sentence).toList());
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
        return answer(
                who,
                list,
                Objects.requireNonNullElse(shown, "").getBytes(StandardCharsets.UTF_8),
                () -> said(judging.declare(who, list, shown)));
    }

    @Operation(operationId = "withdrawDeclaration", summary = "Withdraw a declaration, until closing")
    @AllowedTo(health = Role.PROFESSIONAL)
    @DeleteMapping("/api/v1/lists/{list}/declaration")
    ResponseEntity<String> withdraw(SignedIn who, @PathVariable UUID list) {
        return answer(who, list, new byte[0], () -> said(judging.withdraw(who, list)));
    }

    /// What was sent is kept as a digest under the round's key, and not at all where the key is gone.
    private ResponseEntity<String> answer(
            SignedIn who, UUID list, byte[] body, java.util.function.Supplier<Map<String, Object>> act) {
        var found = db.act(who.unitId(), () -> lists.find(who.unitId(), list)).orElseThrow(NotFound::new);
        var seal = keys.of(found.round().id()).orElseThrow(MarkingApi::closed);
        var where = ApiAnswers.where().getBytes(StandardCharsets.UTF_8);
        var sent = new byte[where.length + 1 + body.length];
        System.arraycopy(where, 0, sent, 0, where.length);
        System.arraycopy(body, 0, sent, where.length + 1, body.length);
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, seal.digest(sent), act);
    }

    private static Problem closed() {
        return new Problem(HttpStatus.CONFLICT, "This list is closed.");
    }

    private static Map<String, Object> said(JudgeList.Outcome outcome) {
        return switch (outcome) {
            case JudgeList.Outcome.Done(var list, var receipt) -> {
                var said = new LinkedHashMap<String, Object>();
                said.put("list", list.ref());
                said.put("receipt", receipt);
                yield said;
            }
            case JudgeList.Outcome.Unregistered() ->
                throw new Problem(
                        HttpStatus.FORBIDDEN, "Your registration number is not recorded; ask your administrator.");
            case JudgeList.Outcome.Closed() -> throw closed();
            case JudgeList.Outcome.Declared() ->
                throw new Problem(HttpStatus.CONFLICT, "This list is declared. Withdraw the declaration first.");
            case JudgeList.Outcome.NotAsShown() ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "Other judgements are held than those of this receipt. Nothing was declared; look at them again.");
            case JudgeList.Outcome.NothingToUndo() ->
                throw new Problem(HttpStatus.CONFLICT, "There is no change of yours to take back.");
            case JudgeList.Outcome.Meanwhile(var now) ->
                throw new Problem(
                        HttpStatus.CONFLICT, "A colleague judged this family meanwhile: " + now.written() + ".");
            case JudgeList.Outcome.Overtaken(int families) ->
                throw new Problem(HttpStatus.CONFLICT, families + " families were judged by a colleague meanwhile.");
            case JudgeList.Outcome.Differs(int families) ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "Other judgements are held: " + families
                                + " families differ. Send the file again with replace=true to replace them.");
            case JudgeList.Outcome.Refused(var mistakes) ->
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing of this file was taken.", mistakes);
        };
    }
}
