-- Whoever has a relation to a family does not see it: the database leaves its rows out for them, whatever page or
-- operation asks. An act is told in `kinmark.worker` who does it; where nobody in particular does, an import in the
-- background or the hub itself, nothing is left out.

create function kinmark.worker() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('kinmark.worker', true), '')::uuid;
revoke execute on function kinmark.worker from public;
grant execute on function kinmark.worker to kinmark_team, kinmark_health;

-- Said of a reference, whether or not there is such a family, so that saying it tells nothing. No more is asked than that
-- there is a relation.
create table team.relation (
    unit        uuid not null references shared.unit,
    id          uuid not null,
    worker      uuid not null,
    reference   text not null check (reference <> ''),
    declared    boolean not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    end_reason  text check (end_reason <> ''),
    primary key (unit, id),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
comment on column team.relation.declared is 'by the worker, or else found by an administrator';
create unique index one_relation_stands on team.relation (unit, worker, reference) where ended_at is null;

-- The same at a service, of a family on one list: nothing that would know it on another is kept.
create table health.relation (
    unit        uuid not null references shared.unit,
    id          uuid not null,
    worker      uuid not null,
    list_ref    uuid not null,
    family_ref  uuid not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    end_reason  text check (end_reason <> ''),
    primary key (unit, id),
    foreign key (unit, list_ref) references health.list on update cascade,
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null))
);
create unique index one_relation_stands on health.relation (unit, worker, family_ref) where ended_at is null;

alter table team.relation enable row level security;
alter table team.relation force row level security;
alter table health.relation enable row level security;
alter table health.relation force row level security;
create policy own on team.relation to kinmark_team using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on health.relation to kinmark_health using (unit = kinmark.unit()) with check (unit = kinmark.unit());
grant select, insert on team.relation to kinmark_team;
grant select, insert on health.relation to kinmark_health;
grant update (ended_by, ended_at, end_reason) on team.relation to kinmark_team;
grant update (ended_by, ended_at, end_reason) on health.relation to kinmark_health;

-- The families to which who acts has a relation: those of the references, and every other in which somebody of them is
-- entered, so that a family which comes again under another reference does not open.
create policy asked_by_functions on team.relation for select to kinmark_owner
    using (unit = kinmark.unit() and kinmark.worker() is not null);
create policy asked_by_functions on team.family for select to kinmark_owner
    using (unit = kinmark.unit() and kinmark.worker() is not null);
create policy asked_by_functions on team.member for select to kinmark_owner
    using (unit = kinmark.unit() and kinmark.worker() is not null);
create function kinmark.own_families() returns uuid[]
    language sql stable security definer set search_path = ''
    return (with said as (
                select f.id
                  from team.relation r
                  join team.family f on f.unit = r.unit and f.reference = r.reference
                 where r.unit = kinmark.unit() and r.worker = kinmark.worker() and r.ended_at is null)
            select coalesce(array_agg(own.id), '{}')
              from (select said.id from said
                    union
                    select other.family
                      from said
                      join team.member m on m.unit = kinmark.unit() and m.family = said.id
                      join team.member other on other.unit = m.unit and other.person = m.person) own);
-- The same as the audit writes what it is about: those families, and the keys of the people in them.
create function kinmark.own_objects() returns text[]
    language sql stable security definer set search_path = ''
    return (select coalesce(array_agg(own.object), '{}')
              from (select family::text as object from unnest(kinmark.own_families()) family
                    union
                    select m.person::text from team.member m
                     where m.unit = kinmark.unit() and m.family = any (kinmark.own_families())) own);
revoke execute on function kinmark.own_families, kinmark.own_objects from public;
grant execute on function kinmark.own_families, kinmark.own_objects to kinmark_team;

create policy not_own_family on team.family as restrictive to kinmark_team
    using (id <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.member as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.former_member as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.asked as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.not_asked as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.listing as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.waiver_family as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.declined as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.as_last_time as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.objection as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on released.mark as restrictive to kinmark_team
    using (family <> all ((select kinmark.own_families())::uuid[]));
create policy not_own_family on team.audit as restrictive for select to kinmark_team
    using (object is null or object <> all ((select kinmark.own_objects())::text[]));
create policy not_own_family on health.listed as restrictive to kinmark_health
    using (family_ref <> all (array(select r.family_ref from health.relation r
                                     where r.unit = kinmark.unit() and r.worker = kinmark.worker()
                                       and r.ended_at is null)));
