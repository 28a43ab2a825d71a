package org.kinmark.hub.staff;

import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Repository;

/// The `staff.client` table: programs that call the API, each as one member of staff.
@Repository
class Clients {

    private final StaffSide db;

    Clients(StaffSide db) {
        this.db = db;
    }

    /// A client that has not been ended.
    ///
    /// @param secretHash SHA-256 in hexadecimal: a secret is 256 random bits, which no guessing finds
    record Client(String id, StaffKey who, String secretHash) {}

    Optional<Client> find(String id) {
        return db.sql("select unit, id, person, secret_hash from staff.client where id = :id and ended_at is null")
                .param("id", id)
                .query((row, number) -> new Client(
                        row.getString("id"),
                        new StaffKey(row.getObject("unit", UUID.class), row.getObject("person", UUID.class)),
                        row.getString("secret_hash")))
                .optional();
    }

    void add(Client client) {
        db.sql("insert into staff.client (unit, id, person, secret_hash) values (:unit, :id, :person, :hash)")
                .param("unit", client.who().unit())
                .param("id", client.id())
                .param("person", client.who().person())
                .param("hash", client.secretHash())
                .update();
    }
}
