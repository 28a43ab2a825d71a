package org.kinmark.hub.familylist;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.TeamSide;
import org.kinmark.hub.once.ApiAnswers;
import org.kinmark.hub.page.Problem;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What is put right about a family between two imports, by API and by the team's own references.
@RestController
class TendFamilyApi {

    private static final int LONGEST = 200;

    private final TeamSide db;
    private final FamilyRows rows;
    private final DoubleRows entries;
    private final TendFamily tend;
    private final Audit audit;
    private final ApiAnswers answers;

    TendFamilyApi(TeamSide db, FamilyRows rows, DoubleRows entries, TendFamily tend, Audit audit, ApiAnswers answers) {
        this.db = db;
        this.rows = rows;
        this.entries = entries;
        this.tend = tend;
        this.audit = audit;
        this.answers = answers;
    }

    /// Entries of one family that are probably one person.
    record DoubleEntry(String family, List<String> people) {}

    @Operation(operationId = "listDoubleEntries", summary = "Entries of a family that are probably one person")
    @AllowedTo(team = Role.COORDINATOR)
    @GetMapping("/api/v1/double-entries")
    List<DoubleEntry> doubles(SignedIn who) {
        return db.act(who.unitId(), () -> {
            audit.record(db, who.actor(Role.COORDINATOR), Entry.of(Act.FAMILIES_SHOWN, null));
            return entries.withDoubles(db, who.unitId()).stream()
                    .flatMap(family -> rows.ofFamily(db, who.unitId(), family).stream()
                            .collect(Collectors.groupingBy(KnownMember::person))
                            .values()
                            .stream())
                    .filter(entries -> entries.size() > 1)
                    .map(entries -> new DoubleEntry(
                            entries.getFirst().reference(),
                            entries.stream().map(KnownMember::personId).sorted().toList()))
                    .toList();
        });
    }

    /// Two entries of one person in one family.
    record Merge(
            @Nullable String family,
            @Nullable String person,
            @Nullable String into) {}

    @Operation(operationId = "mergeEntries", summary = "Merge an entry into another of the same person in a family")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/double-entries/merges")
    ResponseEntity<String> merge(SignedIn who, @RequestBody Merge said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> {
            var person = Objects.requireNonNullElse(said.person(), "");
            var into = Objects.requireNonNullElse(said.into(), "");
            if (!tend.merge(who, family(who, said.family()), person, into)) {
                throw refused("Send two entries of one person in a family.");
            }
            return Map.of("person", person, "into", into);
        });
    }

    /// Another organisation that knows a member who came later.
    ///
    /// @param on the day on which it said so
    record SecondSource(
            @Nullable String family,
            @Nullable String person,
            @Nullable String organisation,
            @Nullable LocalDate on) {}

    @Operation(
            operationId = "recordSecondSource",
            summary = "Record which other organisation knows a member who came later, and since when")
    @AllowedTo(team = Role.COORDINATOR)
    @PostMapping("/api/v1/second-sources")
    ResponseEntity<String> secondSource(SignedIn who, @RequestBody SecondSource said) {
        return answers.answer(db, who.unitId(), who.person(), HttpStatus.OK, said, () -> {
            var person = Objects.requireNonNullElse(said.person(), "");
            var organisation = Objects.requireNonNullElse(said.organisation(), "");
            var on = said.on();
            if (organisation.isBlank() || organisation.length() > LONGEST || on == null || on.isAfter(tend.today())) {
                throw refused("Send the organisation’s name and a day that is not in the future.");
            }
            if (!tend.recordSecondSource(who, family(who, said.family()), person, organisation, on)) {
                throw refused("Send the reference of a member of the family.");
            }
            return Map.of("person", person, "on", on.toString());
        });
    }

    private UUID family(SignedIn who, @Nullable String reference) {
        return db.act(
                        who.unitId(),
                        () -> rows.withReference(db, who.unitId(), Objects.requireNonNullElse(reference, "")))
                .orElseThrow(() -> refused("Send the reference of one of the team’s families."));
    }

    private static Problem refused(String why) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
}
