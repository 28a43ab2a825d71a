package org.kinmark.hub.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table team.family no force row level security                | force row-level security: team.family
            alter table health.draft disable row level security                | force row-level security: health.draft
            grant select on health.draft to kinmark_team                       | kinmark_team on health.draft
            grant select (family_ref) on release.map to kinmark_team           | kinmark_team on release.map
            grant select on release.map to kinmark_dispatch                    | kinmark_dispatch reads release.map
            grant insert on released.mark to kinmark_team                      | kinmark_team on released.mark
            grant select on team.family to kinmark_health                      | kinmark_health on team.family
            grant select on team.family to kinmark_staff                       | kinmark_staff reads team.family
            grant select on staff.person to kinmark_release                    | kinmark_release on staff.person
            grant select on health.list to public                              | Everybody may use these: health.list
            alter table health.list owner to kinmark_setup                     | of the owner's, or are no tables: health.list
            create view shared.peek as select * from health.list               | no tables: shared.peek
            create function kinmark.peek() returns int language sql return 1   | kinmark.peek()
            create view public.peek as select * from health.list; grant select on public.peek to kinmark_team | public.peek by kinmark_team
            create function shared.peek() returns int language sql security definer return 1 | shared.peek()
            create function public.peek() returns int language sql security definer return 1 | outside schema kinmark: peek()
            create policy more on health.draft to kinmark_health using (true)  | health.draft (more)
            """)
    void refuses_where_the_sides_are_not_apart(String fault, String said) throws SQLException {
        assertRefused(fault, "select 1", said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter role kinmark_team bypassrls           | alter role kinmark_team nobypassrls      | one side: kinmark_team
            alter role kinmark_health superuser         | alter role kinmark_health nosuperuser    | one side: kinmark_health
            alter role kinmark_staff createrole         | alter role kinmark_staff nocreaterole    | one side: kinmark_staff
            grant kinmark_release to kinmark_team       | revoke kinmark_release from kinmark_team | to them: kinmark_team
            """)
    void refuses_where_a_role_can_do_more_than_its_side(String fault, String mended, String said) throws SQLException {
        assertRefused(fault, mended, said);
    }

    private static void assertRefused(String fault, String mended, String said) throws SQLException {
        var name = TestDatabase.empty();
        Database.open(TestDatabase.settings(name, false)).close();
        execute(name, fault);
        try {
            assertThatThrownBy(() ->
                            Database.open(TestDatabase.settings(name, false)).close())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(said)
                    .hasMessageNotContaining("Exception");
        } finally {
            execute(name, mended);
        }
    }

    @Test
    void refuses_to_serve_what_was_a_demonstration() throws SQLException {
        var name = TestDatabase.empty();
        Database.open(TestDatabase.settings(name, true)).close();
        assertThatThrownBy(() -> Database.open(TestDatabase.settings(name, false)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("clock that can be moved");
    }

    @Test
    void refuses_to_serve_with_accounts_of_a_demonstration() throws SQLException {
        var name = TestDatabase.empty();
        Database.open(TestDatabase.settings(name, false)).close();
        var unit = UUID.randomUUID();
        execute(name, "insert into shared.body values ('" + unit + "', 'A council', 'council')");
        execute(
                name,
                "insert into shared.unit (id, body, name, kind, handle) values ('" + unit + "', '" + unit
                        + "', 'A team', 'family_team', 'team')");
        execute(
                name,
                "insert into staff.person (unit, id, name, sign_in_name, demonstration, created_at) values ('" + unit
                        + "', '" + unit + "', 'A person', 'person', true, now())");
        assertThatThrownBy(() -> Database.open(TestDatabase.settings(name, false)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("accounts of a demonstration")
                .hasMessageNotContaining("person.");
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = TestDatabase.administrator().to(database).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
