package org.kinmark.hub.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.StaffSide;
import org.springframework.stereotype.Repository;

/// The `staff.client` table: programs that call the API, each as one member of staff.
@Repository
public class Clients {

    private static final String COLUMNS = """
            select c.unit, c.id, c.person, p.name as person_name, c.name, c.roles, c.secret_hash, c.ended_at
              from staff.client c
              join staff.person p on p.unit = c.unit and p.id = c.person
            """;

    private final StaffSide db;

    Clients(StaffSide db) {
        this.db = db;
    }

    /// A client, ended or not.
    ///
    /// @param personName of the member of staff as whom it acts
    /// @param name null for one of a demonstration, which is the person for all that anybody sees
    /// @param roles null for all that the person has
    /// @param secretHash SHA-256 in hexadecimal: a secret is 256 random bits, which no guessing finds; null where
    ///     an identity provider vouches for it
    public record Client(
            String id,
            StaffKey who,
            String personName,
            @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable String secretHash,
            @Nullable Instant endedAt) {

        /// What it is called among others.
        public String title() {
            return name == null ? id : name;
        }

        /// In which roles it acts, in words.
        public String rolesInWords() {
            return roles == null
                    ? "All of theirs"
                    : roles.stream().map(Role::title).sorted().collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return "Client[hidden]";
        }
    }

    /// One that shows itself by a secret, and has not been ended.
    Optional<Client> withSecret(String id) {
        return db.sql(COLUMNS + " where c.id = :id and c.secret_hash is not null and c.ended_at is null")
                .param("id", id)
                .query(Clients::read)
                .optional();
    }

    /// One that shows itself by a provider's token, and has not been ended.
    Optional<Client> withSubject(String issuer, String subject) {
        return db.sql(COLUMNS + " where c.issuer = :issuer and c.subject = :subject and c.ended_at is null")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Clients::read)
                .optional();
    }

    /// One of a unit, while it has not been ended.
    Optional<Client> find(UUID unit, String id) {
        return db.sql(COLUMNS + " where c.unit = :unit and c.id = :id and c.ended_at is null")
                .param("unit", unit)
                .param("id", id)
                .query(Clients::read)
                .optional();
    }

    /// All of a unit, those that were ended last.
    List<Client> of(UUID unit) {
        return db.sql(COLUMNS + " where c.unit = :unit order by c.ended_at is not null, c.name, c.id")
                .param("unit", unit)
                .query(Clients::read)
                .list();
    }

    /// @param issuer the provider that vouches for it; null where it has a secret
    void add(Client client, @Nullable String issuer, @Nullable String subject, Instant now) {
        var roles = client.roles();
        db.sql("""
                        insert into staff.client (unit, id, person, name, roles, secret_hash, issuer, subject, created_at)
                        values (:unit, :id, :person, :name, string_to_array(:roles, ','), :hash, :issuer, :subject, :now)
                        """)
                .param("unit", client.who().unit())
                .param("id", client.id())
                .param("person", client.who().person())
                .param("name", client.name())
                .param(
                        "roles",
                        roles == null ? null : roles.stream().map(Role::written).collect(Collectors.joining(",")))
                .param("hash", client.secretHash())
                .param("issuer", issuer)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(UUID unit, String id, Instant now) {
        db.sql("update staff.client set ended_at = :now where unit = :unit and id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("unit", unit)
                .param("id", id)
                .update();
    }

    private static Client read(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Client(
                row.getString("id"),
                new StaffKey(row.getObject("unit", UUID.class), row.getObject("person", UUID.class)),
                row.getString("person_name"),
                row.getString("name"),
                roles(row.getArray("roles")),
                row.getString("secret_hash"),
                ended == null ? null : ended.toInstant());
    }

    private static @Nullable Set<Role> roles(@Nullable Array written) throws SQLException {
        if (written == null) {
            return null;
        }
        var roles = new TreeSet<Role>();
        Arrays.stream((String[]) written.getArray())
                .forEach(each -> Role.of(each).ifPresent(roles::add));
        return roles;
    }
}
