package org.kinmark.hub.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who may do what in the database, line by line: every table with its row-level security, every policy with its
/// expressions, every privilege on a schema, table, column or function, every function and trigger, and what the roles
/// begin with. `rights.txt` is what this version sets up; whatever else a database has or lacks was done by somebody.
final class Rights {

    /// Of a line in a sentence: some hold a whole function.
    private static final int LONGEST = 200;

    private static final String SCHEMAS = "('kinmark', 'shared', 'team', 'health', 'release', 'released', 'staff')";

    private static final String QUERY = """
            with schema as (select oid, nspname, nspowner, nspacl from pg_namespace where nspname in %1$s),
                 relation as (select c.*, s.nspname || '.' || c.relname as name
                                from pg_class c join schema s on s.oid = c.relnamespace
                               where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')),
                 routine as (select p.*, p.oid::regprocedure::text as name
                               from pg_proc p join schema s on s.oid = p.pronamespace),
                 granted (what, acl, owner) as (
                     select 'schema ' || nspname, nspacl, nspowner from schema
                     union all select 'table ' || name, relacl, relowner from relation
                     union all select 'table ' || r.name || ' (' || a.attname || ')', a.attacl, r.relowner
                                 from relation r join pg_attribute a on a.attrelid = r.oid
                                where a.attnum > 0 and not a.attisdropped
                     union all select 'function ' || name,
                                      coalesce(proacl, acldefault('f', proowner)), proowner from routine)
            select 'table ' || name || ' of ' || pg_get_userbyid(relowner)
                   || case when relrowsecurity then ' with row-level security' else '' end
                   || case when relforcerowsecurity then ', forced' else '' end
              from relation
            union all
            select 'policy ' || r.name || ' ' || p.polname
                   || case when p.polpermissive then '' else ' restrictive' end
                   || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                                               when 'd' then 'delete' else 'all' end
                   || ' to ' || (select string_agg(case when role = 0 then 'everybody' else pg_get_userbyid(role) end,
                                                   ', ' order by case when role = 0 then '' else pg_get_userbyid(role)::text end)
                                   from unnest(p.polroles) role)
                   || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                   || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
              from pg_policy p join relation r on r.oid = p.polrelid
            union all
            select granted.what || ': '
                   || case when acl.grantee = 0 then 'everybody' else pg_get_userbyid(acl.grantee) end
                   || ' may ' || lower(acl.privilege_type) || case when acl.is_grantable then ' and pass it on' else '' end
              from granted cross join lateral aclexplode(granted.acl) acl
             where acl.grantee <> granted.owner
            union all
            select 'function ' || name || ' of ' || pg_get_userbyid(proowner)
                   || case when prosecdef then ' acts as its owner' else '' end
                   || coalesce(' with ' || array_to_string(proconfig, ' '), '')
                   || ' does ' || coalesce(pg_get_function_sqlbody(oid), prosrc)
              from routine
            union all
            select 'trigger ' || t.tgname || case t.tgenabled when 'O' then ' ' else ' (off) ' end
                   || pg_get_triggerdef(t.oid)
              from pg_trigger t join relation r on r.oid = t.tgrelid where not t.tgisinternal
            union all
            select 'setting of ' || case when setrole = 0 then 'everybody' else pg_get_userbyid(setrole) end
                   || ' ' || setting
              from pg_db_role_setting
              cross join unnest(setconfig) setting
              left join pg_roles role on role.oid = setrole
             where (setdatabase = 0 or setdatabase = (select oid from pg_database where datname = current_database()))
               and (setrole = 0 or role.rolname like 'kinmark\\_%%' and role.rolname <> 'kinmark_setup')
               and (setting like 'kinmark.%%'
                    or split_part(setting, '=', 1) in ('search_path', 'role', 'session_authorization', 'row_security',
                                                       'session_replication_role', 'session_preload_libraries',
                                                       'local_preload_libraries'))
            union all
            select 'default privileges of ' || pg_get_userbyid(defaclrole) from pg_default_acl
             where pg_get_userbyid(defaclrole) like 'kinmark\\_%%'
            """.formatted(SCHEMAS);

    private Rights() {}

    /// What there is.
    static SortedSet<String> found(Connection connection) throws SQLException {
        var found = new TreeSet<String>();
        try (var statement = connection.createStatement()) {
            // So that every name is written with its schema.
            statement.execute("set search_path to ''");
            try (var rows = statement.executeQuery(QUERY)) {
                while (rows.next()) {
                    found.add(rows.getString(1).strip().replaceAll("\\s+", " "));
                }
            }
            statement.execute("reset search_path");
        }
        return found;
    }

    /// What this version sets up, with a demonstration's clock or without.
    static SortedSet<String> expected(boolean demonstration) {
        var expected = new TreeSet<>(lines("rights.txt"));
        if (demonstration) {
            lines("rights-demonstration.txt").forEach(line -> {
                if (line.startsWith("- ")) {
                    expected.remove(line.substring(2));
                } else {
                    expected.add(line);
                }
            });
        }
        return expected;
    }

    private static List<String> lines(String file) {
        var stream = Objects.requireNonNull(Rights.class.getResourceAsStream("/db/" + file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What differs, each by the line that is too much or is missing.
    static List<String> differences(SortedSet<String> expected, SortedSet<String> found) {
        var differences = new ArrayList<String>();
        found.stream()
                .filter(line -> !expected.contains(line))
                .forEach(line -> differences.add("there is " + shortened(line)));
        expected.stream()
                .filter(line -> !found.contains(line))
                .forEach(line -> differences.add("there is no " + shortened(line)));
        return differences;
    }

    private static String shortened(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
