package org.kinmark.hub.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry as it is read.
///
/// @param number from 1, without a gap, within the unit
/// @param actor the name of who acted, as it was then
public record Line(
        long number,
        Instant at,
        String actor,
        @Nullable String role,
        String act,
        @Nullable String object,
        @Nullable String purpose,
        @Nullable String decision,
        @Nullable String row,
        @Nullable String agreementVersion) {

    static Line read(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                row.getString("role"),
                row.getString("act"),
                row.getString("object"),
                row.getString("purpose"),
                row.getString("decision"),
                row.getString("decision_row"),
                row.getString("agreement_version"));
    }

    @Override
    public String toString() {
        return "Line[hidden]";
    }
}
