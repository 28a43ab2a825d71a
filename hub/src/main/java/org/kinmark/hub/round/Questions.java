package org.kinmark.hub.round;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.database.Side;
import org.kinmark.hub.page.Moments;
import org.kinmark.rules.boundary.Check;
import org.kinmark.rules.boundary.Earlier;
import org.kinmark.rules.boundary.Explanation;
import org.kinmark.rules.boundary.ServiceKind;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was asked: `team.asked`, `team.not_asked`, `team.listing`, and the waivers of checks.
@Repository
public class Questions {

    private final JsonMapper json;

    Questions(JsonMapper json) {
        this.json = json;
    }

    /// Small numbers for ids, as the checks want them; the same id has the same number within one use.
    static final class Numbers {

        private final Map<UUID, Integer> byId = new HashMap<>();
        private final List<UUID> ids = new ArrayList<>();

        int of(UUID id) {
            return byId.computeIfAbsent(id, _ -> {
                ids.add(id);
                return ids.size() - 1;
            });
        }

        UUID id(int number) {
            return ids.get(number);
        }
    }

    /// The questions since a day, of rounds that were not void, without whoever objected to the team while the
    /// round was open: nothing of them was answered, and what is left is what was asked.
    ///
    /// @param today counts as the day on which a round that is still open is released
    /// @param same former keys of people with what they are now
    List<Earlier> earlier(
            Side side,
            UUID unit,
            LocalDate since,
            LocalDate today,
            Numbers families,
            Numbers people,
            Map<UUID, UUID> same) {
        return side.sql("""
                        select a.family, a.explanations::text as explanations, r.state, r.releases_at,
                               array(select distinct o.person from team.objection o
                                      where o.unit = a.unit and o.recorded_at >= r.opened_at
                                        and o.recorded_at < r.releases_at) as objected
                          from team.asked a
                          join shared.round r on r.unit = a.unit and r.id = a.round
                         where a.unit = :unit and r.state <> 'void'
                           and (r.state <> 'released' or r.releases_at >= :since)
                         order by r.opened_at, a.position
                        """)
                .param("unit", unit)
                .param("since", Timestamp.from(Moments.at(since, 0)))
                .query((row, _) -> new Earlier(
                        families.of(row.getObject("family", UUID.class)),
                        row.getString("state").equals("released")
                                ? Moments.dayOf(row.getTimestamp("releases_at").toInstant())
                                : today,
                        read(row.getString("explanations"), people, same, objected(row.getArray("objected")))))
                .list();
    }

    private static Set<UUID> objected(java.sql.Array people) throws java.sql.SQLException {
        return Set.of((UUID[]) people.getArray());
    }

    private Set<Explanation> read(String written, Numbers people, Map<UUID, UUID> same, Set<UUID> objected) {
        var explanations = new HashSet<Explanation>();
        for (JsonNode one : json.readTree(written)) {
            var key = UUID.fromString(one.get(0).asString());
            var person = same.getOrDefault(key, key);
            if (objected.contains(person)) {
                continue;
            }
            explanations.add(new Explanation(
                    people.of(person),
                    one.get(1).asString(),
                    ServiceKind.valueOf(one.get(2).asString()),
                    one.get(3).asBoolean(),
                    one.get(4).asBoolean()));
        }
        return explanations;
    }

    String written(Set<Explanation> explanations, Numbers people) {
        var all = json.createArrayNode();
        explanations.stream()
                .map(one -> json.createArrayNode()
                        .add(people.id(one.person()).toString())
                        .add(one.indicator())
                        .add(one.kind().name())
                        .add(one.fromTheCouncil())
                        .add(one.hides()))
                .forEach(all::add);
        return all.toString();
    }

    /// The checks that a Guardian has waived for families under this version of an agreement, and that have not
    /// expired.
    Map<UUID, Set<Check>> waivers(Side side, UUID unit, UUID agreement, int version, LocalDate today) {
        var waived = new HashMap<UUID, Set<Check>>();
        side.sql("""
                        select f.family, w.failed_check
                          from shared.waiver w
                          join team.waiver_family f on f.unit = w.unit and f.waiver = w.id
                         where w.unit = :unit and w.agreement = :agreement and w.version = :version and w.granted
                           and w.expires_on >= :today
                        """)
                .param("unit", unit)
                .param("agreement", agreement)
                .param("version", version)
                .param("today", today)
                .query((row, _) -> Map.entry(row.getObject("family", UUID.class), row.getString("failed_check")))
                .list()
                .forEach(one -> Waivers.check(one.getValue())
                        .ifPresent(check -> waived.computeIfAbsent(one.getKey(), _ -> new HashSet<>())
                                .add(check)));
        return waived;
    }

    void addAsked(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                insert into team.asked (unit, round, family, position, criteria, explanations, waived)
                values (:unit, :round, :family, :position, :criteria, :explanations::jsonb, :waived::text[])
                """, rows);
    }

    void addNotAsked(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                insert into team.not_asked (unit, round, family, position, reasons, checks, decision, decision_row,
                                            decision_rule)
                values (:unit, :round, :family, :position, :reasons::jsonb, :checks::text[], :decision, :decision_row,
                        :decision_rule)
                """, rows);
    }

    void addListing(Side side, List<Map<String, Object>> rows) {
        side.batch("""
                insert into team.listing (unit, round, family, person_id, service, decision, decision_row, decision_rule)
                values (:unit, :round, :family, :person_id, :service, :decision, :decision_row, :decision_rule)
                """, rows);
    }

    /// What a round did about one family.
    ///
    /// @param reference the team's own
    /// @param asked whether services were asked
    /// @param reasons where not: each in a sentence
    /// @param checks those that kept it off
    /// @param mark whether a health priority stands
    /// @param ended whether what was released of it is over: by its retention, or by the release of a later round
    public record Result(
            UUID family,
            String reference,
            boolean asked,
            List<String> reasons,
            List<Check> checks,
            boolean mark,
            boolean ended) {

        /// What could be done about a family that was kept off.
        public List<WayOn> waysOn(Round round) {
            return WayOn.of(checks, family, round.agreement(), round.criteria(), false);
        }
    }

    /// What a round did about each family, in the order of import. A mark stands only once it was released.
    public List<Result> results(Side side, UUID unit, UUID round) {
        return side.sql("""
                        with this as (
                            select unit, releases_at,
                                   state = 'released' and retention_ends_at <= (select kinmark.now()) as over
                              from shared.round where unit = :unit and id = :round),
                        later as (
                            select distinct a.unit, a.family
                              from this
                              join shared.round r on r.unit = this.unit and r.releases_at > this.releases_at
                              join team.asked a on a.unit = r.unit and a.round = r.id
                             where r.state = 'released')
                        select f.id, f.reference, n.family is null as asked, n.reasons::text as reasons, n.checks,
                               m.family is not null and not this.over as mark,
                               this.over or later.family is not null as ended
                          from team.family f
                          join this on this.unit = f.unit
                          left join later on later.unit = f.unit and later.family = f.id
                          left join team.asked a on a.unit = f.unit and a.family = f.id and a.round = :round
                          left join team.not_asked n on n.unit = f.unit and n.family = f.id and n.round = :round
                          left join released.mark m on m.unit = f.unit and m.family = f.id and m.round = :round
                         where f.unit = :unit and (a.family is not null or n.family is not null)
                         order by f.position
                        """)
                .param("unit", unit)
                .param("round", round)
                .query((row, _) -> new Result(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getBoolean("asked"),
                        reasons(row.getString("reasons")),
                        checks(row.getArray("checks")),
                        row.getBoolean("mark"),
                        row.getBoolean("ended")))
                .list();
    }

    private static List<Check> checks(java.sql.@org.jspecify.annotations.Nullable Array written)
            throws java.sql.SQLException {
        return written == null
                ? List.of()
                : Arrays.stream((String[]) written.getArray())
                        .map(Check::valueOf)
                        .toList();
    }

    private List<String> reasons(@org.jspecify.annotations.Nullable String written) {
        if (written == null) {
            return List.of();
        }
        return json.readTree(written).valueStream().map(JsonNode::asString).toList();
    }
}
