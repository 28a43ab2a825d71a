-- Who may sign in, and as what. No family is in this schema, and only its own role reads it: without a unit set, to sign
-- somebody in; with one, for that unit's administrator.

create table staff.person (
    unit              uuid not null references shared.unit,
    id                uuid not null,
    name              text not null check (name <> ''),
    registration      text,
    sign_in_name      text not null check (sign_in_name ~ '^[a-z0-9._-]{1,60}$'),
    password_hash     text,
    issuer            text,
    subject           text,
    failed_sign_ins   int not null default 0 check (failed_sign_ins >= 0),
    locked_until      timestamptz,
    sessions_end_before timestamptz,
    demonstration     boolean not null default false,
    created_at        timestamptz not null,
    ended_at          timestamptz,
    primary key (unit, id),
    unique (unit, sign_in_name),
    unique (issuer, subject),
    check ((issuer is null) = (subject is null))
);

create table staff.role (
    unit   uuid not null,
    person uuid not null,
    role   text not null check (role in ('administrator', 'coordinator', 'key_worker', 'service_lead', 'professional',
                                         'caldicott_guardian', 'senior_manager', 'senior_clinician',
                                         'senior_social_care_manager', 'information_governance_lead', 'evaluator',
                                         'auditor')),
    primary key (unit, person, role),
    foreign key (unit, person) references staff.person
);

-- A link that works once; only a hash of it is kept.
create table staff.invitation (
    unit       uuid not null,
    token_hash bytea not null,
    person     uuid not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (unit, token_hash),
    foreign key (unit, person) references staff.person
);

-- A client of the API: it acts as one member of staff, with their roles and no more.
create table staff.client (
    unit        uuid not null,
    id          text not null,
    person      uuid not null,
    secret_hash text not null,
    ended_at    timestamptz,
    primary key (unit, id),
    foreign key (unit, person) references staff.person
);

alter table staff.person enable row level security;
alter table staff.person force row level security;
alter table staff.role enable row level security;
alter table staff.role force row level security;
alter table staff.invitation enable row level security;
alter table staff.invitation force row level security;
alter table staff.client enable row level security;
alter table staff.client force row level security;
create policy own_or_sign_in on staff.person to kinmark_staff
    using (unit = kinmark.unit() or kinmark.unit() is null)
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy own_or_sign_in on staff.role to kinmark_staff
    using (unit = kinmark.unit() or kinmark.unit() is null)
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy own_or_sign_in on staff.invitation to kinmark_staff
    using (unit = kinmark.unit() or kinmark.unit() is null)
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy own_or_sign_in on staff.client to kinmark_staff
    using (unit = kinmark.unit() or kinmark.unit() is null)
    with check (unit = kinmark.unit() or kinmark.unit() is null);
grant select, insert, update on staff.person, staff.invitation, staff.client to kinmark_staff;
grant select, insert, delete on staff.role to kinmark_staff;

-- What happened in a unit, in order. Append-only; numbered within the unit, so that nothing tells of another's entries.
create table team.audit (
    unit              uuid not null references shared.unit,
    number            bigint not null check (number > 0),
    at                timestamptz not null,
    actor             uuid,
    actor_name        text not null,
    role              text,
    act               text not null,
    object            text,
    purpose           text,
    decision          text,
    decision_row      text,
    agreement_version text,
    primary key (unit, number)
);
create table team.audit_head (
    unit   uuid primary key references shared.unit,
    number bigint not null
);
create table health.audit (like team.audit including constraints including indexes);
alter table health.audit add foreign key (unit) references shared.unit;
create table health.audit_head (like team.audit_head including constraints including indexes);
alter table health.audit_head add foreign key (unit) references shared.unit;

alter table team.audit enable row level security;
alter table team.audit force row level security;
alter table team.audit_head enable row level security;
alter table team.audit_head force row level security;
alter table health.audit enable row level security;
alter table health.audit force row level security;
alter table health.audit_head enable row level security;
alter table health.audit_head force row level security;
create policy own on team.audit to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on team.audit_head to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on health.audit to kinmark_health
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on health.audit_head to kinmark_health
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own_or_sign_in on team.audit for insert to kinmark_staff
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy own_or_sign_in on team.audit_head to kinmark_staff
    using (unit = kinmark.unit() or kinmark.unit() is null)
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy own_or_sign_in on health.audit for insert to kinmark_staff
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy own_or_sign_in on health.audit_head to kinmark_staff
    using (unit = kinmark.unit() or kinmark.unit() is null)
    with check (unit = kinmark.unit() or kinmark.unit() is null);
create policy the_hub_itself on team.audit for insert to kinmark_release with check (true);
create policy the_hub_itself on team.audit_head to kinmark_release using (true) with check (true);
create policy the_hub_itself on health.audit for insert to kinmark_release with check (true);
create policy the_hub_itself on health.audit_head to kinmark_release using (true) with check (true);
grant select, insert on team.audit to kinmark_team;
grant insert on team.audit to kinmark_dispatch, kinmark_staff, kinmark_release;
grant select, insert, update on team.audit_head to kinmark_team, kinmark_dispatch, kinmark_staff, kinmark_release;
grant select, insert on health.audit to kinmark_health;
grant insert on health.audit to kinmark_staff, kinmark_release;
grant select, insert, update on health.audit_head to kinmark_health, kinmark_staff, kinmark_release;

-- What was answered to a request that may be repeated, for 24 hours.
create table team.once (
    unit   uuid not null references shared.unit,
    client text not null,
    key    text not null,
    digest bytea not null,
    answer bytea,
    at     timestamptz not null,
    primary key (unit, client, key)
);
create table health.once (like team.once including constraints including indexes);
alter table health.once add foreign key (unit) references shared.unit;
alter table team.once enable row level security;
alter table team.once force row level security;
alter table health.once enable row level security;
alter table health.once force row level security;
create policy own on team.once to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on health.once to kinmark_health using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy the_hub_itself on team.once for delete to kinmark_release using (true);
create policy the_hub_itself on health.once to kinmark_release using (true);
create policy old on team.once for select to kinmark_release using (true);
grant select, insert, update, delete on team.once to kinmark_team;
grant select, insert, update, delete on team.once to kinmark_dispatch;
grant select, insert, update, delete on health.once to kinmark_health;
grant select (at), delete on team.once to kinmark_release;
grant select (unit, at), delete on health.once to kinmark_release;
