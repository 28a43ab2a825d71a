package org.kinmark.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /// The list says word for word what is different. None of these is caught by anything else.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create policy more on health.draft to kinmark_health using (true) | there is policy health.draft more for all to kinmark_health using true
            create policy more on health.draft for select using (true)  | there is policy health.draft more for select to everybody using true
            drop policy own on health.draft                              | there is no policy health.draft own for all to kinmark_health
            alter policy own on health.draft using (true)                | there is policy health.draft own for all to kinmark_health using true
            alter policy own on team.family using (unit is not null)     | there is policy team.family own for all to kinmark_dispatch, kinmark_team using (unit IS NOT NULL)
            alter policy own on team.family to kinmark_release           | there is policy team.family own for all to kinmark_release
            alter policy party on shared.agreement using (true)          | there is policy shared.agreement party for select to kinmark_health using true
            alter policy own_signing on shared.signature with check (true) | there is policy shared.signature own_signing for insert to kinmark_team with check true
            alter policy own on shared.waiver with check (true)          | there is policy shared.waiver own for all
            drop policy known on shared.unit                             | there is no policy shared.unit known
            grant delete on health.declaration to kinmark_health         | there is table health.declaration: kinmark_health may delete
            grant update on health.declaration to kinmark_health         | there is table health.declaration: kinmark_health may update
            grant update (declared_at) on health.declaration to kinmark_health | there is table health.declaration (declared_at): kinmark_health may update
            grant select on team.asked to kinmark_release                | there is table team.asked: kinmark_release may select
            grant insert on shared.unit to kinmark_team                  | there is table shared.unit: kinmark_team may insert
            grant update (guardian) on shared.unit to kinmark_health     | there is table shared.unit (guardian): kinmark_health may update
            grant insert on shared.round to kinmark_team                 | there is table shared.round: kinmark_team may insert
            grant select on shared.round to kinmark_health               | there is table shared.round: kinmark_health may select
            grant update on team.asked to kinmark_team                   | there is table team.asked: kinmark_team may update
            grant delete on team.audit to kinmark_team                   | there is table team.audit: kinmark_team may delete
            grant select on team.family to kinmark_team with grant option | there is table team.family: kinmark_team may select and pass it on
            grant truncate on team.once to kinmark_team                  | there is table team.once: kinmark_team may truncate
            revoke select on team.family from kinmark_dispatch           | there is no table team.family: kinmark_dispatch may select
            grant usage on schema health to kinmark_team                 | there is schema health: kinmark_team may usage
            grant create on schema shared to kinmark_team                | there is schema shared: kinmark_team may create
            grant execute on function kinmark.keep_what_is_signed() to kinmark_team | there is function kinmark.keep_what_is_signed(): kinmark_team may execute
            create or replace function kinmark.unit() returns uuid language sql stable return gen_random_uuid() | there is function kinmark.unit() of kinmark_owner does
            drop trigger kept on shared.signature                        | there is no trigger kept
            alter table shared.signature disable trigger kept            | there is trigger kept (off)
            create table shared.more (id int)                            | there is table shared.more of
            alter table team.family no force row level security          | there is table team.family of kinmark_owner with row-level security
            alter default privileges for role kinmark_owner grant select on tables to kinmark_team | there is default privileges of kinmark_owner
            """)
    void refuses_where_anything_differs_from_the_list(String fault, String said) throws SQLException {
        var url = TestDatabase.url();
        execute(url.substring(url.lastIndexOf('/') + 1), fault);
        assertThatThrownBy(() -> Database.open(new DatabaseSettings(TestDatabase.folderOfData(), url, true))
                        .close())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create or replace function kinmark.now() returns timestamptz language sql return 'infinity'::timestamptz | there is function kinmark.now() of kinmark_owner does
            alter function kinmark.now() security definer                | there is function kinmark.now() of kinmark_owner acts as its owner
            """)
    void refuses_where_the_clock_is_another(String fault, String said) throws SQLException {
        assertRefused(fault, "select 1", said);
    }

    @Test
    void refuses_where_a_role_was_set_to_begin_as_somebody() throws SQLException {
        assertRefused(
                "alter role kinmark_team set kinmark.unit to '00000000-0000-0000-0000-000000000001'",
                "alter role kinmark_team reset kinmark.unit",
                "there is setting of kinmark_team kinmark.unit");
    }

    /// Where this fails after a migration that is meant, look at what changed, and copy what it wrote.
    @Test
    void the_list_is_what_the_migrations_set_up() throws SQLException, IOException {
        var plain = found(false);
        var shown = found(true);
        Files.write(Path.of("target", "rights.txt"), plain);
        var demonstration = new TreeSet<String>();
        plain.stream().filter(line -> !shown.contains(line)).forEach(line -> demonstration.add("- " + line));
        shown.stream().filter(line -> !plain.contains(line)).forEach(demonstration::add);
        Files.write(Path.of("target", "rights-demonstration.txt"), demonstration);
        assertThat(Rights.differences(Rights.expected(false), plain)).isEmpty();
        assertThat(Rights.differences(Rights.expected(true), shown)).isEmpty();
    }

    private static SortedSet<String> found(boolean demonstration) throws SQLException {
        var name = TestDatabase.empty();
        try {
            Database.open(TestDatabase.settings(name, demonstration)).close();
        } catch (CannotStart _) {
            // It is set up all the same.
        }
        try (var connection = TestDatabase.administrator().to(name).connect()) {
            return Rights.found(connection);
        }
    }

    private static void assertRefused(String fault, String mended, String said) throws SQLException {
        var name = TestDatabase.plain();
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
        var name = TestDatabase.plain();
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
