package org.kinmark.hub.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.hub.database.ReleaseSide;
import org.springframework.stereotype.Repository;

/// What the release reads and writes: of every unit, and nothing that it does not need.
@Repository
class EndOfRounds {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ReleaseSide db;

    EndOfRounds(ReleaseSide db) {
        this.db = db;
    }

    /// A round that is not over, held until the transaction ends.
    record Due(
            UUID team,
            UUID id,
            UUID agreement,
            int version,
            String state,
            Instant closesAt,
            Instant secondClosesAt,
            Instant releasesAt) {}

    List<UUID> openRounds() {
        return db.sql("select id from shared.round where state in ('open', 'extended') order by closes_at, id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// The next date of any round: a closing, or a release; empty where none is to come.
    Optional<Instant> nextDate(Instant now) {
        return db.sql("""
                        select min(d.at) as next
                          from shared.round r,
                               lateral (values (case when r.state = 'open' then r.closes_at end),
                                               (case when r.state = 'extended' then r.second_closes_at end),
                                               (r.releases_at)) d (at)
                         where r.state in ('open', 'extended') and d.at > :now
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("next")).map(Timestamp::toInstant))
                .single();
    }

    Set<UUID> over() {
        return Set.copyOf(db.sql("select id from shared.round where state in ('released', 'void')")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }

    /// One round with the moment by the database's clock; another release of it waits, or finds it over.
    Optional<Due> lock(UUID round) {
        return db.sql("""
                        select unit, id, agreement, version, state, closes_at, second_closes_at, releases_at
                          from shared.round where id = :id and state in ('open', 'extended') for update
                        """).param("id", round).query(EndOfRounds::due).optional();
    }

    Instant now() {
        return db.sql("select kinmark.now()")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("unit", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("agreement", UUID.class),
                row.getInt("version"),
                row.getString("state"),
                row.getTimestamp("closes_at").toInstant(),
                row.getTimestamp("second_closes_at").toInstant(),
                row.getTimestamp("releases_at").toInstant());
    }

    /// Waits for whoever is about to declare one of the round's lists, as they wait for each other.
    void holdLists(Due round) {
        db.sql("""
                        select pg_advisory_xact_lock(hashtextextended(l.list_ref::text, 0))
                          from health.list l where l.team = :team and l.round = :round order by l.list_ref
                        """)
                .param("team", round.team())
                .param("round", round.id())
                .query((_, _) -> true)
                .list();
    }

    /// A list of a round.
    ///
    /// @param ofTheCouncil whether its unit is one of the team's own council
    /// @param declared whether a professional's declaration stands
    record SentList(UUID unit, UUID ref, String kind, boolean ofTheCouncil, boolean declared) {}

    List<SentList> lists(Due round) {
        return db.sql("""
                        select l.unit, l.list_ref, u.kind, u.body = t.body as of_the_council,
                               exists (select 1 from health.declaration d
                                        where d.unit = l.unit and d.list_ref = l.list_ref
                                          and d.withdrawn_at is null) as declared
                          from health.list l
                          join shared.unit u on u.id = l.unit
                          join shared.unit t on t.id = l.team
                         where l.team = :team and l.round = :round
                         order by l.unit
                        """)
                .param("team", round.team())
                .param("round", round.id())
                .query((row, _) -> new SentList(
                        row.getObject("unit", UUID.class),
                        row.getObject("list_ref", UUID.class),
                        row.getString("kind"),
                        row.getBoolean("of_the_council"),
                        row.getBoolean("declared")))
                .list();
    }

    Optional<byte[]> draft(SentList list) {
        return db.sql("select sealed from health.draft where unit = :unit and list_ref = :list")
                .param("unit", list.unit())
                .param("list", list.ref())
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    /// Which family a reference stands for.
    record Mapped(UUID list, UUID familyRef, UUID family) {}

    List<Mapped> map(Due round) {
        return db.sql("select list_ref, family_ref, family from release.map where team = :team and round = :round")
                .param("team", round.team())
                .param("round", round.id())
                .query((row, _) -> new Mapped(
                        row.getObject("list_ref", UUID.class),
                        row.getObject("family_ref", UUID.class),
                        row.getObject("family", UUID.class)))
                .list();
    }

    /// The earlier mark of every family that was asked goes, and the round's own come.
    void release(Due round, Set<UUID> priorities, int fewest) {
        db.sql("""
                        delete from released.mark m
                         where m.unit = :team
                           and exists (select 1 from team.asked a
                                        where a.unit = m.unit and a.round = :round and a.family = m.family)
                        """).param("team", round.team()).param("round", round.id()).update();
        db.batch(
                "insert into released.mark (unit, family, round) values (:unit, :family, :round)",
                priorities.stream()
                        .sorted()
                        .map(family ->
                                Map.<String, Object>of("unit", round.team(), "family", family, "round", round.id()))
                        .toList());
        endOfDeclined();
        endOfNarrowed(round, fewest);
    }

    /// The mark of a family never appears where the team was told, since the round was opened, that somebody objects,
    /// and fewer are left who explain one than the checks would have let through: it would be about them. What the
    /// team knows decides, whatever was answered; and a Guardian who let one of so few through is heeded.
    private void endOfNarrowed(Due round, int fewest) {
        db.sql("""
                        delete from released.mark m using team.asked a, shared.round r
                         where m.unit = :team and m.round = :round and r.unit = m.unit and r.id = m.round
                           and a.unit = m.unit and a.round = m.round and a.family = m.family
                           and not 'MEMBERS' = any (a.waived) and not 'EXPLANATIONS' = any (a.waived)
                           and exists (select 1 from team.objection o
                                        where o.unit = m.unit and o.family = m.family and o.recorded_at >= r.opened_at)
                           and :fewest > (
                               select count(distinct coalesce(s.person, (e.value ->> 0)::uuid))
                                 from jsonb_array_elements(a.explanations) e
                                 left join team.same_person s
                                   on s.unit = m.unit and s.former = (e.value ->> 0)::uuid
                                where (e.value ->> 4)::boolean
                                  and not exists (select 1 from team.objection o
                                                   where o.unit = m.unit and o.recorded_at >= r.opened_at
                                                     and o.person = coalesce(s.person, (e.value ->> 0)::uuid)))
                        """)
                .param("team", round.team())
                .param("round", round.id())
                .param("fewest", fewest)
                .update();
    }

    /// The mark of a family that declined since its round was opened goes; where it is released only now, it never
    /// appears.
    int endOfDeclined() {
        return db.sql("""
                        delete from released.mark m using shared.round r, team.declined d
                         where r.unit = m.unit and r.id = m.round and d.unit = m.unit and d.family = m.family
                           and d.recorded_at >= r.opened_at
                        """).update();
    }

    /// What services judged, and who was on their lists, is deleted.
    void clear(Due round) {
        forgetWhoseFamilyObjected(round);
        db.sql("""
                        delete from health.draft d using health.list l
                         where l.unit = d.unit and l.list_ref = d.list_ref and l.team = :team and l.round = :round
                        """).param("team", round.team()).param("round", round.id()).update();
        db.sql("""
                        delete from health.listed p using health.list l
                         where l.unit = p.unit and l.list_ref = p.list_ref and l.team = :team and l.round = :round
                        """).param("team", round.team()).param("round", round.id()).update();
    }

    /// Which list a former reference was of stays known, and no family of it.
    private void forgetWhoseFamilyObjected(Due round) {
        db.sql("""
                        insert into health.former_list (unit, former_ref, family_ref, list_ref)
                        select distinct f.unit, f.former_ref, :nobody, f.list_ref
                          from health.former_list f join health.list l using (unit, list_ref)
                         where l.team = :team and l.round = :round
                        """)
                .param("nobody", NOBODY)
                .param("team", round.team())
                .param("round", round.id())
                .update();
        db.sql("""
                        delete from health.former_list f using health.list l
                         where l.unit = f.unit and l.list_ref = f.list_ref and l.team = :team and l.round = :round
                           and f.family_ref <> :nobody
                        """)
                .param("nobody", NOBODY)
                .param("team", round.team())
                .param("round", round.id())
                .update();
    }

    void extend(Due round) {
        db.sql("update shared.round set state = 'extended' where unit = :unit and id = :id")
                .param("unit", round.team())
                .param("id", round.id())
                .update();
    }

    void end(Due round, String state, Instant at) {
        db.sql("update shared.round set state = :state, ended_at = :at where unit = :unit and id = :id")
                .param("state", state)
                .param("at", Timestamp.from(at))
                .param("unit", round.team())
                .param("id", round.id())
                .update();
    }

    /// The map of a round, once nothing is to be followed back.
    void forgetMap(Due round) {
        db.sql("delete from release.map where team = :team and round = :round")
                .param("team", round.team())
                .param("round", round.id())
                .update();
    }
}
