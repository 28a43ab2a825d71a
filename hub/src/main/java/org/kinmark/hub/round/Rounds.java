package org.kinmark.hub.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.HealthSide;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Repository;

/// The `shared.round` table. A team sees its own rounds, a service those that have a list for it.
@Repository
public class Rounds {

    /// By how many criteria the team chose is kept from a service.
    private static String columns(Side side) {
        return side instanceof HealthSide ? """
                select unit, id, agreement, version, 0 as criteria, as_of, opened_at, closes_at, second_closes_at,
                       releases_at, retention_ends_at, state
                  from shared.round
                """ : """
                select unit, id, agreement, version, criteria, as_of, opened_at, closes_at, second_closes_at,
                       releases_at, retention_ends_at, state
                  from shared.round
                """;
    }

    /// All that the side's unit may see, newest first.
    public List<Round> all(Side side) {
        return side.sql(columns(side) + " order by opened_at desc, id")
                .query(Rounds::read)
                .list();
    }

    /// One of them.
    public Optional<Round> find(Side side, UUID id) {
        return side.sql(columns(side) + " where id = :id")
                .param("id", id)
                .query(Rounds::read)
                .optional();
    }

    void add(Side side, Round round) {
        side.sql("""
                        insert into shared.round (unit, id, agreement, version, criteria, as_of, opened_at, closes_at,
                                                  second_closes_at, releases_at, retention_ends_at, state)
                        values (:unit, :id, :agreement, :version, :criteria, :as_of, :opened, :closes, :second,
                                :releases, :retention, 'open')
                        """)
                .param("unit", round.team())
                .param("id", round.id())
                .param("agreement", round.agreement())
                .param("version", round.version())
                .param("criteria", round.criteria())
                .param("as_of", round.asOf())
                .param("opened", Timestamp.from(round.openedAt()))
                .param("closes", Timestamp.from(round.closesAt()))
                .param("second", Timestamp.from(round.secondClosesAt()))
                .param("releases", Timestamp.from(round.releasesAt()))
                .param("retention", Timestamp.from(round.retentionEndsAt()))
                .update();
    }

    /// The moment by the database's clock, by which closings and releases are judged.
    public Instant now(Side side) {
        return side.sql("select kinmark.now()")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    static Round read(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("unit", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("agreement", UUID.class),
                row.getInt("version"),
                row.getInt("criteria"),
                row.getObject("as_of", LocalDate.class),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                row.getTimestamp("second_closes_at").toInstant(),
                row.getTimestamp("releases_at").toInstant(),
                row.getTimestamp("retention_ends_at").toInstant(),
                Round.State.of(row.getString("state")));
    }
}
