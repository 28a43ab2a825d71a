package org.kinmark.hub.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.audit.Actor;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Repository;

/// The tables of schema `staff`: a row a member of staff, and their roles.
@Repository
public class StaffRecords {

    private static final String COLUMNS = """
            select p.unit, p.id, p.name, p.registration, p.sign_in_name, u.handle, u.kind, p.password_hash,
                   p.sessions_end_before, p.subject is not null as is_bound, p.ended_at,
                   array(select r.role from staff.role r where r.unit = p.unit and r.person = p.id) as roles
              from staff.person p
              join shared.unit u on u.id = p.unit
            """;

    private final StaffSide db;

    StaffRecords(StaffSide db) {
        this.db = db;
    }

    /// A member of staff, current or past.
    ///
    /// @param signInName the whole of it, with the @ and the unit's handle
    /// @param passwordHash null where they never chose one
    public record Person(
            UUID unit,
            UnitKind kind,
            UUID id,
            String name,
            @Nullable String registration,
            String signInName,
            @Nullable String passwordHash,
            @Nullable Instant sessionsEndBefore,
            boolean isBound,
            @Nullable Instant endedAt,
            Set<Role> roles) {

        boolean isCurrent() {
            return endedAt == null;
        }

        /// Whether they took up their invitation, and have not left.
        boolean canSignIn() {
            return isCurrent() && (passwordHash != null || isBound);
        }

        /// The part of the sign-in name before the @.
        String localName() {
            return signInName.substring(0, signInName.indexOf('@'));
        }

        /// How things stand, in words.
        public String state() {
            return endedAt != null ? "Left" : canSignIn() ? "Can sign in" : "Invited";
        }

        /// As the audit names them.
        Actor actor() {
            return new Actor(unit, kind.isTheTeam(), id, name, null);
        }

        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    /// The person who signs in by this name.
    Optional<Person> named(String signInName) {
        int at = signInName.indexOf('@');
        if (at < 0 || signInName.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return db.sql(COLUMNS + " where p.sign_in_name = :name and u.handle = :handle")
                .param("name", signInName.substring(0, at))
                .param("handle", signInName.substring(at + 1))
                .query(StaffRecords::read)
                .optional();
    }

    Optional<Person> find(UUID unit, UUID id) {
        return db.sql(COLUMNS + " where p.unit = :unit and p.id = :id")
                .param("unit", unit)
                .param("id", id)
                .query(StaffRecords::read)
                .optional();
    }

    Optional<Person> withSubject(String issuer, String subject) {
        return db.sql(COLUMNS + " where p.issuer = :issuer and p.subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(StaffRecords::read)
                .optional();
    }

    /// Everyone of a unit, those who left last.
    List<Person> of(UUID unit) {
        return db.sql(COLUMNS + " where p.unit = :unit order by p.ended_at is not null, p.name, p.id")
                .param("unit", unit)
                .query(StaffRecords::read)
                .list();
    }

    /// Waits for whoever else brings somebody in, so that two of them cannot make one person of both sides.
    void oneAtATime() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('kinmark staff', 0))::text")
                .query(String.class)
                .single();
    }

    /// For somebody or something of a unit.
    UUID newId(UnitKind kind) {
        return db.newId(kind.isTheTeam());
    }

    /// Whether somebody of the unit has this name, or had it.
    boolean isTaken(Unit unit, String localName) {
        return db.sql("select exists (select from staff.person where unit = :unit and sign_in_name = :name)")
                .param("unit", unit.id())
                .param("name", localName)
                .query(Boolean.class)
                .single();
    }

    /// Whether somebody of another side than this has the registration now. A sign-in name says nothing of it: two
    /// services may each have a J. Smith, and a refusal would tell who works elsewhere. An identity provider's
    /// accounts are each bound once.
    boolean isOnAnotherSide(UnitKind kind, @Nullable String registration) {
        return registration != null
                && db.sql("""
                        select distinct u.kind
                          from staff.person p
                          join shared.unit u on u.id = p.unit
                         where p.ended_at is null and not p.demonstration
                           and lower(replace(p.registration, ' ', '')) = lower(replace(:registration, ' ', ''))
                        """).param("registration", registration).query(String.class).list().stream()
                        .anyMatch(other -> UnitKind.of(other).isApartFrom(kind));
    }

    /// Whether a provider's account is named as a program's, in whatever unit.
    boolean isOfAProgram(String issuer, String subject) {
        return db.sql("""
                        select exists (select from staff.client
                                        where issuer = :issuer and subject = :subject and ended_at is null)
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    void add(UUID unit, UUID id, String name, @Nullable String registration, String localName, Instant now) {
        db.sql("""
                        insert into staff.person (unit, id, name, registration, sign_in_name, created_at)
                        values (:unit, :id, :name, :registration, :sign_in_name, :now)
                        """)
                .param("unit", unit)
                .param("id", id)
                .param("name", name)
                .param("registration", registration)
                .param("sign_in_name", localName)
                .param("now", Timestamp.from(now))
                .update();
    }

    void register(UUID unit, UUID id, String registration) {
        db.sql("update staff.person set registration = :registration where unit = :unit and id = :id")
                .param("registration", registration)
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    /// @param mailAddress one that nobody has
    void markAsDemonstration(UUID unit, UUID id, String mailAddress) {
        db.sql("""
                        update staff.person set demonstration = true, mail_address = :address
                         where unit = :unit and id = :id
                        """)
                .param("address", mailAddress)
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    void giveRoles(UUID unit, UUID person, Set<Role> roles) {
        db.sql("delete from staff.role where unit = :unit and person = :person")
                .param("unit", unit)
                .param("person", person)
                .update();
        roles.forEach(role -> db.sql("insert into staff.role (unit, person, role) values (:unit, :person, :role)")
                .param("unit", unit)
                .param("person", person)
                .param("role", role.written())
                .update());
    }

    /// A new password, which ends every session that the old one began.
    void setPassword(UUID unit, UUID id, String hash, Instant now) {
        db.sql("""
                        update staff.person
                           set password_hash = :hash, sessions_end_before = :now
                         where unit = :unit and id = :id
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    void bind(UUID unit, UUID id, String issuer, String subject) {
        db.sql("update staff.person set issuer = :issuer, subject = :subject where unit = :unit and id = :id")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    /// Ends their time in the unit, and every session that they have.
    void end(UUID unit, UUID id, Instant now) {
        db.sql("""
                        update staff.person
                           set ended_at = :now, sessions_end_before = :now, issuer = null, subject = null
                         where unit = :unit and id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("unit", unit)
                .param("id", id)
                .update();
        db.sql("update staff.client set ended_at = :now where unit = :unit and person = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("unit", UUID.class),
                UnitKind.of(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("registration"),
                row.getString("sign_in_name") + "@" + row.getString("handle"),
                row.getString("password_hash"),
                instant(row, "sessions_end_before"),
                row.getBoolean("is_bound"),
                instant(row, "ended_at"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : Objects.requireNonNull(at).toInstant();
    }
}
