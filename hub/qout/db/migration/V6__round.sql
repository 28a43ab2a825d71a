-- Step 2, the list goes; step 3, services answer; step 4, the bits come back.

create table shared.round (
    unit             uuid not null references shared.unit,
    id               uuid not null,
    agreement        uuid not null,
    version          int not null,
    criteria         int not null check (criteria >= 1),
    as_of            date not null,
    opened_at        timestamptz not null,
    closes_at        timestamptz not null,
    second_closes_at timestamptz not null,
    releases_at      timestamptz not null,
    retention_ends_at timestamptz not null,
    state            text not null check (state in ('open', 'extended', 'released', 'void')),
    ended_at         timestamptz,
    primary key (unit, id),
    foreign key (unit, agreement, version) references shared.agreement,
    check (opened_at < closes_at and closes_at < second_closes_at and second_closes_at <= releases_at),
    check (releases_at < retention_ends_at),
    check ((ended_at is null) = (state in ('open', 'extended')))
);

-- A family that the round asks about, with all that could explain a 1, for the checks of later rounds.
create table team.asked (
    unit         uuid not null,
    round        uuid not null,
    family       uuid not null,
    position     int not null,
    criteria     int not null,
    explanations jsonb not null,
    waived       text[] not null default '{}',
    primary key (unit, round, family),
    foreign key (unit, round) references shared.round,
    foreign key (unit, family) references team.family
);
create table team.not_asked (
    unit     uuid not null,
    round    uuid not null,
    family   uuid not null,
    position int not null,
    reasons  jsonb not null,
    primary key (unit, round, family),
    foreign key (unit, round) references shared.round,
    foreign key (unit, family) references team.family
);
-- Who was to be listed to whom, as the team composed it, and the decision by which each went.
create table team.listing (
    unit         uuid not null,
    round        uuid not null,
    family       uuid not null,
    person_id    text not null,
    service      uuid not null references shared.unit,
    decision     text not null,
    decision_row text not null,
    primary key (unit, round, family, person_id, service),
    foreign key (unit, round, family) references team.asked
);

-- A check waived for named families, by the Caldicott Guardian of a health party.
create table shared.waiver (
    unit          uuid not null references shared.unit,
    id            uuid not null,
    agreement     uuid not null,
    version       int not null,
    failed_check  text not null,
    families      int not null check (families > 0),
    reason        text not null check (reason <> ''),
    requested_by  text not null,
    requested_at  timestamptz not null,
    guardian_unit uuid not null references shared.unit,
    guardian_name text,
    granted       boolean,
    guardian_reason text,
    decided_at    timestamptz,
    expires_on    date,
    primary key (unit, id),
    foreign key (unit, agreement, version) references shared.agreement,
    check ((granted is null) = (decided_at is null) and (granted is null) = (guardian_name is null)),
    check (granted is not true or expires_on is not null)
);
create table team.waiver_family (
    unit   uuid not null,
    waiver uuid not null,
    family uuid not null,
    primary key (unit, waiver, family),
    foreign key (unit, waiver) references shared.waiver,
    foreign key (unit, family) references team.family
);

-- A list as one service got it.
create table health.list (
    unit      uuid not null references shared.unit,
    list_ref  uuid not null,
    team      uuid not null references shared.unit,
    round     uuid not null,
    agreement uuid not null,
    version   int not null,
    sent_at   timestamptz not null,
    primary key (unit, list_ref),
    unique (unit, team, round)
);
create table health.listed (
    unit        uuid not null,
    list_ref    uuid not null,
    position    int not null,
    family_ref  uuid not null,
    person_ref  uuid not null,
    nhs_number  text,
    given_name  text not null,
    family_name text not null,
    birth_date  date,
    sex         text not null,
    postcode    text not null,
    primary key (unit, list_ref, person_ref),
    foreign key (unit, list_ref) references health.list
);
-- A draft of the judgements of a whole list, sealed under the round's key, the same length whatever it says.
create table health.draft (
    unit     uuid not null,
    list_ref uuid not null,
    sealed   bytea not null,
    primary key (unit, list_ref),
    foreign key (unit, list_ref) references health.list
);
create table health.declaration (
    unit         uuid not null,
    id           uuid not null,
    list_ref     uuid not null,
    person       uuid not null,
    person_name  text not null,
    registration text not null check (registration <> ''),
    declared_at  timestamptz not null,
    withdrawn_at timestamptz,
    primary key (unit, id),
    foreign key (unit, list_ref) references health.list
);
create unique index one_declaration_stands on health.declaration (unit, list_ref) where withdrawn_at is null;
create table health.reminder (
    unit     uuid not null,
    list_ref uuid not null,
    sent_at  timestamptz not null,
    primary key (unit, list_ref),
    foreign key (unit, list_ref) references health.list
);

-- From a list's references back to families. Written when a list goes; read by the release alone.
create table release.map (
    unit       uuid not null,
    list_ref   uuid not null,
    family_ref uuid not null,
    team       uuid not null,
    round      uuid not null,
    family     uuid not null,
    primary key (unit, list_ref, family_ref)
);

-- Released marks: a family and a round, and nothing else. A family without a row has no signal.
create table released.mark (
    unit   uuid not null,
    family uuid not null,
    round  uuid not null,
    primary key (unit, family),
    foreign key (unit, family) references team.family,
    foreign key (unit, round) references shared.round
);

alter table shared.round enable row level security;
alter table shared.round force row level security;
alter table team.asked enable row level security;
alter table team.asked force row level security;
alter table team.not_asked enable row level security;
alter table team.not_asked force row level security;
alter table team.listing enable row level security;
alter table team.listing force row level security;
alter table shared.waiver enable row level security;
alter table shared.waiver force row level security;
alter table team.waiver_family enable row level security;
alter table team.waiver_family force row level security;
alter table health.list enable row level security;
alter table health.list force row level security;
alter table health.listed enable row level security;
alter table health.listed force row level security;
alter table health.draft enable row level security;
alter table health.draft force row level security;
alter table health.declaration enable row level security;
alter table health.declaration force row level security;
alter table health.reminder enable row level security;
alter table health.reminder force row level security;
alter table release.map enable row level security;
alter table release.map force row level security;
alter table released.mark enable row level security;
alter table released.mark force row level security;

create policy own on shared.round to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy has_a_list on shared.round for select to kinmark_health
    using (exists (select 1 from health.list l
                    where l.unit = kinmark.unit() and l.team = round.unit and l.round = round.id));
create policy the_hub_itself on shared.round to kinmark_release using (true) with check (true);
grant select on shared.round to kinmark_team, kinmark_health;
grant select, insert on shared.round to kinmark_dispatch;
grant select, update (state, ended_at) on shared.round to kinmark_release;

create policy own on team.asked to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.not_asked to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.listing to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy the_hub_itself on team.asked for select to kinmark_release using (true);
grant select on team.asked, team.not_asked, team.listing to kinmark_team;
grant select, insert on team.asked, team.not_asked, team.listing to kinmark_dispatch;
grant select (unit, round, family) on team.asked to kinmark_release;

create policy own on shared.waiver to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit() and granted is null);
create policy asked_of_its_guardian on shared.waiver for select to kinmark_health
    using (guardian_unit = kinmark.unit());
create policy decided_by_its_guardian on shared.waiver for update to kinmark_health
    using (guardian_unit = kinmark.unit() and granted is null) with check (guardian_unit = kinmark.unit());
create policy own on team.waiver_family to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
grant select, insert on shared.waiver, team.waiver_family to kinmark_team;
grant select on shared.waiver, team.waiver_family to kinmark_dispatch;
grant select, update (guardian_name, granted, guardian_reason, decided_at, expires_on) on shared.waiver to kinmark_health;

create policy own on health.list for select to kinmark_health using (unit = kinmark.unit());
create policy own on health.listed for select to kinmark_health using (unit = kinmark.unit());
create policy own on health.draft to kinmark_health using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on health.declaration to kinmark_health
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on health.reminder for select to kinmark_health using (unit = kinmark.unit());
create policy going_out on health.list for insert to kinmark_dispatch with check (team = kinmark.unit());
create policy going_out on health.listed for insert to kinmark_dispatch with check (true);
create policy the_hub_itself on health.list for select to kinmark_release using (true);
create policy the_hub_itself on health.listed to kinmark_release using (true);
create policy the_hub_itself on health.draft to kinmark_release using (true);
create policy the_hub_itself on health.declaration for select to kinmark_release using (true);
create policy the_hub_itself on health.reminder to kinmark_release using (true) with check (true);
grant select on health.list, health.listed, health.reminder to kinmark_health;
grant select, insert, update on health.draft to kinmark_health;
grant select, insert on health.declaration to kinmark_health;
grant update (withdrawn_at) on health.declaration to kinmark_health;
grant insert on health.list, health.listed to kinmark_dispatch;
grant select on health.list, health.draft, health.declaration, health.reminder to kinmark_release;
grant insert on health.reminder to kinmark_release;
grant select (unit, list_ref), delete on health.listed to kinmark_release;
grant delete on health.draft to kinmark_release;

create policy going_out on release.map for insert to kinmark_dispatch with check (team = kinmark.unit());
create policy the_hub_itself on release.map to kinmark_release using (true);
grant insert on release.map to kinmark_dispatch;
grant select, delete on release.map to kinmark_release;

create policy own on released.mark for select to kinmark_team using (unit = kinmark.unit());
create policy the_hub_itself on released.mark to kinmark_release using (true) with check (true);
grant select on released.mark to kinmark_team;
grant select, insert, delete on released.mark to kinmark_release;
