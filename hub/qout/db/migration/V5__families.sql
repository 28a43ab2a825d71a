-- Step 2. The families that a team knows, as it imported them.

create table team.family (
    unit        uuid not null references shared.unit,
    id          uuid not null,
    reference   text not null check (reference <> ''),
    position    int not null,
    imported_at timestamptz not null,
    left_at     timestamptz,
    primary key (unit, id),
    unique (unit, reference)
);
comment on column team.family.position is 'order of import; a queue breaks its ties by it';

create table team.member (
    unit             uuid not null,
    family           uuid not null,
    person_id        text not null check (person_id <> ''),
    person           uuid not null,
    position         int not null,
    nhs_number       text check (nhs_number ~ '^[0-9]{10}$'),
    given_name       text not null,
    family_name      text not null,
    birth_date       date,
    sex              text not null check (sex in ('female', 'male', 'other', 'unknown')),
    postcode         text not null,
    gp_practice      text not null,
    shielded         text not null check (shielded in ('yes', 'no', '')),
    criteria         text[] not null,
    added_at         timestamptz not null,
    came_with_family boolean not null,
    second_source    text,
    second_source_on date,
    left_at          timestamptz,
    merged_into      text,
    primary key (unit, family, person_id),
    foreign key (unit, family) references team.family,
    check ((second_source is null) = (second_source_on is null))
);
comment on column team.member.person is
    'who it is to the checks: the same for one person in two families, and for rows that link to each other';

-- One import: under way, refused with its mistakes, waiting to be confirmed, done.
create table team.import (
    unit       uuid not null references shared.unit,
    id         uuid not null,
    state      text not null check (state in ('running', 'refused', 'to_confirm', 'done', 'given_up')),
    started_by uuid not null,
    starter    text not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    content    bytea,
    report     jsonb,
    primary key (unit, id)
);

alter table team.family enable row level security;
alter table team.family force row level security;
alter table team.member enable row level security;
alter table team.member force row level security;
alter table team.import enable row level security;
alter table team.import force row level security;
create policy own on team.family to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.member to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.import to kinmark_team using (unit = kinmark.unit()) with check (unit = kinmark.unit());
grant select, insert, update on team.family, team.member, team.import to kinmark_team;
grant select on team.family, team.member to kinmark_dispatch;
