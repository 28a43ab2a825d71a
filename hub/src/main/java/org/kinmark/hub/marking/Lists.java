package org.kinmark.hub.marking;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kinmark.exchange.FamilyList;
import org.kinmark.exchange.FamilyRef;
import org.kinmark.exchange.Identity;
import org.kinmark.exchange.ListRef;
import org.kinmark.exchange.ListedPerson;
import org.kinmark.exchange.PersonRef;
import org.kinmark.hub.agreement.Agreement;
import org.kinmark.hub.agreement.Agreements;
import org.kinmark.hub.agreement.SharedMark;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.objection.LeaveOff;
import org.kinmark.hub.page.Moments;
import org.kinmark.hub.page.NotFound;
import org.kinmark.hub.round.Rounds;
import org.kinmark.linkage.NhsNumber;
import org.kinmark.linkage.Sex;
import org.kinmark.rules.Decision;
import org.springframework.stereotype.Repository;

/// The tables `health.list`, `health.listed`, `health.draft` and `health.declaration`: a unit's own rows.
@Repository
class Lists {

    private final HealthSide db;
    private final LeaveOff leaveOff;
    private final Rounds rounds;
    private final Agreements agreements;

    Lists(HealthSide db, Rounds rounds, Agreements agreements, LeaveOff leaveOff) {
        this.db = db;
        this.leaveOff = leaveOff;
        this.rounds = rounds;
        this.agreements = agreements;
    }

    private static final String COLUMNS = """
            select l.unit, l.list_ref, l.round, t.name as team_name, d.declared_at, d.person_name, r.sent_at as reminded_at,
                   (select count(distinct f.family_ref) from health.listed f
                     where f.unit = l.unit and f.list_ref = l.list_ref) as families
              from health.list l
              join shared.unit t on t.id = l.team
              left join health.declaration d
                on d.unit = l.unit and d.list_ref = l.list_ref and d.withdrawn_at is null
              join shared.round n on n.unit = l.team and n.id = l.round
              left join health.reminder r
                on r.unit = l.unit and r.list_ref = l.list_ref
               and r.closes_at = case when n.state = 'extended' then n.second_closes_at else n.closes_at end
             where l.unit = :unit
            """;

    /// Every list that the unit was sent, newest first, those who objected taken out. How many it asks about is the
    /// same for whoever reads it, though one of them be their own.
    List<MyList> all(UUID unit) {
        leaveOff.beforeListsAreSeen();
        return db.onAllFamilies(() -> db.sql(COLUMNS + " order by l.sent_at desc, l.list_ref")
                .param("unit", unit)
                .query((row, _) -> read(row))
                .list());
    }

    /// One of them, by the reference that it has, or by one that it had before somebody objected.
    Optional<MyList> find(UUID unit, UUID list) {
        var ref = current(unit, list);
        return db.onAllFamilies(() -> db.sql(COLUMNS + " and l.list_ref = :list")
                .param("unit", unit)
                .param("list", ref)
                .query((row, _) -> read(row))
                .optional());
    }

    /// The reference that a list has now.
    UUID current(UUID unit, UUID list) {
        return db.sql("select distinct list_ref from health.former_list where unit = :unit and former_ref = :list")
                .param("unit", unit)
                .param("list", list)
                .query((row, _) -> row.getObject("list_ref", UUID.class))
                .optional()
                .orElse(list);
    }

    /// The families of which nothing counts that comes under a reference: somebody of them objected since the
    /// list had it.
    Set<UUID> overtaken(UUID unit, UUID list) {
        return Set.copyOf(db.sql("select family_ref from health.former_list where unit = :unit and former_ref = :list")
                .param("unit", unit)
                .param("list", list)
                .query((row, _) -> row.getObject("family_ref", UUID.class))
                .list());
    }

    private MyList read(java.sql.ResultSet row) throws java.sql.SQLException {
        var declared = row.getTimestamp("declared_at");
        var reminded = row.getTimestamp("reminded_at");
        return new MyList(
                row.getObject("unit", UUID.class),
                row.getObject("list_ref", UUID.class),
                row.getString("team_name"),
                rounds.find(db, row.getObject("round", UUID.class)).orElseThrow(),
                row.getInt("families"),
                declared == null ? null : declared.toInstant(),
                row.getString("person_name"),
                reminded == null ? null : reminded.toInstant());
    }

    /// The agreement under which a list was sent, as it stands.
    Agreement agreement(MyList list) {
        var round = list.round();
        return agreements
                .find(db, round.team(), round.agreement(), round.version())
                .orElseThrow(NotFound::new);
    }

    /// Whether a list was not closed yet, by the clock of the database, and asks about anybody: everybody on
    /// it may have objected.
    boolean isOpen(MyList list) {
        return list.families() > 0 && list.round().isOpenAt(rounds.now(db));
    }

    /// How near its closing is.
    Closing closing(MyList list) {
        return Closing.of(list, rounds.now(db));
    }

    /// What the rules say of its marks at this moment.
    Decision mark(MyList list) {
        return SharedMark.decide(agreement(list), list.unit(), Moments.dayOf(rounds.now(db)));
    }

    /// Whether something of a list can still be judged: it is open, and its marks may be shared.
    boolean canBeJudged(MyList list) {
        return isOpen(list) && mark(list) instanceof Decision.Share;
    }

    /// Holds a list until the transaction ends, so that two people who judge it do so one after the other.
    void lock(UUID list) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:list, 0))")
                .param("list", list.toString())
                .query((row, _) -> true)
                .single();
    }

    /// Who is on a list, in its order.
    FamilyList people(UUID unit, UUID list) {
        var people = db.sql("""
                        select family_ref, person_ref, nhs_number, given_name, family_name, birth_date, sex, postcode
                          from health.listed where unit = :unit and list_ref = :list order by position
                        """)
                .param("unit", unit)
                .param("list", list)
                .query((row, _) -> new ListedPerson(
                        new FamilyRef(row.getString("family_ref")),
                        new PersonRef(row.getString("person_ref")),
                        new Identity(
                                NhsNumber.parse(Objects.requireNonNullElse(row.getString("nhs_number"), ""))
                                        .orElse(null),
                                row.getString("given_name"),
                                row.getString("family_name"),
                                row.getObject("birth_date", LocalDate.class),
                                Sex.valueOf(row.getString("sex").toUpperCase(java.util.Locale.ROOT)),
                                row.getString("postcode"))))
                .list();
        return new FamilyList(new ListRef(list.toString()), people, 0);
    }

    Optional<byte[]> draft(UUID unit, UUID list) {
        return db.sql("select sealed from health.draft where unit = :unit and list_ref = :list")
                .param("unit", unit)
                .param("list", list)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    void saveDraft(UUID unit, UUID list, byte[] sealed) {
        db.sql("""
                        insert into health.draft (unit, list_ref, sealed) values (:unit, :list, :sealed)
                        on conflict (unit, list_ref) do update set sealed = excluded.sealed
                        """)
                .param("unit", unit)
                .param("list", list)
                .param("sealed", sealed)
                .update();
    }

    /// Whether it is recorded already that a person saved the draft of a list, since they opened it last or somebody
    /// declared it or took that back.
    boolean savingIsRecorded(UUID unit, UUID list, UUID person) {
        return db.sql("""
                        select exists (
                               select 1 from health.audit
                                where unit = :unit and object = :list and actor = :person and act = 'draft_saved'
                                  and number > (select coalesce(max(number), 0) from health.audit
                                                 where unit = :unit and object = :list
                                                   and (act in ('declared', 'declaration_withdrawn')
                                                        or act = 'list_opened' and actor = :person)))
                        """)
                .param("unit", unit)
                .param("list", list.toString())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void declare(MyList list, UUID person, String name, String registration, Instant now) {
        db.sql("""
                        insert into health.declaration (unit, id, list_ref, person, person_name, registration, declared_at)
                        values (:unit, :id, :list, :person, :name, :registration, :now)
                        """)
                .param("unit", list.unit())
                .param("id", db.newId())
                .param("list", list.ref())
                .param("person", person)
                .param("name", name)
                .param("registration", registration)
                .param("now", Timestamp.from(now))
                .update();
    }

    void withdraw(MyList list, Instant now) {
        db.sql("""
                        update health.declaration set withdrawn_at = :now
                         where unit = :unit and list_ref = :list and withdrawn_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("unit", list.unit())
                .param("list", list.ref())
                .update();
    }
}
