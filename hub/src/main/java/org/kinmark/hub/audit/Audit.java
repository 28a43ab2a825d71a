package org.kinmark.hub.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kinmark.hub.database.Side;
import org.kinmark.rules.Decision;
import org.springframework.stereotype.Component;

/// Writes the audit in the caller's transaction, so that an act which cannot be recorded does not happen.
///
/// Entries are numbered within a unit from 1 without a gap. Those who write for one unit wait for each other.
@Component
public class Audit {

    private static final String NUMBERS = """
            insert into %s.audit_head as head (unit, number) values (:unit, :more)
            on conflict (unit) do update set number = head.number + :more
            returning number
            """;
    private static final String ENTRY = """
            insert into %s.audit (unit, number, at, actor, actor_name, role, act, object, purpose, decision,
                                  decision_row, agreement_version)
            values (:unit, :number, :at, :actor, :actor_name, :role, :act, :object, :purpose, :decision,
                    :decision_row, :agreement_version)
            """;
    private static final String SEARCH = """
            select number, at, actor_name, role, act, object, purpose, decision, decision_row, agreement_version
              from %s.audit
             where unit = :unit and number < :before
               and (cast(:from as timestamptz) is null or at >= :from)
               and (cast(:until as timestamptz) is null or at < :until)
               and (cast(:act as text) is null or act = :act)
               and (cast(:actor as uuid) is null or actor = :actor)
               and (not :hub or actor is null)
               and (cast(:object as text) is null or object = :object)
             order by number desc limit :most
            """;
    private static final String ACTORS = """
            select distinct on (actor) actor, actor_name from %s.audit
             where unit = :unit and actor is not null order by actor, number desc
            """;

    private final InstantSource clock;

    Audit(InstantSource clock) {
        this.clock = clock;
    }

    /// Records one thing that was done.
    public void record(Side side, Actor actor, Entry entry) {
        record(side, actor, List.of(entry));
    }

    /// Records what the hub itself did at an instant that was fixed before, whenever it came to do it.
    public void record(Side side, Actor actor, Entry entry, Instant at) {
        record(side, actor, List.of(entry), at);
    }

    /// Records several things that one act did, in their order.
    public void record(Side side, Actor actor, List<Entry> entries) {
        record(side, actor, entries, clock.instant());
    }

    private static void record(Side side, Actor actor, List<Entry> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        long last = side.sql(of(actor.ofTheTeam(), NUMBERS))
                .param("unit", actor.unit())
                .param("more", entries.size())
                .query(Long.class)
                .single();
        long first = last - entries.size() + 1;
        side.batch(
                of(actor.ofTheTeam(), ENTRY),
                IntStream.range(0, entries.size())
                        .mapToObj(i -> row(actor, entries.get(i), first + i, at))
                        .toList());
    }

    private static Map<String, Object> row(Actor actor, Entry entry, long number, Instant now) {
        var row = new HashMap<String, Object>();
        row.put("unit", actor.unit());
        row.put("number", number);
        row.put("at", Timestamp.from(now));
        row.put("actor_name", actor.name());
        row.put("act", entry.act().written());
        putOptional(row, actor, entry);
        return row;
    }

    /// Columns without a value are there all the same: a batch has one statement.
    @SuppressWarnings("NullAway")
    private static void putOptional(Map<String, Object> row, Actor actor, Entry entry) {
        row.put("actor", actor.person());
        row.put("role", actor.role());
        row.put("object", entry.object());
        row.put("purpose", entry.purpose() == null ? null : lower(entry.purpose()));
        row.put("decision", entry.decision() == null ? null : word(entry.decision()));
        row.put(
                "decision_row",
                entry.decision() == null ? null : entry.decision().row().name());
        row.put("agreement_version", entry.agreementVersion());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Share _ -> "share";
            case Decision.Withhold _ -> "withhold";
            case Decision.Refer _ -> "refer";
        };
    }

    /// The newest entries of a unit that are looked for, newest first.
    public List<Line> newest(Side side, boolean ofTheTeam, UUID unit, Wanted wanted, int most) {
        return side.sql(of(ofTheTeam, SEARCH))
                .param("unit", unit)
                .param("before", wanted.before())
                .param("from", wanted.from() == null ? null : Timestamp.from(wanted.from()))
                .param("until", wanted.until() == null ? null : Timestamp.from(wanted.until()))
                .param("act", wanted.act() == null ? null : wanted.act().written())
                .param("actor", wanted.actor())
                .param("hub", wanted.byTheHub())
                .param("object", wanted.object())
                .param("most", most)
                .query(Line::read)
                .list();
    }

    private static String of(boolean ofTheTeam, String statement) {
        return statement.formatted(ofTheTeam ? "team" : "health");
    }

    /// Everybody who acted for a unit, by name.
    public List<Known> actors(Side side, boolean ofTheTeam, UUID unit) {
        return side
                .sql(of(ofTheTeam, ACTORS))
                .param("unit", unit)
                .query((row, _) -> new Known(row.getObject("actor", UUID.class), row.getString("actor_name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Known::name).thenComparing(Known::key))
                .toList();
    }
}
