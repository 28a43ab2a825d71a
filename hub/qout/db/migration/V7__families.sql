-- Step 2. Who is who from one import to the next, so that what was asked about a person is found again under another
-- reference; and step 4, a family that declined.

-- Whoever an entry was before somebody else was entered under its reference: they have left, and are known if they come
-- back.
create table team.former_member (
    unit        uuid not null,
    family      uuid not null,
    person_id   text not null,
    person      uuid not null,
    nhs_number  text check (nhs_number ~ '^[0-9]{10}$'),
    given_name  text not null,
    family_name text not null,
    birth_date  date,
    sex         text not null check (sex in ('female', 'male', 'other', 'unknown')),
    postcode    text not null,
    replaced_at timestamptz not null,
    primary key (unit, family, person_id, person, replaced_at),
    foreign key (unit, family) references team.family
);
-- Two keys that turned out to be one person. What was asked under the former is never rewritten; it is read as the
-- latter.
create table team.same_person (
    unit      uuid not null references shared.unit,
    former    uuid not null,
    person    uuid not null,
    joined_at timestamptz not null,
    primary key (unit, former),
    check (former <> person)
);
-- That a family declined support.
create table team.declined (
    unit        uuid not null,
    family      uuid not null,
    declined_on date not null,
    recorded_at timestamptz not null,
    primary key (unit, family, declined_on),
    foreign key (unit, family) references team.family
);

alter table team.former_member enable row level security;
alter table team.former_member force row level security;
alter table team.same_person enable row level security;
alter table team.same_person force row level security;
alter table team.declined enable row level security;
alter table team.declined force row level security;

create policy own on team.former_member to kinmark_team
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.same_person to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.declined to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy the_hub_itself on team.declined for select to kinmark_release using (true);
grant select, insert on team.former_member, team.same_person, team.declined to kinmark_team;
grant update (person) on team.former_member, team.same_person to kinmark_team;
grant select on team.same_person, team.declined to kinmark_dispatch;
-- No more than which marks have to go.
grant select (unit, family, recorded_at) on team.declined to kinmark_release;

create index on team.member (unit, person);
