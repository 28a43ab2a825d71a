package org.kinmark.hub.round;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.mail.Letter;
import org.kinmark.hub.mail.WriteLetter;
import org.kinmark.hub.staff.Unit;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.boundary.Check;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;
import org.kinmark.rules.boundary.Service;
import tools.jackson.databind.json.JsonMapper;

/// Everything that a round writes: whom it asks about and whom not, each service's list, and the map by which the
/// release alone can follow it back.
///
/// References are drawn fresh for each service, so that they join nothing.
final class RoundRows {

    private final Questions questions;
    private final JsonMapper json;
    private final Round round;
    private final Composed composed;
    private final Supplier<UUID> newId;
    private final List<Map<String, Object>> asked = new ArrayList<>();
    private final List<Map<String, Object>> notAsked = new ArrayList<>();
    private final List<Map<String, Object>> listing = new ArrayList<>();
    private final List<Map<String, Object>> listed = new ArrayList<>();
    private final List<Map<String, Object>> map = new ArrayList<>();
    private final Map<Unit, UUID> lists = new LinkedHashMap<>();
    private final Map<Unit, Integer> lengths = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    RoundRows(Questions questions, JsonMapper json, Round round, Composed composed, Supplier<UUID> newId) {
        this.questions = questions;
        this.json = json;
        this.round = round;
        this.composed = composed;
        this.newId = newId;
        composed.byKey().values().forEach(this::family);
    }

    /// How many families are asked about.
    int families() {
        return asked.size();
    }

    /// What is recorded of each family.
    List<Entry> entries() {
        return entries;
    }

    private void family(Composed.Candidate candidate) {
        candidate.members().forEach(this::leaveOff);
        var decision = Objects.requireNonNull(composed.decisions().get(candidate.key()));
        switch (composed.selection().families().get(candidate.key())) {
            case Selection.Outcome.Asked(var question, var waived)
            when decision instanceof Decision.Share -> ask(candidate, decision, question, waived);
            case Selection.Outcome.NotAsked(var why) -> keepOff(candidate, decision, why);
            case Selection.Outcome.Asked _ -> throw new IllegalStateException("a list that the rules withhold");
            case null -> throw new IllegalStateException("a family that nobody decided about");
        }
    }

    /// Somebody who objected to the team.
    private void leaveOff(KnownMember member) {
        var decision = ListedMembers.withheld(member);
        if (decision != null) {
            entries.add(new Entry(
                    Act.LEFT_OFF,
                    member.person().toString(),
                    Purpose.IDENTIFICATION,
                    decision,
                    composed.agreement().named()));
        }
    }

    /// With what the rules said too, whichever it was.
    private void keepOff(Composed.Candidate candidate, Decision decision, List<KeptOff> why) {
        var row = row(candidate);
        row.put("reasons", json.writeValueAsString(why.stream().map(Words::of).toList()));
        row.put("checks", array(why.stream().map(KeptOff::check)));
        row.put("decision", written(decision));
        row.put("decision_row", decision.row().name());
        row.put("decision_rule", decision.rule().number());
        notAsked.add(row);
        entries.add(new Entry(
                Act.FAMILY_NOT_ASKED,
                candidate.id().toString(),
                Purpose.IDENTIFICATION,
                decision,
                composed.agreement().named()));
    }

    private static String written(Decision decision) {
        return switch (decision) {
            case Decision.Share _ -> "share";
            case Decision.Withhold _ -> "withhold";
            case Decision.Refer _ -> "refer";
        };
    }

    private static String array(Stream<Check> checks) {
        return checks.distinct().map(Check::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private Map<String, Object> row(Composed.Candidate candidate) {
        var row = new HashMap<String, Object>();
        row.put("unit", round.team());
        row.put("round", round.id());
        row.put("family", candidate.id());
        row.put("position", candidate.members().getFirst().position());
        return row;
    }

    private void ask(Composed.Candidate candidate, Decision decision, Question question, Set<Check> waived) {
        var row = row(candidate);
        row.put("criteria", candidate.criteria().size());
        row.put(
                "explanations",
                questions.written(question.explanations(), composed.members().people()));
        row.put("waived", array(waived.stream()));
        asked.add(row);
        entries.add(new Entry(
                Act.FAMILY_LISTED,
                candidate.id().toString(),
                Purpose.IDENTIFICATION,
                decision,
                composed.agreement().named()));
        composed.services().forEach((service, unit) -> list(candidate, decision, service, unit));
    }

    /// The same people as in the question, this time with who they are.
    private void list(Composed.Candidate candidate, Decision decision, Service service, Unit unit) {
        var known = candidate.members().stream()
                .filter(member -> composed.isListed(service, member))
                .toList();
        if (known.isEmpty()) {
            return;
        }
        var list = lists.computeIfAbsent(unit, _ -> newId.get());
        var familyRef = newId.get();
        map.add(Map.of(
                "unit", unit.id(),
                "list_ref", list,
                "family_ref", familyRef,
                "team", round.team(),
                "round", round.id(),
                "family", candidate.id()));
        known.forEach(member -> {
            listed.add(person(unit, list, familyRef, member));
            listing.add(Map.of(
                    "unit", round.team(),
                    "round", round.id(),
                    "family", candidate.id(),
                    "person_id", member.personId(),
                    "service", unit.id(),
                    "decision", written(decision),
                    "decision_row", decision.row().name(),
                    "decision_rule", decision.rule().number()));
        });
    }

    @SuppressWarnings("NullAway") // a column without a value is there all the same: a batch has one statement
    private Map<String, Object> person(Unit unit, UUID list, UUID familyRef, KnownMember member) {
        var row = new HashMap<String, Object>();
        row.put("unit", unit.id());
        row.put("list_ref", list);
        row.put("position", lengths.merge(unit, 1, Integer::sum));
        row.put("family_ref", familyRef);
        row.put("person_ref", newId.get());
        row.put("nhs_number", member.nhsNumber());
        row.put("given_name", member.givenName());
        row.put("family_name", member.familyName());
        row.put("birth_date", orNull(member));
        row.put("sex", member.sex());
        row.put("postcode", composed.postcode(member));
        return row;
    }

    private static @Nullable Date orNull(KnownMember member) {
        return member.birthDate() == null ? null : Date.valueOf(member.birthDate());
    }

    /// Writes it.
    void save(Side db) {
        questions.addAsked(db, asked);
        questions.addNotAsked(db, notAsked);
        questions.addListing(db, listing);
        db.batch(
                """
                insert into health.list (unit, list_ref, team, round, agreement, version, sent_at)
                values (:unit, :list_ref, :team, :round, :agreement, :version, :now)
                """,
                lists.entrySet().stream()
                        .map(one -> Map.<String, Object>of(
                                "unit", one.getKey().id(),
                                "list_ref", one.getValue(),
                                "team", round.team(),
                                "round", round.id(),
                                "agreement", round.agreement(),
                                "version", round.version(),
                                "now", Timestamp.from(round.openedAt())))
                        .toList());
        lists.forEach((unit, list) -> WriteLetter.to(db, unit.id(), Letter.LIST_WAITS, list, round.openedAt()));
        db.batch("""
                insert into health.listed (unit, list_ref, position, family_ref, person_ref, nhs_number, given_name,
                                           family_name, birth_date, sex, postcode)
                values (:unit, :list_ref, :position, :family_ref, :person_ref, :nhs_number, :given_name,
                        :family_name, :birth_date, :sex, :postcode)
                """, listed);
        db.batch("""
                insert into release.map (unit, list_ref, family_ref, team, round, family)
                values (:unit, :list_ref, :family_ref, :team, :round, :family)
                """, map);
    }
}
