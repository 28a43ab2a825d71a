package org.kinmark.hub.staff;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Repository;

/// The `staff.invitation` table: links that work once.
@Repository
class Invitations {

    private final StaffSide db;

    Invitations(StaffSide db) {
        this.db = db;
    }

    /// Adds one; earlier ones of the same person work no longer.
    void add(StaffKey who, OneTimeSecret secret, Instant expires, Instant now) {
        db.sql("""
                        update staff.invitation set used_at = :now
                         where unit = :unit and person = :person and used_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("unit", who.unit())
                .param("person", who.person())
                .update();
        db.sql("""
                        insert into staff.invitation (unit, token_hash, person, expires_at)
                        values (:unit, :hash, :person, :expires)
                        """)
                .param("unit", who.unit())
                .param("hash", secret.hash())
                .param("person", who.person())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /// Whom a link invites, while it works; held until the transaction ends.
    Optional<StaffKey> find(String link, Instant now) {
        return db.sql("""
                        select i.unit, i.person
                          from staff.invitation i
                          join staff.person p on p.unit = i.unit and p.id = i.person
                         where i.token_hash = :hash and i.used_at is null and i.expires_at > :now and p.ended_at is null
                           for update of i
                        """)
                .param("hash", OneTimeSecret.hash(link))
                .param("now", Timestamp.from(now))
                .query((row, _) -> new StaffKey(row.getObject("unit", UUID.class), row.getObject("person", UUID.class)))
                .optional();
    }

    /// Whether a link of theirs works still.
    boolean isOpen(StaffKey who, Instant now) {
        return db.sql("""
                        select exists (select from staff.invitation
                                        where unit = :unit and person = :person and used_at is null
                                          and expires_at > :now)
                        """)
                .param("unit", who.unit())
                .param("person", who.person())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    void use(StaffKey who, Instant now) {
        db.sql("update staff.invitation set used_at = :now where unit = :unit and person = :person and used_at is null")
                .param("now", Timestamp.from(now))
                .param("unit", who.unit())
                .param("person", who.person())
                .update();
    }
}
