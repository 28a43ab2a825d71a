package org.kinmark.hub.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.StaffSide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The letters that are to go out, and to whom each went.
@Repository
class Letters {

    private final StaffSide db;

    Letters(StaffSide db) {
        this.db = db;
    }

    /// A letter to a unit.
    record Due(UUID unit, Letter letter, UUID about, Instant dueAt) {}

    /// The oldest letter that is due, held until the transaction ends; another hub takes the next one.
    Optional<Due> next() {
        return db.sql("""
                        select unit, letter, about, due_at from shared.letter
                         where due_at <= kinmark.now() and (not_before is null or not_before <= kinmark.now())
                         order by due_at, unit, letter, about limit 1 for update skip locked
                        """)
                .query((row, _) -> new Due(
                        row.getObject("unit", UUID.class),
                        Letter.of(row.getString("letter")),
                        row.getObject("about", UUID.class),
                        row.getTimestamp("due_at").toInstant()))
                .optional();
    }

    Instant now() {
        return db.sql("select kinmark.now()")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /// Those of the unit who have an address and did not get it yet.
    List<Message> messages(Due due) {
        var roles = due.letter().roles();
        return db.sql("""
                        select p.id, p.mail_address
                          from staff.person p
                         where p.unit = :unit and p.ended_at is null and p.mail_address is not null
                           and (:everybody or exists (select 1 from staff.role r where r.unit = p.unit
                                                         and r.person = p.id and r.role in (:roles)))
                           and not exists (select 1 from shared.letter_sent s
                                            where s.unit = p.unit and s.letter = :letter and s.about = :about
                                              and s.due_at = :due and s.person = p.id)
                         order by p.id
                        """)
                .param("unit", due.unit())
                .param("everybody", roles.isEmpty())
                .param("roles", roles.isEmpty() ? List.of("") : roles)
                .param("letter", due.letter().written())
                .param("about", due.about())
                .param("due", Timestamp.from(due.dueAt()))
                .query((row, _) -> new Message(
                        due.letter(),
                        due.about(),
                        row.getObject("id", UUID.class),
                        row.getString("mail_address"),
                        due.dueAt()))
                .list();
    }

    void sent(Due due, UUID person) {
        of(due, """
                insert into shared.letter_sent (unit, letter, about, due_at, person)
                values (:unit, :letter, :about, :due, :person)
                """).param("person", person).update();
    }

    /// Everybody has it, or it is too old to be of use.
    void done(Due due) {
        of(
                        due,
                        "delete from shared.letter where unit = :unit and letter = :letter and about = :about and due_at = :due")
                .update();
    }

    /// It is tried again, and others are tried first.
    void later(Due due, Duration wait) {
        of(due, """
                update shared.letter set not_before = kinmark.now() + make_interval(secs => :wait)
                 where unit = :unit and letter = :letter and about = :about and due_at = :due
                """).param("wait", wait.toSeconds()).update();
    }

    private JdbcClient.StatementSpec of(Due due, String statement) {
        return db.sql(statement)
                .param("unit", due.unit())
                .param("letter", due.letter().written())
                .param("about", due.about())
                .param("due", Timestamp.from(due.dueAt()));
    }
}
