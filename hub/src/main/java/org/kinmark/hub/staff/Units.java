package org.kinmark.hub.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kinmark.hub.database.Side;
import org.springframework.stereotype.Component;

/// The `shared.unit` table. Every side may read it: that an organisation exists is no secret.
@Component
public class Units {

    private static final String COLUMNS = """
            select u.id, u.body, b.name as body_name, u.name, u.kind, u.handle, u.code, u.ods_code, u.min_age, u.max_age,
                   u.programme, u.guardian
              from shared.unit u
              join shared.body b on b.id = u.body
            """;

    /// One unit, as the side's transaction sees it.
    public Optional<Unit> find(Side side, UUID id) {
        return side.sql(COLUMNS + " where u.id = :id")
                .param("id", id)
                .query(Units::read)
                .optional();
    }

    /// All units, services in the order of their names.
    public List<Unit> all(Side side) {
        return side.sql(COLUMNS + " order by u.name, u.id").query(Units::read).list();
    }

    /// The unit that is known in `services.csv` by this id.
    public Optional<Unit> withCode(Side side, String code) {
        return side.sql(COLUMNS + " where u.code = :code")
                .param("code", code)
                .query(Units::read)
                .optional();
    }

    static Unit read(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getObject("body", UUID.class),
                row.getString("body_name"),
                row.getString("name"),
                UnitKind.of(row.getString("kind")),
                row.getString("handle"),
                row.getString("code"),
                row.getString("ods_code"),
                row.getObject("min_age", Integer.class),
                row.getObject("max_age", Integer.class),
                row.getString("programme"),
                row.getObject("guardian", UUID.class));
    }
}
