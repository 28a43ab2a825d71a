package org.kinmark.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the hub relies on, asked of the database itself before anything is served. The separation of the sides stands
/// on roles, privileges and row-level security; someone who "just granted" something has taken it away.
///
/// Twice over: [Rights] compares all of it with what this version sets up, line by line, and the requirements here are
/// what must hold of any version, so that a list that was copied without a thought does not pass.
final class StartCheck {

    /// Of what differs from the list. It is all of one cause, as a rule.
    private static final int MOST_NAMED = 12;

    /// Something that must hold.
    ///
    /// @param broken what is said where it does not, before the names of what breaks it
    /// @param offenders a query for those names
    private record Requirement(String broken, String offenders) {}

    private static final List<Requirement> ALWAYS = List.of(
            new Requirement("PostgreSQL 15 or newer is needed, and this is", """
                    select current_setting('server_version') where current_setting('server_version_num')::int < 150000
                    """),
            new Requirement("These settings must be on, or a power cut loses what was acknowledged:", """
                    select name from pg_settings
                     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
                    """),
            new Requirement("These roles can do more than serve one side:", """
                    select rolname from pg_roles
                     where rolname like 'kinmark\\_%' and rolname <> 'kinmark_setup'
                       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                    """),
            new Requirement("These roles belong to others, or others to them:", """
                    select member.rolname from pg_auth_members
                      join pg_roles member on member.oid = pg_auth_members.member
                      join pg_roles role on role.oid = pg_auth_members.roleid
                     where member.rolname like 'kinmark\\_%' and member.rolname <> 'kinmark_setup'
                        or role.rolname like 'kinmark\\_%' and not member.rolsuper and not member.rolcreaterole
                    """),
            new Requirement("These tables do not force row-level security:", """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname in ('shared', 'team', 'health', 'release', 'released', 'staff')
                       and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
                    """),
            new Requirement("These are not tables of the owner's, or are no tables:", """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname in ('shared', 'team', 'health', 'release', 'released', 'staff')
                       and c.relkind not in ('i', 'I', 't')
                       and (c.relkind not in ('r', 'p') or pg_get_userbyid(c.relowner) <> 'kinmark_owner')
                    """),
            new Requirement("These privileges cross the boundary:", """
                    select role || ' on ' || n.nspname || '.' || c.relname
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                      join (values ('kinmark_team', 'health', false), ('kinmark_team', 'release', false),
                                   ('kinmark_team', 'staff', false), ('kinmark_team', 'released', true),
                                   ('kinmark_health', 'team', false), ('kinmark_health', 'release', false),
                                   ('kinmark_health', 'released', false), ('kinmark_health', 'staff', false),
                                   ('kinmark_dispatch', 'released', false), ('kinmark_dispatch', 'staff', false),
                                   ('kinmark_release', 'staff', false), ('kinmark_staff', 'release', false),
                                   ('kinmark_staff', 'released', false))
                           as forbidden (role, side, to_write) on side = n.nspname
                     where c.relkind in ('r', 'p')
                       and (has_any_column_privilege(role, c.oid, 'INSERT, UPDATE')
                            or has_table_privilege(role, c.oid, 'DELETE, TRUNCATE')
                            or not to_write and has_any_column_privilege(role, c.oid, 'SELECT'))
                    union all
                    select 'kinmark_dispatch reads ' || n.nspname || '.' || c.relname
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname in ('health', 'release') and c.relkind in ('r', 'p')
                       and has_any_column_privilege('kinmark_dispatch', c.oid, 'SELECT')
                    union all
                    select 'kinmark_staff reads ' || n.nspname || '.' || c.relname
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname in ('team', 'health') and c.relkind in ('r', 'p')
                       and c.relname <> 'audit_head'
                       and has_any_column_privilege('kinmark_staff', c.oid, 'SELECT')
                    """),
            new Requirement("These are outside the sides, and a role of the hub may use them:", """
                    select n.nspname || '.' || c.relname || ' by ' || role
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                      cross join unnest(array['kinmark_team', 'kinmark_health', 'kinmark_dispatch', 'kinmark_release',
                                              'kinmark_staff']) role
                     where n.nspname not in ('shared', 'team', 'health', 'release', 'released', 'staff',
                                             'information_schema')
                       and n.nspname not like 'pg\\_%'
                       and c.relkind in ('r', 'p', 'v', 'm', 'f')
                       and not exists (select from pg_depend d
                                        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                       and (has_any_column_privilege(role, c.oid, 'SELECT, INSERT, UPDATE')
                            or has_table_privilege(role, c.oid, 'DELETE, TRUNCATE'))
                    """),
            new Requirement("These functions act for whoever made them, outside schema kinmark:", """
                    select p.oid::regprocedure::text
                      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                     where p.prosecdef and n.nspname not in ('kinmark', 'information_schema')
                       and n.nspname not like 'pg\\_%'
                       and not exists (select from pg_depend d
                                        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
                    """),
            new Requirement("Everybody may use these:", """
                    select n.nspname || '.' || c.relname
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                      cross join lateral aclexplode(c.relacl) granted
                     where n.nspname in ('shared', 'team', 'health', 'release', 'released', 'staff', 'kinmark')
                       and granted.grantee = 0
                    union all
                    select p.oid::regprocedure::text
                      from pg_proc p
                      join pg_namespace n on n.oid = p.pronamespace
                     where n.nspname = 'kinmark' and has_function_privilege('public', p.oid, 'EXECUTE')
                    """));

    private static final Requirement NO_OTHER_CLOCK =
            new Requirement("This database has been a demonstration's, with a clock that can be moved:", """
                    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                     where n.nspname = 'kinmark' and p.proname in ('move_clock', 'clock_setting')
                    """);

    private static final Requirement NO_DEMONSTRATION_ACCOUNTS =
            new Requirement("This database holds accounts of a demonstration, in so many units:", """
                    select count(distinct unit)::text from staff.person
                     where demonstration and ended_at is null having count(*) > 0
                    """);

    private StartCheck() {}

    /// @param staff the role that alone sees who may sign in
    /// @throws CannotStart naming what is broken, all of it
    static void perform(Administrator administrator, Administrator staff, boolean demonstration) {
        var broken = new ArrayList<>(broken(administrator, ALWAYS));
        if (!demonstration) {
            broken.addAll(broken(administrator, List.of(NO_OTHER_CLOCK)));
            broken.addAll(broken(staff, List.of(NO_DEMONSTRATION_ACCOUNTS)));
        }
        broken.addAll(notAsSetUp(administrator, demonstration));
        if (!broken.isEmpty()) {
            throw new CannotStart("The hub does not serve on this database. " + String.join(" ", broken));
        }
    }

    private static List<String> notAsSetUp(Administrator as, boolean demonstration) {
        try (var connection = as.connect()) {
            var differences = Rights.differences(Rights.expected(demonstration), Rights.found(connection));
            if (differences.isEmpty()) {
                return List.of();
            }
            var named = String.join("; ", differences.subList(0, Math.min(MOST_NAMED, differences.size())));
            int more = differences.size() - MOST_NAMED;
            return List.of("Who may do what is not as this version sets it up: " + named
                    + (more > 0 ? "; and " + more + " more." : "."));
        } catch (SQLException e) {
            throw unchecked(e);
        }
    }

    private static CannotStart unchecked(SQLException e) {
        return new CannotStart("The database could not be checked (SQL state " + e.getSQLState() + ")");
    }

    private static List<String> broken(Administrator as, List<Requirement> requirements) {
        var broken = new ArrayList<String>();
        try (var connection = as.connect()) {
            for (var requirement : requirements) {
                var offenders = names(connection, requirement.offenders());
                if (!offenders.isEmpty()) {
                    broken.add(requirement.broken() + " " + String.join(", ", offenders) + ".");
                }
            }
        } catch (SQLException e) {
            throw unchecked(e);
        }
        return broken;
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
