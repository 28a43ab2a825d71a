package org.kinmark.hub.round;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.DispatchSide;
import org.kinmark.hub.familylist.KnownMember;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.kinmark.hub.staff.Unit;
import org.kinmark.rules.Decision;
import org.kinmark.rules.Purpose;
import org.kinmark.rules.boundary.Check;
import org.kinmark.rules.boundary.KeptOff;
import org.kinmark.rules.boundary.Question;
import org.kinmark.rules.boundary.Selection;
import org.kinmark.rules.boundary.Service;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A coordinator opens a round: every list goes out in one transaction, with the map by which the release alone can
/// follow it back.
///
/// References are drawn fresh for each service, so that they join nothing.
@Component
class OpenRound {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int ALL_CRITERIA = 5;

    private final DispatchSide db;
    private final ComposeRound composing;
    private final Rounds rounds;
    private final Questions questions;
    private final RoundKeys keys;
    private final Audit audit;
    private final InstantSource clock;
    private final JsonMapper json;

    OpenRound(
            DispatchSide db,
            ComposeRound composing,
            Rounds rounds,
            Questions questions,
            RoundKeys keys,
            Audit audit,
            InstantSource clock,
            JsonMapper json) {
        this.db = db;
        this.composing = composing;
        this.rounds = rounds;
        this.questions = questions;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// What came of it.
    sealed interface Outcome {

        /// Lists have gone out.
        record Opened(Round round, int families) implements Outcome {}

        /// Nothing has.
        record Refused(List<String> reasons) implements Outcome {}

        /// The team has signed no such agreement.
        record NoAgreement() implements Outcome {}
    }

    /// What is wrong with the dates and the number of criteria; none where nothing is.
    static List<String> mistakes(NewRound round, Instant now) {
        var mistakes = new ArrayList<String>();
        if (round.criteria() < 1 || round.criteria() > ALL_CRITERIA) {
            mistakes.add("criteria: give 1 to 5");
        }
        var dates = dated(round, now);
        if (!now.isBefore(Objects.requireNonNull(dates.closesAt()))) {
            mistakes.add("closes_at: give a moment that is still to come");
        }
        if (!dates.closesAt().isBefore(Objects.requireNonNull(dates.secondClosesAt()))) {
            mistakes.add("second_closes_at: give a moment after the first closing");
        }
        if (Objects.requireNonNull(dates.releasesAt()).isBefore(dates.secondClosesAt())) {
            mistakes.add("releases_at: give a moment that is not before the second closing");
        }
        if (dates.releasesAt().isAfter(now.plus(LONGEST))) {
            mistakes.add("releases_at: give a moment within a year");
        }
        return mistakes;
    }

    /// With the usual dates where none were given.
    static NewRound dated(NewRound round, Instant now) {
        var closes = round.closesAt() == null ? Moments.at(Moments.dayOf(now).plusWeeks(4), 17) : round.closesAt();
        var second = round.secondClosesAt() == null
                ? Moments.at(Moments.dayOf(closes).plusWeeks(2), 17)
                : round.secondClosesAt();
        var releases =
                round.releasesAt() == null ? Moments.at(Moments.dayOf(second).plusDays(1), 9) : round.releasesAt();
        return new NewRound(round.agreement(), round.criteria(), closes, second, releases);
    }

    /// Opens it.
    Outcome open(SignedIn who, NewRound wanted) {
        return db.act(who.unitId(), () -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                    .param("unit", who.unitId().toString())
                    .query((row, _) -> true)
                    .single();
            var now = clock.instant();
            var mistakes = mistakes(wanted, now);
            if (!mistakes.isEmpty()) {
                return new Outcome.Refused(mistakes);
            }
            var composed = composing.compose(db, who.unit(), wanted, now).orElse(null);
            if (composed == null) {
                return new Outcome.NoAgreement();
            }
            return composed.refusals().isEmpty()
                    ? send(who, dated(wanted, now), composed, now)
                    : new Outcome.Refused(composed.refusals());
        });
    }

    private Outcome send(SignedIn who, NewRound wanted, ComposeRound.Composed composed, Instant now) {
        var releases = Objects.requireNonNull(wanted.releasesAt());
        var round = new Round(
                who.unitId(),
                db.newId(),
                composed.agreement().id(),
                composed.agreement().version(),
                wanted.criteria(),
                composed.asOf(),
                now,
                Objects.requireNonNull(wanted.closesAt()),
                Objects.requireNonNull(wanted.secondClosesAt()),
                releases,
                releases.atZone(Moments.ZONE)
                        .plusMonths(composed.agreement().terms().retentionMonths())
                        .toInstant(),
                Round.State.OPEN);
        keys.create(round.id());
        rounds.add(db, round);
        var sending = new Sending(round, composed);
        composed.byKey().values().forEach(sending::family);
        sending.save();
        var by = who.actor(Role.COORDINATOR);
        var version = composed.agreement().named();
        var entries = new ArrayList<Entry>();
        entries.add(Entry.of(Act.ROUND_OPENED, round.id()).under(version));
        entries.addAll(sending.entries);
        audit.record(db, by, entries);
        return new Outcome.Opened(round, sending.asked.size());
    }

    /// Everything that a round writes.
    private final class Sending {

        private final Round round;
        private final ComposeRound.Composed composed;
        private final List<Map<String, Object>> asked = new ArrayList<>();
        private final List<Map<String, Object>> notAsked = new ArrayList<>();
        private final List<Map<String, Object>> listing = new ArrayList<>();
        private final List<Map<String, Object>> listed = new ArrayList<>();
        private final List<Map<String, Object>> map = new ArrayList<>();
        private final Map<Unit, UUID> lists = new LinkedHashMap<>();
        private final Map<Unit, Integer> lengths = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();

        Sending(Round round, ComposeRound.Composed composed) {
            this.round = round;
            this.composed = composed;
        }

        void family(ComposeRound.Candidate candidate) {
            var decision = Objects.requireNonNull(composed.decisions().get(candidate.key()));
            switch (composed.selection().families().get(candidate.key())) {
                case Selection.Outcome.Asked(var question, var waived)
                when decision instanceof Decision.Share -> ask(candidate, decision, question, waived);
                case Selection.Outcome.NotAsked(var why) -> keepOff(candidate, decision, why);
                case Selection.Outcome.Asked _ -> throw new IllegalStateException("a list that the rules withhold");
                case null -> throw new IllegalStateException("a family that nobody decided about");
            }
        }

        /// With what the rules said too, whichever it was.
        private void keepOff(ComposeRound.Candidate candidate, Decision decision, List<KeptOff> why) {
            var row = row(candidate);
            row.put(
                    "reasons",
                    json.writeValueAsString(why.stream().map(Words::of).toList()));
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

        private Map<String, Object> row(ComposeRound.Candidate candidate) {
            var row = new HashMap<String, Object>();
            row.put("unit", round.team());
            row.put("round", round.id());
            row.put("family", candidate.id());
            row.put("position", candidate.members().getFirst().position());
            return row;
        }

        private void ask(
                ComposeRound.Candidate candidate, Decision decision, Question question, java.util.Set<Check> waived) {
            var row = row(candidate);
            row.put("criteria", candidate.criteria().size());
            row.put("explanations", questions.written(question.explanations(), composed.people()));
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
        private void list(ComposeRound.Candidate candidate, Decision decision, Service service, Unit unit) {
            var known = candidate.members().stream()
                    .filter(member -> composed.isListed(service, member))
                    .toList();
            if (known.isEmpty()) {
                return;
            }
            var list = lists.computeIfAbsent(unit, _ -> db.newId());
            var familyRef = db.newId();
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
            row.put("person_ref", db.newId());
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

        void save() {
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
}
