package org.kinmark.hub.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.Identity;
import org.kinmark.hub.database.ReleaseSide;
import org.kinmark.linkage.Sex;
import org.springframework.stereotype.Repository;

/// Lists of rounds that are not released, of every service, with who is on them.
@Repository
class ListsOut {

    private final ReleaseSide db;

    ListsOut(ReleaseSide db) {
        this.db = db;
    }

    /// A list that went to a service.
    ///
    /// @param agreement with its version
    /// @param closed whether its service may judge no more, as things stand
    record SentList(UUID unit, UUID ref, UUID team, UUID round, String agreement, boolean closed) {}

    /// Somebody on it.
    ///
    /// @param family of the team
    record OnList(SentList list, UUID familyRef, UUID personRef, UUID family, Identity person) {

        @Override
        public String toString() {
            return "OnList[hidden]";
        }
    }

    /// Everybody who is on a list.
    ///
    /// @param unseen only those of lists that no service has seen yet
    List<OnList> people(boolean unseen) {
        return db.sql("""
                        select l.unit, l.list_ref, l.team, l.round, l.agreement, l.version,
                               case r.state when 'open' then r.closes_at else r.second_closes_at end
                                   <= (select kinmark.now()) as closed,
                               p.family_ref, p.person_ref, p.nhs_number, p.given_name, p.family_name, p.birth_date,
                               p.sex, p.postcode, m.family
                          from health.list l
                          join shared.round r on r.unit = l.team and r.id = l.round and r.state in ('open', 'extended')
                          join health.listed p on p.unit = l.unit and p.list_ref = l.list_ref
                          join release.map m on m.unit = p.unit and m.list_ref = p.list_ref
                                            and m.family_ref = p.family_ref
                         where not :unseen or l.screened_at is null
                         order by l.list_ref, p.position
                        """).param("unseen", unseen).query(ListsOut::read).list();
    }

    private static OnList read(ResultSet row, int number) throws SQLException {
        return new OnList(
                new SentList(
                        row.getObject("unit", UUID.class),
                        row.getObject("list_ref", UUID.class),
                        row.getObject("team", UUID.class),
                        row.getObject("round", UUID.class),
                        row.getObject("agreement", UUID.class) + " v" + row.getInt("version"),
                        row.getBoolean("closed")),
                row.getObject("family_ref", UUID.class),
                row.getObject("person_ref", UUID.class),
                row.getObject("family", UUID.class),
                StandingObjections.identity(row, Sex.parse(row.getString("sex")).orElse(Sex.UNKNOWN)));
    }

    /// Lists that no service has seen yet.
    Set<UUID> unseen() {
        return Set.copyOf(db.sql("select list_ref from health.list where screened_at is null")
                .query((row, _) -> row.getObject("list_ref", UUID.class))
                .list());
    }

    /// From now on their services see them.
    void show(Set<UUID> lists) {
        db.batch(
                "update health.list set screened_at = (select kinmark.now()) where list_ref = :list",
                lists.stream().sorted().map(list -> Map.of("list", list)).toList());
    }

    /// Waits for whoever judges or declares a list, as they wait for each other.
    void lock(UUID list) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:list, 0))")
                .param("list", list.toString())
                .query((_, _) -> true)
                .single();
    }

    /// Takes people out of a list, and the families of whom nobody is left.
    ///
    /// @return the references of those families
    Set<UUID> takeOut(SentList list, List<OnList> people) {
        db.batch(
                "delete from health.listed where unit = :unit and list_ref = :list and person_ref = :person",
                people.stream()
                        .map(one -> Map.of("unit", list.unit(), "list", list.ref(), "person", one.personRef()))
                        .toList());
        return Set.copyOf(db.sql("""
                        delete from release.map m
                         where m.unit = :unit and m.list_ref = :list
                           and not exists (select 1 from health.listed p
                                            where p.unit = m.unit and p.list_ref = m.list_ref
                                              and p.family_ref = m.family_ref)
                        returning m.family_ref
                        """)
                .param("unit", list.unit())
                .param("list", list.ref())
                .query((row, _) -> row.getObject("family_ref", UUID.class))
                .list());
    }

    /// Gives a list another reference. Under the old one, and those before it, nothing counts of these
    /// families.
    void rename(SentList list, UUID fresh, Set<UUID> families) {
        var before = db.sql(
                        "select distinct former_ref from health.former_list where unit = :unit and list_ref = :list")
                .param("unit", list.unit())
                .param("list", list.ref())
                .query((row, _) -> row.getObject("former_ref", UUID.class))
                .list();
        db.sql("update health.list set list_ref = :fresh where unit = :unit and list_ref = :list")
                .param("fresh", fresh)
                .param("unit", list.unit())
                .param("list", list.ref())
                .update();
        db.sql("update release.map set list_ref = :fresh where unit = :unit and list_ref = :list")
                .param("fresh", fresh)
                .param("unit", list.unit())
                .param("list", list.ref())
                .update();
        var formers = new ArrayList<>(before);
        formers.add(list.ref());
        db.batch(
                """
                insert into health.former_list (unit, former_ref, family_ref, list_ref)
                values (:unit, :former, :family, :list) on conflict do nothing
                """,
                formers.stream()
                        .flatMap(former -> families.stream()
                                .map(family -> Map.<String, Object>of(
                                        "unit", list.unit(), "former", former, "family", family, "list", fresh)))
                        .toList());
    }

    boolean isDeclared(UUID unit, UUID list) {
        return db.sql("""
                        select exists (select from health.declaration
                                        where unit = :unit and list_ref = :list and withdrawn_at is null)
                        """)
                .param("unit", unit)
                .param("list", list)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> draft(SentList list) {
        return db.sql("select sealed from health.draft where unit = :unit and list_ref = :list")
                .param("unit", list.unit())
                .param("list", list.ref())
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    void saveDraft(SentList list, UUID ref, byte[] sealed) {
        db.sql("update health.draft set sealed = :sealed where unit = :unit and list_ref = :list")
                .param("sealed", sealed)
                .param("unit", list.unit())
                .param("list", ref)
                .update();
    }
}
