package org.kinmark.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Connects as each role and tries everything that it must not be able to do, whatever the code above does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private static final String DENIED = "42501";

    /// What each role may do with each schema's tables, as the boundary has it: read, write, or nothing.
    private static final Map<String, Map<DatabaseRole, String>> MAY = Map.of(
            "health",
                    Map.of(
                            DatabaseRole.HEALTH,
                            "rw",
                            DatabaseRole.DISPATCH,
                            "w",
                            DatabaseRole.RELEASE,
                            "rw",
                            DatabaseRole.STAFF,
                            "w"),
            "team",
                    Map.of(
                            DatabaseRole.TEAM,
                            "rw",
                            DatabaseRole.DISPATCH,
                            "rw",
                            DatabaseRole.RELEASE,
                            "rw",
                            DatabaseRole.STAFF,
                            "w"),
            "release", Map.of(DatabaseRole.DISPATCH, "w", DatabaseRole.RELEASE, "rw"),
            "released", Map.of(DatabaseRole.TEAM, "r", DatabaseRole.RELEASE, "rw"),
            "staff", Map.of(DatabaseRole.STAFF, "rw"));

    private final UUID team = UUID.randomUUID();
    private final UUID otherTeam = UUID.randomUUID();
    private Database database;
    private final Map<DatabaseRole, Connection> connections = new EnumMap<>(DatabaseRole.class);

    record Table(String schema, String name) {
        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    @BeforeAll
    void open() throws SQLException {
        var url = TestDatabase.url();
        database = Database.open(new DatabaseSettings(TestDatabase.folderOfData(), url, true));
        for (var role : DatabaseRole.values()) {
            connections.put(role, database.as(role).connect());
        }
        try (var statement = administrator().createStatement()) {
            statement.execute("insert into shared.body values ('" + UUID.randomUUID() + "', 'A council', 'council')");
            for (var unit : List.of(team, otherTeam)) {
                statement.execute("insert into shared.unit (id, body, name, kind, handle) select '" + unit
                        + "', id, 'A team', 'family_team', '" + unit + "' from shared.body");
                statement.execute(
                        "insert into team.family values ('" + unit + "', '" + UUID.randomUUID() + "', 'F1', 1, now())");
            }
        }
    }

    @AfterAll
    void close() throws SQLException {
        for (var connection : connections.values()) {
            connection.close();
        }
        database.close();
    }

    private Connection administrator() throws SQLException {
        return TestDatabase.administrator().to(database.name()).connect();
    }

    List<Table> tables() throws SQLException {
        var tables = tablesOf("'team', 'health', 'release', 'released', 'staff'");
        assertThat(tables).hasSizeGreaterThan(20);
        return tables;
    }

    private List<Table> tablesOf(String schemas) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var connection = administrator();
                var rows = connection.createStatement().executeQuery("""
                    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind = 'r' and n.nspname in (%s)
                     order by 1, 2
                    """.formatted(schemas))) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void each_role_reads_and_writes_only_what_its_side_may(Table table) throws SQLException {
        var may = MAY.getOrDefault(table.schema(), Map.of());
        for (var role : sides().toList()) {
            var rights = may.getOrDefault(role, "");
            if (!rights.contains("r")) {
                var refused = state(role, "select count(*) from " + table);
                if (!isCounter(table, role)) {
                    assertThat(refused).as("%s reads %s", role, table).isEqualTo(DENIED);
                }
            }
            if (!rights.contains("w")) {
                assertThat(state(role, "insert into " + table + " default values"))
                        .as("%s writes %s", role, table)
                        .isEqualTo(DENIED);
                assertThat(state(role, "delete from " + table))
                        .as("%s deletes from %s", role, table)
                        .isEqualTo(DENIED);
            }
            assertThat(state(role, "truncate " + table))
                    .as("%s empties %s", role, table)
                    .isEqualTo(DENIED);
            assertThat(state(role, "alter table " + table + " disable row level security"))
                    .as("%s opens %s", role, table)
                    .isEqualTo(DENIED);
            assertThat(state(
                            role,
                            "create trigger t before insert on " + table
                                    + " for each row execute function kinmark.unit()"))
                    .as("%s watches %s", role, table)
                    .isEqualTo(DENIED);
        }
    }

    /// Who may change or take away what there is, and all that each role may do with what both sides share.
    private static final String CHANGES = """
        health.audit_head health u
        health.audit_head release u
        health.audit_head staff u
        health.declaration health u[withdrawn_at]
        health.draft health u
        health.draft release u[sealed]d
        health.form_objection release u[applied_at]
        health.former_list release d
        health.list release u[list_ref,screened_at]
        health.listed release d
        health.objection health u[ended_at]
        health.objection release u[applied_at]
        health.once health ud
        health.once release d
        health.relation health u[end_reason,ended_at,ended_by]
        release.map release u[list_ref]d
        released.mark release d
        shared.agreement dispatch r
        shared.agreement health r
        shared.agreement release r
        shared.agreement team riud
        shared.body dispatch r
        shared.body health r
        shared.body release r
        shared.body staff ri
        shared.body team r
        shared.letter staff rud
        shared.letter_sent staff ri
        shared.notice dispatch r
        shared.notice health riu[withdrawn_at]
        shared.notice release r
        shared.notice team riu[withdrawn_at]
        shared.party dispatch r
        shared.party health r
        shared.party release r
        shared.party team riud
        shared.round dispatch ri
        shared.round health r
        shared.round release ru[ended_at,marks_ended_at,state]
        shared.round team r
        shared.signature dispatch r
        shared.signature health ri
        shared.signature release r
        shared.signature team ri
        shared.unit dispatch r
        shared.unit health r
        shared.unit release r
        shared.unit staff riu[colour,guardian,name,programme]
        shared.unit team r
        shared.waiver dispatch r
        shared.waiver health ru[decided_at,expires_on,granted,guardian_name,guardian_reason]
        shared.waiver team ri
        staff.client staff u
        staff.invitation staff u
        staff.person staff u
        staff.role staff d
        team.as_last_time team d
        team.audit_head dispatch u
        team.audit_head release u
        team.audit_head staff u
        team.audit_head team u
        team.family team u
        team.former_member team u[person]
        team.import team u
        team.member team u
        team.objection release u[applied_at]
        team.objection team u[ended_at,person]
        team.once dispatch ud
        team.once release d
        team.once team ud
        team.relation team u[end_reason,ended_at,ended_by]
        team.same_person team u[person]
        """;

    @Test
    void what_there_is_is_changed_and_taken_away_by_those_who_must_and_nobody_else() throws SQLException {
        var done = new TreeSet<String>();
        var tables = new ArrayList<>(tables());
        tables.addAll(tablesOf("'shared'"));
        for (var table : tables) {
            var columns = columns(table);
            for (var role : sides().toList()) {
                var does = new StringBuilder();
                if (table.schema().equals("shared")) {
                    does.append(isDone(role, "select count(*) from " + table) ? "r" : "");
                    // No row, so that only the right is asked about, and not what a row may hold.
                    does.append(
                            isDone(role, "insert into " + table + " select * from " + table + " where false")
                                    ? "i"
                                    : "");
                }
                var changed = new ArrayList<String>();
                for (var column : columns) {
                    if (isDone(role, "update " + table + " set " + column + " = default where false")) {
                        changed.add(column);
                    }
                }
                if (!changed.isEmpty()) {
                    does.append('u')
                            .append(
                                    changed.size() == columns.size()
                                            ? ""
                                            : changed.toString().replace(" ", ""));
                }
                does.append(isDone(role, "delete from " + table + " where false") ? "d" : "");
                if (!does.isEmpty()) {
                    done.add(table + " " + role.name().toLowerCase(Locale.ROOT) + " " + does);
                }
            }
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(CHANGES.lines().toList());
    }

    private boolean isDone(DatabaseRole role, String sql) throws SQLException {
        return !DENIED.equals(state(role, sql));
    }

    private List<String> columns(Table table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var connection = administrator();
                var rows = connection
                        .createStatement()
                        .executeQuery("select quote_ident(attname) from pg_attribute" + " where attrelid = '" + table
                                + "'::regclass and attnum > 0 and not attisdropped order by 1")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    /// Those who record an act need the last number of its unit.
    private static boolean isCounter(Table table, DatabaseRole role) {
        return table.name().equals("audit_head") && (role == DatabaseRole.STAFF || role == DatabaseRole.DISPATCH);
    }

    private static Stream<DatabaseRole> sides() {
        return Stream.of(DatabaseRole.values()).filter(role -> role != DatabaseRole.OWNER);
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void no_role_becomes_another_or_makes_anything_of_its_own(DatabaseRole role) throws SQLException {
        for (var other : DatabaseRole.values()) {
            if (other != role) {
                assertThat(state(role, "set role " + other.login()))
                        .as("%s as %s", role, other)
                        .isEqualTo(DENIED);
            }
        }
        assertThat(state(role, "create role another")).isEqualTo(DENIED);
        assertThat(state(role, "copy (select 1) to '/tmp/kinmark-copy'")).isEqualTo(DENIED);
        assertThat(state(role, "copy (select 1) to program 'true'")).isEqualTo(DENIED);
        if (role != DatabaseRole.OWNER) {
            assertThat(state(role, "create table shared.another (id int)")).isEqualTo(DENIED);
            assertThat(state(role, "create schema another")).isEqualTo(DENIED);
            assertThat(state(role, "create temporary table another (id int)")).isEqualTo(DENIED);
            assertThat(state(role, "select kinmark.move_clock(now(), true)"))
                    .isEqualTo(role == DatabaseRole.STAFF ? null : DENIED);
        }
    }

    @Test
    void a_team_sees_its_own_families_and_without_a_unit_none() throws SQLException {
        assertThat(count(DatabaseRole.TEAM, team, "team.family")).isOne();
        assertThat(count(DatabaseRole.TEAM, otherTeam, "team.family")).isOne();
        assertThat(count(DatabaseRole.TEAM, UUID.randomUUID(), "team.family")).isZero();
        assertThat(count(DatabaseRole.TEAM, null, "team.family")).isZero();
    }

    @Test
    void a_team_writes_no_row_of_another_and_learns_of_none_by_a_constraint() throws SQLException {
        assertThat(stateFor(
                        DatabaseRole.TEAM,
                        team,
                        "insert into team.family values ('" + otherTeam + "', '" + UUID.randomUUID()
                                + "', 'F1', 1, now())"))
                .isEqualTo(DENIED);
        assertThat(stateFor(DatabaseRole.TEAM, team, "update team.family set unit = '" + otherTeam + "'"))
                .isEqualTo(DENIED);
    }

    @Test
    void even_the_owner_reads_no_row_of_a_tenant() throws SQLException {
        assertThat(count(DatabaseRole.OWNER, team, "team.family")).isZero();
        assertThat(count(DatabaseRole.OWNER, team, "staff.person")).isZero();
    }

    @Test
    void the_audit_can_be_added_to_and_never_changed() throws SQLException {
        for (var role : sides().toList()) {
            for (var table : List.of("team.audit", "health.audit")) {
                assertThat(state(role, "update " + table + " set act = 'x'"))
                        .as("%s", role)
                        .isEqualTo(DENIED);
                assertThat(state(role, "delete from " + table)).as("%s", role).isEqualTo(DENIED);
            }
        }
    }

    @Test
    void what_the_team_reads_of_a_released_mark_is_a_family_and_a_round() throws SQLException {
        try (var connection = administrator();
                var rows = connection.createStatement().executeQuery("""
                    select string_agg(attname, ',' order by attnum) from pg_attribute
                     where attrelid = 'released.mark'::regclass and attnum > 0
                    """)) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("unit,family,round");
        }
    }

    private int count(DatabaseRole role, @Nullable UUID unit, String table) throws SQLException {
        var connection = Objects.requireNonNull(connections.get(role));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            if (unit != null) {
                statement.execute("set local kinmark.unit = '" + unit + "'");
            }
            try (var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getInt(1);
            }
        } finally {
            connection.rollback();
        }
    }

    private @Nullable String state(DatabaseRole role, String sql) throws SQLException {
        return stateFor(role, team, sql);
    }

    /// The SQL state of the refusal; null where it was done, and taken back.
    private @Nullable String stateFor(DatabaseRole role, UUID unit, String sql) throws SQLException {
        var connection = Objects.requireNonNull(connections.get(role));
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local kinmark.unit = '" + unit + "'");
            statement.execute(sql);
            return null;
        } catch (SQLException refused) {
            return refused.getSQLState();
        } finally {
            connection.rollback();
        }
    }
}
