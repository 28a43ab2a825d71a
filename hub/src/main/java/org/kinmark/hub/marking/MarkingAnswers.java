package org.kinmark.hub.marking;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers what is done to a list by API. What was sent is kept as a digest under the key of the list's round, and not
/// at all where that key is gone.
@Component
class MarkingAnswers {

    private final HealthSide db;
    private final Lists lists;
    private final RoundKeys keys;
    private final ApiAnswers answers;

    MarkingAnswers(HealthSide db, Lists lists, RoundKeys keys, ApiAnswers answers) {
        this.db = db;
        this.lists = lists;
        this.keys = keys;
        this.answers = answers;
    }

    /// Does an act on a list, or answers what was answered to the same key before.
    ResponseEntity<String> answer(
            SignedIn who, UUID list, byte[] body, java.util.function.Supplier<Map<String, Object>> act) {
        var found = db.act(who.unitId(), () -> lists.find(who.unitId(), list)).orElseThrow(NotFound::new);
        var seal = keys.of(found.round().id()).orElseThrow(MarkingAnswers::closed);
        var where = ApiAnswers.where().getBytes(StandardCharsets.UTF_8);
        var sent = new byte[where.length + 1 + body.length];
        System.arraycopy(where, 0, sent, 0, where.length);
        System.arraycopy(body, 0, sent, where.length + 1, body.length);
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, seal.digest(sent), act);
    }

    static Problem closed() {
        return new Problem(HttpStatus.CONFLICT, "This list is closed.");
    }

    /// What came of it, as the API says it.
    static Map<String, Object> said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var list, var receipt) -> {
                var said = new LinkedHashMap<String, Object>();
                said.put("list", list.ref());
                said.put("receipt", receipt);
                yield said;
            }
            case Outcome.Unregistered() ->
                throw new Problem(
                        HttpStatus.FORBIDDEN, "Your registration number is not recorded; ask your administrator.");
            case Outcome.Closed() -> throw closed();
            case Outcome.Withheld no -> throw new Problem(HttpStatus.CONFLICT, Words.of(no));
            case Outcome.Declared() ->
                throw new Problem(HttpStatus.CONFLICT, "This list is declared. Withdraw the declaration first.");
            case Outcome.NotAsShown() ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "Other judgements are held than those of this receipt. Nothing was declared; look at them again.");
            case Outcome.NothingToUndo() ->
                throw new Problem(HttpStatus.CONFLICT, "There is no change of yours to take back.");
            case Outcome.Meanwhile(var now) ->
                throw new Problem(
                        HttpStatus.CONFLICT, "A colleague judged this family meanwhile: " + now.written() + ".");
            case Outcome.Overtaken(int families) ->
                throw new Problem(HttpStatus.CONFLICT, families + " families were judged by a colleague meanwhile.");
            case Outcome.SentAgain() ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "Somebody on this list objected, so it was sent again without them. Download it again to judge"
                                + " their family.");
            case Outcome.Differs(int families) ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "Other judgements are held: " + families
                                + " families differ. Send the file again with replace=true to replace them.");
            case Outcome.Refused(var mistakes) ->
                throw new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "Nothing of this file was taken.",
                        MarksMistakes.said(mistakes));
        };
    }
}
