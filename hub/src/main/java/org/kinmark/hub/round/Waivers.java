package org.kinmark.hub.round;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kinmark.hub.database.Side;
import org.kinmark.rules.boundary.Check;
import org.springframework.stereotype.Repository;

/// The tables `shared.waiver` and `team.waiver_family`. Which families a waiver is for, its Guardian does not see.
@Repository
class Waivers {

    private static final String COLUMNS = """
            select w.id, t.name as team, w.agreement, w.version, w.failed_check, w.families, w.reason, w.requested_by,
                   w.requested_at, g.name as guardian, w.granted, w.guardian_name, w.guardian_reason, w.decided_at,
                   w.expires_on
              from shared.waiver w
              join shared.unit t on t.id = w.unit
              join shared.unit g on g.id = w.guardian_unit
            """;

    /// Those that a side's unit may see, newest first.
    List<Waiver> all(Side side) {
        return side.sql(COLUMNS + " order by w.requested_at desc, w.id")
                .query(Waivers::read)
                .list();
    }

    Optional<Waiver> find(Side side, UUID id) {
        return side.sql(COLUMNS + " where w.id = :id")
                .param("id", id)
                .query(Waivers::read)
                .optional();
    }

    /// A waiver to be decided, as it is asked for.
    record Asked(
            UUID unit,
            UUID id,
            UUID agreement,
            int version,
            Check check,
            Set<UUID> families,
            String reason,
            UUID guardian) {}

    void add(Side side, Asked asked, String by, Instant now) {
        side.sql("""
                        insert into shared.waiver (unit, id, agreement, version, failed_check, families, reason,
                                                   requested_by, requested_at, guardian_unit)
                        values (:unit, :id, :agreement, :version, :check, :families, :reason, :by, :now, :guardian)
                        """)
                .param("unit", asked.unit())
                .param("id", asked.id())
                .param("agreement", asked.agreement())
                .param("version", asked.version())
                .param("check", written(asked.check()))
                .param("families", asked.families().size())
                .param("reason", asked.reason())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("guardian", asked.guardian())
                .update();
        side.batch(
                "insert into team.waiver_family (unit, waiver, family) values (:unit, :waiver, :family)",
                asked.families().stream()
                        .map(family -> {
                            var row = new HashMap<String, Object>();
                            row.put("unit", asked.unit());
                            row.put("waiver", asked.id());
                            row.put("family", family);
                            return row;
                        })
                        .toList());
    }

    /// What a Guardian decides; false where somebody has decided already.
    boolean decide(
            Side side, UUID id, boolean granted, String by, String reason, @Nullable LocalDate until, Instant now) {
        return side.sql("""
                        update shared.waiver
                           set granted = :granted, guardian_name = :by, guardian_reason = :reason, decided_at = :now,
                               expires_on = :until
                         where id = :id and granted is null
                        """)
                        .param("granted", granted)
                        .param("by", by)
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .param("until", until == null ? null : Date.valueOf(until))
                        .param("id", id)
                        .update()
                == 1;
    }

    static String written(Check check) {
        return check.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Check> check(String written) {
        for (var each : Check.values()) {
            if (each.isWaivable() && written(each).equals(written)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Waiver read(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new Waiver(
                row.getObject("id", UUID.class),
                row.getString("team"),
                row.getObject("agreement", UUID.class),
                row.getInt("version"),
                Check.valueOf(row.getString("failed_check").toUpperCase(Locale.ROOT)),
                row.getInt("families"),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("guardian"),
                row.getObject("granted", Boolean.class),
                row.getString("guardian_name"),
                row.getString("guardian_reason"),
                decided == null ? null : decided.toInstant(),
                row.getObject("expires_on", LocalDate.class));
    }
}
