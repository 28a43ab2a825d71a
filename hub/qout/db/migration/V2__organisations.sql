-- Organisations: a legal body and its units. Both sides may know that they exist.

create table shared.body (
    id   uuid primary key,
    name text not null check (name <> ''),
    kind text not null check (kind in ('council', 'health', 'partnership'))
);

create table shared.unit (
    id        uuid primary key,
    body      uuid not null references shared.body,
    name      text not null check (name <> ''),
    kind      text not null check (kind in ('partnership', 'family_team', 'health_body', 'gp_practice', 'camhs', 'amhs',
                                            'community_health', 'health_visiting', 'adult_social_care')),
    handle    text not null unique check (handle ~ '^[a-z0-9-]{1,60}$'),
    code      text unique,
    ods_code  text,
    min_age   int check (min_age between 0 and 130),
    max_age   int check (max_age between 0 and 130),
    colour    text check (colour ~ '^#[0-9a-f]{6}$'),
    programme text,
    guardian  uuid references shared.unit
);
comment on column shared.unit.handle is 'the part of a sign-in name after the @';
comment on column shared.unit.code is 'its id in services.csv';
comment on column shared.unit.programme is 'a family team''s own name for its programme';
comment on column shared.unit.guardian is 'the health body that lends its Caldicott Guardian, where the unit has none';

alter table shared.body enable row level security;
alter table shared.body force row level security;
alter table shared.unit enable row level security;
alter table shared.unit force row level security;
create policy known on shared.body for select using (true);
create policy known on shared.unit for select using (true);
create policy set_up on shared.body for insert to kinmark_staff with check (true);
create policy set_up on shared.unit for insert to kinmark_staff with check (true);
create policy own on shared.unit for update to kinmark_staff using (id = kinmark.unit()) with check (id = kinmark.unit());
grant select on shared.body, shared.unit
    to kinmark_team, kinmark_health, kinmark_dispatch, kinmark_release, kinmark_staff;
grant insert on shared.body, shared.unit to kinmark_staff;
grant update (name, colour, programme, guardian) on shared.unit to kinmark_staff;

-- The families' notice, as each unit published it.
create table shared.notice (
    unit         uuid not null references shared.unit,
    id           uuid not null,
    words        text not null check (words <> ''),
    published_by text not null,
    published_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (unit, id),
    check (withdrawn_at >= published_at)
);
create unique index one_notice_at_a_time on shared.notice (unit) where withdrawn_at is null;
alter table shared.notice enable row level security;
alter table shared.notice force row level security;
create policy published on shared.notice for select using (true);
create policy own on shared.notice for insert to kinmark_team, kinmark_health with check (unit = kinmark.unit());
create policy own_withdrawal on shared.notice for update to kinmark_team, kinmark_health
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
grant select on shared.notice to kinmark_team, kinmark_health, kinmark_dispatch, kinmark_release;
grant insert on shared.notice to kinmark_team, kinmark_health;
grant update (withdrawn_at) on shared.notice to kinmark_team, kinmark_health;
