package org.kinmark.hub.round;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kinmark.hub.audit.Act;
import org.kinmark.hub.audit.Audit;
import org.kinmark.hub.audit.Entry;
import org.kinmark.hub.database.DispatchSide;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.sealing.RoundKeys;
import org.kinmark.hub.staff.Role;
import org.kinmark.hub.staff.SignedIn;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A coordinator opens a round: every list goes out in one transaction, with the map by which the release alone can
/// follow it back.
@Component
class OpenRound {

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

    /// Opens it.
    Outcome open(SignedIn who, NewRound wanted) {
        return db.act(who.unitId(), () -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended(:unit, 0))")
                    .param("unit", who.unitId().toString())
                    .query((row, _) -> true)
                    .single();
            var now = clock.instant();
            var mistakes = RoundDates.mistakes(wanted, now);
            if (!mistakes.isEmpty()) {
                return new Outcome.Refused(mistakes);
            }
            var composed = composing.compose(db, who.unit(), wanted, now).orElse(null);
            if (composed == null) {
                return new Outcome.NoAgreement();
            }
            return composed.refusals().isEmpty()
                    ? send(who, RoundDates.dated(wanted, now), composed, now)
                    : new Outcome.Refused(composed.refusals());
        });
    }

    private Outcome send(SignedIn who, NewRound wanted, Composed composed, Instant now) {
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
        var rows = new RoundRows(questions, json, round, composed, db::newId);
        rows.save(db);
        var entries = new ArrayList<Entry>();
        entries.add(Entry.of(Act.ROUND_OPENED, round.id())
                .under(composed.agreement().named()));
        entries.addAll(rows.entries());
        audit.record(db, who.actor(Role.COORDINATOR), entries);
        return new Outcome.Opened(round, rows.families());
    }
}
