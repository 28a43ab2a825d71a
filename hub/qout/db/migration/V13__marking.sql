-- A reminder is of one closing: a list whose round is extended is reminded of its second one too. What was sent before
-- is of whichever closing came next; the owner writes that once, and is held to the policies again.
alter table health.reminder add column closes_at timestamptz;
alter table health.reminder no force row level security;
alter table health.list no force row level security;
alter table shared.round no force row level security;
update health.reminder e
   set closes_at = case when e.sent_at < r.closes_at then r.closes_at else r.second_closes_at end
  from health.list l
  join shared.round r on r.unit = l.team and r.id = l.round
 where l.unit = e.unit and l.list_ref = e.list_ref;
alter table health.reminder force row level security;
alter table health.list force row level security;
alter table shared.round force row level security;
alter table health.reminder alter column closes_at set not null;
alter table health.reminder drop constraint reminder_pkey;
alter table health.reminder add primary key (unit, list_ref, closes_at);

-- Two who share names and a birth date, and were told apart by somebody who tends families: they are not asked about again.
create table team.two_people (
    unit       uuid not null references shared.unit,
    person     uuid not null,
    other      uuid not null,
    decided_at timestamptz not null,
    primary key (unit, person, other),
    check (person < other)
);
alter table team.two_people enable row level security;
alter table team.two_people force row level security;
create policy own on team.two_people to kinmark_team
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
grant select, insert on team.two_people to kinmark_team;

-- Families that the coordinator has asked about with the people and the services of last time.
create table team.as_last_time (
    unit      uuid not null,
    family    uuid not null,
    chosen_at timestamptz not null,
    primary key (unit, family),
    foreign key (unit, family) references team.family
);
alter table team.as_last_time enable row level security;
alter table team.as_last_time force row level security;
create policy own on team.as_last_time to kinmark_team
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own_to_send on team.as_last_time for select to kinmark_dispatch using (unit = kinmark.unit());
grant select, insert, delete on team.as_last_time to kinmark_team;
grant select on team.as_last_time to kinmark_dispatch;
