package org.kinmark.hub.familylist;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.exchange.Mistake;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.once.Once;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.relation.OwnFamilies;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Step 2 by API: `families.csv` as the body.
@RestController
class FamilyApi {

    private static final int MOST = 20;

    private final TeamSide db;
    private final ImportFamilies importing;
    private final Audit audit;
    private final ApiAnswers answers;
    private final OwnFamilies ownFamilies;

    FamilyApi(TeamSide db, ImportFamilies importing, Audit audit, ApiAnswers answers, OwnFamilies ownFamilies) {
        this.db = db;
        this.importing = importing;
        this.audit = audit;
        this.answers = answers;
        this.ownFamilies = ownFamilies;
    }

    @Operation(
            operationId = "importFamilies",
            summary = "Import families.csv, whole or not at all; gone=confirmed sets those not in it to left")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping(
            path = "/api/v1/families",
            consumes = {"text/csv", "application/octet-stream"})
    ResponseEntity<String> importFamilies(
            SignedIn who,
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(defaultValue = "") String gone) {
        var sent = Objects.requireNonNullElse(file, new byte[0]);
        try {
            return answers.answer(
                    db,
                    who.unitId(),
                    who.person(),
                    HttpStatus.OK,
                    Once.digest(ApiAnswers.where(), sent),
                    () -> said(
                            importing.run(who.actor(Role.COORDINATOR), sent, gone.equals("confirmed"), _ -> {}),
                            db.act(who.unitId(), () -> ownFamilies.references(db, who.unitId()))));
        } catch (NamesWhoIsGone refusal) {
            db.run(
                    who.unitId(),
                    () -> audit.record(db, who.actor(Role.COORDINATOR), Entry.of(Act.FAMILIES_SHOWN, null)));
            throw refusal.problem;
        }
    }

    /// A refusal that shows families, which is recorded once the import is taken back.
    private static final class NamesWhoIsGone extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Problem problem;

        NamesWhoIsGone(Problem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }

    /// @param own references of families that are whoever asks's own, of which nothing is said
    private static Map<String, Object> said(ImportFamilies.Outcome outcome, Set<String> own) {
        return switch (outcome) {
            case ImportFamilies.Outcome.Imported done -> {
                var said = new LinkedHashMap<String, Object>();
                said.put("families", done.families());
                said.put("people", done.people());
                said.put("added", done.added());
                said.put("left", done.left());
                said.put("double_entries", done.doubles());
                said.put("warnings", done.warnings());
                said.put("expected_strangers", done.strangers());
                yield said;
            }
            case ImportFamilies.Outcome.Refused(var mistakes) -> {
                var said = new java.util.ArrayList<>(
                        mistakes.stream().limit(MOST).map(Mistake::sentence).toList());
                if (mistakes.size() > MOST) {
                    said.add("and " + (mistakes.size() - MOST) + " more");
                }
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "Nothing of this file was imported.", said);
            }
            case ImportFamilies.Outcome.ToConfirm _ -> {
                var report = ImportReport.of(outcome).without(own);
                throw new NamesWhoIsGone(new Problem(
                        HttpStatus.CONFLICT,
                        "Nothing was imported yet: " + report.peopleGone() + " people, and "
                                + report.familiesGone().size()
                                + " whole families, are not in this file. Send it again with gone=confirmed to set"
                                + " them to left.",
                        report.gone().stream()
                                .map(one -> gone(one, report.familiesGone().contains(one.family())))
                                .toList()));
            }
        };
    }

    private static String gone(ImportReport.GoneOfFamily one, boolean whole) {
        return "family " + one.family() + (whole ? ", the whole family: " : ": ")
                + one.people().stream()
                        .map(person -> one.replaced().contains(person) ? person + " (now somebody else)" : person)
                        .collect(Collectors.joining(", "));
    }
}
