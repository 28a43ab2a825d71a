-- Rule 4: a person objects, to the team, at a health service or on the public form, and is left off lists.

-- What the team was told, about a member of one of its families: as they were then entered, for a list that is out.
create table team.objection (
    unit        uuid not null,
    id          uuid not null,
    family      uuid not null,
    person_id   text not null,
    person      uuid not null,
    said_by     text not null check (said_by in ('self', 'parental_responsibility', 'attorney_or_deputy')),
    nhs_number  text check (nhs_number ~ '^[0-9]{10}$'),
    given_name  text not null,
    family_name text not null,
    birth_date  date,
    postcode    text not null,
    recorded_at timestamptz not null,
    applied_at  timestamptz,
    ended_at    timestamptz,
    primary key (unit, id),
    foreign key (unit, family) references team.family
);
comment on column team.objection.applied_at is 'when it had reached every list that was out, and the family''s mark';
create index on team.objection (unit, person) where ended_at is null;
create index on team.objection (unit) where applied_at is null;

-- What a health service was told.
create table health.objection (
    unit         uuid not null references shared.unit,
    id           uuid not null,
    said_by      text not null check (said_by in ('self', 'parental_responsibility', 'attorney_or_deputy')),
    nhs_number   text check (nhs_number ~ '^[0-9]{10}$'),
    given_name   text not null check (given_name <> ''),
    family_name  text not null check (family_name <> ''),
    birth_date   date not null,
    postcode     text not null,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    applied_at   timestamptz,
    ended_at     timestamptz,
    primary key (unit, id)
);

-- What was said on the public form. It belongs to no unit: whoever sends it has none. The hand that writes it reads
-- nothing of it, so that no answer of the form can depend on what is in it; and it is changed by nobody: what takes it
-- back, and what ends it, are rows of their own.
create table health.form_objection (
    id             uuid primary key,
    said_by        text not null check (said_by in ('self', 'parental_responsibility', 'attorney_or_deputy')),
    nhs_number     text check (nhs_number ~ '^[0-9]{10}$'),
    given_name     text not null check (given_name <> ''),
    family_name    text not null check (family_name <> ''),
    birth_date     date not null,
    postcode       text not null,
    reference_hash bytea not null,
    recorded_at    timestamptz not null,
    applied_at     timestamptz
);
create index on health.form_objection (recorded_at);
create table health.taken_back (
    id             uuid primary key,
    reference_hash bytea not null,
    taken_back_at  timestamptz not null
);
create index on health.taken_back (reference_hash);
-- A Caldicott Guardian ended one that was not the person's.
create table health.form_objection_end (
    unit      uuid not null references shared.unit,
    objection uuid not null references health.form_objection,
    reason    text not null check (reason <> ''),
    ended_by  text not null,
    ended_at  timestamptz not null,
    primary key (unit, objection)
);

-- A list is seen by its service once those who objected are taken out of it.
alter table health.list add column screened_at timestamptz;
alter table health.list no force row level security;
update health.list set screened_at = sent_at;
alter table health.list force row level security;
create index on health.list (sent_at) where screened_at is null;

-- A list without somebody who objected has another reference, and all that hangs on it goes along.
alter table health.listed drop constraint listed_unit_list_ref_fkey;
alter table health.listed add foreign key (unit, list_ref) references health.list on update cascade;
alter table health.draft drop constraint draft_unit_list_ref_fkey;
alter table health.draft add foreign key (unit, list_ref) references health.list on update cascade;
alter table health.declaration drop constraint declaration_unit_list_ref_fkey;
alter table health.declaration add foreign key (unit, list_ref) references health.list on update cascade;
alter table health.reminder drop constraint reminder_unit_list_ref_fkey;
alter table health.reminder add foreign key (unit, list_ref) references health.list on update cascade;
-- The references that a list had before, each with the families of which nothing counts that comes under it.
create table health.former_list (
    unit       uuid not null,
    former_ref uuid not null,
    family_ref uuid not null,
    list_ref   uuid not null,
    primary key (unit, former_ref, family_ref),
    foreign key (unit, list_ref) references health.list on update cascade
);

alter table team.objection enable row level security;
alter table team.objection force row level security;
alter table health.objection enable row level security;
alter table health.objection force row level security;
alter table health.form_objection enable row level security;
alter table health.form_objection force row level security;
alter table health.taken_back enable row level security;
alter table health.taken_back force row level security;
alter table health.form_objection_end enable row level security;
alter table health.form_objection_end force row level security;
alter table health.former_list enable row level security;
alter table health.former_list force row level security;

create policy own on team.objection to kinmark_team using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own_to_send on team.objection for select to kinmark_dispatch using (unit = kinmark.unit());
create policy the_hub_itself on team.objection to kinmark_release using (true) with check (true);
-- When it was applied is the hub's own business.
grant select (unit, id, family, person_id, person, said_by, recorded_at, ended_at) on team.objection to kinmark_team;
grant insert, update (person, ended_at) on team.objection to kinmark_team;
grant select (unit, id, person, said_by, recorded_at, ended_at) on team.objection to kinmark_dispatch;
grant select, update (applied_at) on team.objection to kinmark_release;

create policy own on health.objection to kinmark_health using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy the_hub_itself on health.objection to kinmark_release using (true) with check (true);
grant select, insert, update (ended_at) on health.objection to kinmark_health;
grant select, update (applied_at) on health.objection to kinmark_release;

create policy of_no_unit on health.form_objection for insert to kinmark_dispatch
    with check (kinmark.unit() = '00000000-0000-0000-0000-000000000001');
-- Not for a unit of a family team's own council, though it gives care: its Guardian works next door to the team.
create policy for_guardians on health.form_objection for select to kinmark_health
    using (not exists (select 1 from shared.unit own
                         join shared.unit team on team.body = own.body and team.kind = 'family_team'
                        where own.id = kinmark.unit()));
create policy the_hub_itself on health.form_objection to kinmark_release using (true) with check (true);
grant insert on health.form_objection to kinmark_dispatch;
grant select on health.form_objection to kinmark_health;
grant select, update (applied_at) on health.form_objection to kinmark_release;

create policy of_no_unit on health.taken_back for insert to kinmark_dispatch
    with check (kinmark.unit() = '00000000-0000-0000-0000-000000000001');
create policy for_guardians on health.taken_back for select to kinmark_health using (true);
create policy the_hub_itself on health.taken_back for select to kinmark_release using (true);
grant insert on health.taken_back to kinmark_dispatch;
grant select on health.taken_back to kinmark_health, kinmark_release;

create policy own on health.form_objection_end for insert to kinmark_health with check (unit = kinmark.unit());
create policy for_guardians on health.form_objection_end for select to kinmark_health using (true);
create policy the_hub_itself on health.form_objection_end for select to kinmark_release using (true);
grant select, insert on health.form_objection_end to kinmark_health;
grant select on health.form_objection_end to kinmark_release;

drop policy own on health.list;
create policy own on health.list for select to kinmark_health
    using (unit = kinmark.unit() and screened_at is not null);
create policy taken_out on health.list for update to kinmark_release using (true) with check (true);
create policy own on health.former_list for select to kinmark_health using (unit = kinmark.unit());
create policy the_hub_itself on health.former_list to kinmark_release using (true) with check (true);
grant update (list_ref, screened_at) on health.list to kinmark_release;
grant select on health.listed to kinmark_release;
grant update (sealed) on health.draft to kinmark_release;
grant update (list_ref) on release.map to kinmark_release;
grant select on health.former_list to kinmark_health, kinmark_release;
grant insert on health.former_list to kinmark_release;
