-- The demonstration's clock, which closings and releases are judged by there. It moves forward and never back.

create table if not exists kinmark.clock (
    only_row boolean primary key default true check (only_row),
    standing timestamptz,
    ahead    interval not null default '0'
);
insert into kinmark.clock default values on conflict do nothing;

create or replace function kinmark.now() returns timestamptz
    language sql volatile security definer set search_path = ''
    as 'select coalesce(standing, clock_timestamp() + ahead) from kinmark.clock';

create or replace function kinmark.clock_setting() returns table (standing timestamptz, ahead interval)
    language sql volatile security definer set search_path = ''
    as 'select standing, ahead from kinmark.clock';

create or replace function kinmark.move_clock(moment timestamptz, stand boolean) returns boolean
    language sql volatile security definer set search_path = ''
    as 'with moved as (
            update kinmark.clock
               set standing = case when stand then moment end, ahead = moment - clock_timestamp()
             where moment >= coalesce(standing, clock_timestamp() + ahead)
            returning true)
        select exists (select from moved)';

revoke execute on function kinmark.clock_setting, kinmark.move_clock from public;
grant execute on function kinmark.clock_setting, kinmark.move_clock to kinmark_staff;
