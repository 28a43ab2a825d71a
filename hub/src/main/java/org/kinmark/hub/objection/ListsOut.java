package org.kinmark.hub.objection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private record FamilyOnList(UUID list, UUID familyRef) {}

    /// Everybody who is on a list, list by list.
    ///
    /// Put together here: of tables that were filled a moment ago, and that it has not counted yet, the
    /// database may compare every row with every other.
    ///
    /// @param unseen only those of lists that no service has seen yet
    List<OnList> people(boolean unseen) {
        var lists = sent(unseen);
        var refs = lists.keySet().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        var families = families(refs);
        return db.sql("""
                        select list_ref, family_ref, person_ref, nhs_number, given_name, family_name, birth_date, sex,
                               postcode
                          from health.listed where list_ref = any (cast(:lists as uuid[]))
                         order by list_ref, position
                        """)
                .param("lists", refs)
                .query((row, _) -> {
                    var list = row.getObject("list_ref", UUID.class);
                    var familyRef = row.getObject("family_ref", UUID.class);
                    return new OnList(
                            Objects.requireNonNull(lists.get(list)),
                            familyRef,
                            row.getObject("person_ref", UUID.class),
                            Objects.requireNonNull(families.get(new FamilyOnList(list, familyRef))),
                            StandingObjections.identity(
                                    row, Sex.parse(row.getString("sex")).orElse(Sex.UNKNOWN)));
                })
                .list();
    }

    private Map<UUID, SentList> sent(boolean unseen) {
        return db
                .sql("""
                        select l.unit, l.list_ref, l.team, l.round, l.agreement, l.version,
                               case r.state when 'open' then r.closes_at else r.second_closes_at end
                                   <= (select kinmark.now()) as closed
                          from health.list l
                          join shared.round r on r.unit = l.team and r.id = l.round and r.state in ('open', 'extended')
                         where not :unseen or l.screened_at is null
                        """)
                .param("unseen", unseen)
                .query((row, _) -> new SentList(
                        row.getObject("unit", UUID.class),
                        row.getObject("list_ref", UUID.class),
                        row.getObject("team", UUID.class),
                        row.getObject("round", UUID.class),
                        row.getObject("agreement", UUID.class) + " v" + row.getInt("version"),
                        row.getBoolean("closed")))
                .stream()
                .collect(Collectors.toMap(SentList::ref, list -> list));
    }

    private Map<FamilyOnList, UUID> families(String lists) {
        var families = new HashMap<FamilyOnList, UUID>();
        db.sql("select list_ref, family_ref, family from release.map where list_ref = any (cast(:lists as uuid[]))")
                .param("lists", lists)
                .query(row -> {
                    families.put(
                            new FamilyOnList(
                                    row.getObject("list_ref", UUID.class), row.getObject("family_ref", UUID.class)),
                            row.getObject("family", UUID.class));
                });
        return families;
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
