-- The sides, and what each may touch. Roles exist before: see the database package.
--
-- A tenant is a unit. Every table that belongs to one begins its key with it, has row-level security forced, and is read
-- only under `kinmark.unit`, which a transaction sets for itself. Ids are drawn outside the database, so that no sequence's
-- gap speaks of another's row.

create schema kinmark;
create schema shared;
create schema team;
create schema health;
create schema release;
create schema released;
create schema staff;

grant usage on schema kinmark to kinmark_team, kinmark_health, kinmark_dispatch, kinmark_release, kinmark_staff;
grant usage on schema shared to kinmark_team, kinmark_health, kinmark_dispatch, kinmark_release, kinmark_staff;
grant usage on schema team to kinmark_team, kinmark_dispatch, kinmark_release, kinmark_staff;
grant usage on schema health to kinmark_health, kinmark_dispatch, kinmark_release, kinmark_staff;
grant usage on schema release to kinmark_dispatch, kinmark_release;
grant usage on schema released to kinmark_team, kinmark_release;
grant usage on schema staff to kinmark_staff;

-- The unit for which this transaction acts; null where it acts for none.
create function kinmark.unit() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('kinmark.unit', true), '')::uuid;

-- The one clock by which closings and releases are judged. Only a demonstration or a test replaces it.
create function kinmark.now() returns timestamptz
    language sql volatile
    return clock_timestamp();

revoke execute on all functions in schema kinmark from public;
grant execute on all functions in schema kinmark
    to kinmark_team, kinmark_health, kinmark_dispatch, kinmark_release, kinmark_staff;
