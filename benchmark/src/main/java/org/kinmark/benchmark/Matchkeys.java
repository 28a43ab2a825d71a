package org.kinmark.benchmark;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/// Links two files in DuckDB by exact matchkeys, one after another: each key has to be unique on both sides among
/// those who are still unmatched, and whoever is matched leaves.
///
/// Source: Office for National Statistics (2013), "Beyond 2011: Matching Anonymous Data", Methods and Policies M9.
final class Matchkeys {

    /// Each key's columns on the left, in the order in which they are tried.
    private static final List<List<String>> KEYS = List.of(
            List.of("nhs", "birth"),
            List.of("nhs", "given"),
            List.of("given", "family", "birth", "sex", "postcode"),
            List.of("given", "family", "birth", "postcode"),
            List.of("g1", "family", "birth", "postcode"),
            List.of("given", "birth", "postcode"),
            List.of("given", "family", "birth", "dist"),
            List.of("given", "family", "birth"),
            List.of("given", "family", "yr", "postcode"),
            List.of("g3", "f3", "birth", "sex"),
            List.of("family", "given", "swapped"),
            List.of("given", "family", "sex", "postcode"),
            List.of("family", "birth", "sex", "dist"),
            List.of("family", "given", "birth"),
            List.of("family", "birth", "sex", "postcode"),
            List.of("given", "birth", "dist"),
            List.of("nhs"));

    /// The same on the right, where it is other columns that have to agree.
    private static final List<List<String>> ON_THE_RIGHT =
            List.of(List.of("family", "given", "birth"), List.of("given", "family", "birth"));

    private static final int DAY_AND_MONTH_SWAPPED = 10;
    private static final int NAMES_SWAPPED = 13;

    private Matchkeys() {}

    /// Links.
    ///
    /// @param arguments the left file and its id column, the right file and its id column, where the links go, and
    ///     how many threads work
    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("set threads = " + Integer.parseInt(arguments[5]));
            statement.execute("set preserve_insertion_order = false");
            read(statement, "l", arguments[0], arguments[1]);
            read(statement, "r", arguments[2], arguments[3]);
            statement.execute("create table links (l bigint, r bigint)");
            for (int key = 0; key < KEYS.size(); key++) {
                match(statement, KEYS.get(key), right(key));
            }
            statement.execute(
                    "copy (select l.id as left_id, r.id as right_id from links join l on l.n = links.l join r on"
                            + " r.n = links.r) to '" + arguments[4].replace("'", "''") + "' (header)");
        }
    }

    private static List<String> right(int key) {
        return switch (key) {
            case DAY_AND_MONTH_SWAPPED -> ON_THE_RIGHT.getFirst();
            case NAMES_SWAPPED -> ON_THE_RIGHT.getLast();
            default -> KEYS.get(key);
        };
    }

    private static void read(Statement statement, String table, String file, String id) throws SQLException {
        statement.execute("create table " + table + " as"
                + " with typed as (select \"" + id
                + "\" as id, nullif(regexp_replace(nhs_number, '[^0-9]', '', 'g'), '')"
                + " as nhs, " + letters("split_part(trim(given_name), ' ', 1)") + " as given, "
                + letters("family_name") + " as family, birth_date as birth, nullif(sex, '') as sex,"
                + " nullif(upper(replace(postcode, ' ', '')), '') as postcode from read_csv('" + file.replace("'", "''")
                + "', header = true, all_varchar = true, parallel = true))"
                + " select row_number() over () as n, id, nhs, nullif(given, '') as given, nullif(family, '') as family,"
                + " nullif(birth, '') as birth, sex, postcode, nullif(left(given, 1), '') as g1, case when length(given)"
                + " >= 3 then left(given, 3) end as g3, case when length(family) >= 3 then left(family, 3) end as f3,"
                + " left(postcode, length(postcode) - 3) as dist, left(birth, 4) as yr, left(birth, 5) || right(birth, 2)"
                + " || '-' || substr(birth, 6, 2) as swapped, false as matched from typed");
    }

    private static String letters(String column) {
        return "regexp_replace(lower(strip_accents(" + column + ")), '[^a-z]', '', 'g')";
    }

    /// The right side is looked at only where a unique key of the left has something to meet.
    private static void match(Statement statement, List<String> left, List<String> right) throws SQLException {
        statement.execute("create or replace temp table found as with lu as (" + unique("l", left) + "), ru as (select "
                + named(right) + ", n from r where not matched and " + filled(right) + "), met as (select lu.n as l,"
                + " any_value(ru.n) as r from lu join ru using (" + keys(left) + ") group by lu.n having count(*) = 1)"
                + " select l, r from met");
        statement.execute("insert into links select l, r from found");
        statement.execute("update l set matched = true where n in (select l from found)");
        statement.execute("update r set matched = true where n in (select r from found)");
    }

    private static String unique(String table, List<String> columns) {
        return "select " + named(columns) + ", any_value(n) as n from " + table + " where not matched and "
                + filled(columns) + " group by " + keys(columns) + " having count(*) = 1";
    }

    private static String named(List<String> columns) {
        return columns.stream()
                .map(column -> column + " as k" + columns.indexOf(column))
                .collect(Collectors.joining(", "));
    }

    private static String keys(List<String> columns) {
        return columns.stream().map(column -> "k" + columns.indexOf(column)).collect(Collectors.joining(", "));
    }

    private static String filled(List<String> columns) {
        return columns.stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
    }
}
