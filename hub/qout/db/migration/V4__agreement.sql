-- Step 1. What a family team and services agree on. Nothing that anybody signed can be changed: a change is a new version.

create table shared.agreement (
    unit       uuid not null references shared.unit,
    id         uuid not null,
    version    int not null check (version > 0),
    title      text not null check (title <> ''),
    starts_on  date not null,
    ends_on    date not null,
    terms      jsonb not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    primary key (unit, id, version),
    check (ends_on >= starts_on)
);

-- Whom the agreement asks, and why. A party that comes later accedes.
create table shared.party (
    unit      uuid not null,
    agreement uuid not null,
    version   int not null,
    party     uuid not null references shared.unit,
    why       text not null check (why <> ''),
    min_age   int check (min_age between 0 and 130),
    max_age   int check (max_age between 0 and 130),
    districts text[] not null default '{}',
    acceded   boolean not null default false,
    primary key (unit, agreement, version, party),
    foreign key (unit, agreement, version) references shared.agreement
);

create table shared.signature (
    unit        uuid not null,
    agreement   uuid not null,
    version     int not null,
    signer      uuid not null references shared.unit,
    person      uuid not null,
    person_name text not null,
    role        text not null,
    signed_at   timestamptz not null,
    primary key (unit, agreement, version, signer),
    foreign key (unit, agreement, version) references shared.agreement
);

-- Whether anybody has signed this version.
create function kinmark.is_signed(of_unit uuid, of_agreement uuid, of_version int) returns boolean
    language sql stable security definer set search_path = ''
    return exists (select 1 from shared.signature
                    where unit = of_unit and agreement = of_agreement and version = of_version);

-- Whether the unit of this transaction is a party of this version, once the team itself has signed it.
create function kinmark.is_party(of_unit uuid, of_agreement uuid, of_version int) returns boolean
    language sql stable security definer set search_path = ''
    return exists (select 1 from shared.party
                    where unit = of_unit and agreement = of_agreement and version = of_version
                      and party = kinmark.unit())
       and exists (select 1 from shared.signature
                    where unit = of_unit and agreement = of_agreement and version = of_version
                      and signer = of_unit);

create function kinmark.keep_what_is_signed() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if tg_table_name = 'agreement' then
        if kinmark.is_signed(old.unit, old.id, old.version)
            and (tg_op = 'DELETE'
                 or (new.unit, new.id, new.version, new.title, new.starts_on, new.ends_on, new.terms, new.created_at)
                    is distinct from
                    (old.unit, old.id, old.version, old.title, old.starts_on, old.ends_on, old.terms, old.created_at)
                 or old.ended_at is not null) then
            raise exception 'what is signed is not changed' using errcode = 'integrity_constraint_violation';
        end if;
    elsif tg_table_name = 'party' then
        if tg_op = 'INSERT' then
            if kinmark.is_signed(new.unit, new.agreement, new.version) and not new.acceded then
                raise exception 'what is signed is not changed' using errcode = 'integrity_constraint_violation';
            end if;
        elsif kinmark.is_signed(old.unit, old.agreement, old.version) then
            raise exception 'what is signed is not changed' using errcode = 'integrity_constraint_violation';
        end if;
    else
        raise exception 'what is signed is not changed' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger kept before update or delete on shared.agreement
    for each row execute function kinmark.keep_what_is_signed();
create trigger kept before insert or update or delete on shared.party
    for each row execute function kinmark.keep_what_is_signed();
create trigger kept before update or delete on shared.signature
    for each row execute function kinmark.keep_what_is_signed();

alter table shared.agreement enable row level security;
alter table shared.agreement force row level security;
alter table shared.party enable row level security;
alter table shared.party force row level security;
alter table shared.signature enable row level security;
alter table shared.signature force row level security;
-- The functions above are the owner's, whom forced security binds too.
create policy asked_by_functions on shared.party for select to kinmark_owner using (true);
create policy asked_by_functions on shared.signature for select to kinmark_owner using (true);
create policy own on shared.agreement to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on shared.party to kinmark_team, kinmark_dispatch
    using (unit = kinmark.unit()) with check (unit = kinmark.unit());
create policy own on shared.signature for select to kinmark_team, kinmark_dispatch using (unit = kinmark.unit());
create policy own_signing on shared.signature for insert to kinmark_team
    with check (unit = kinmark.unit() and signer = kinmark.unit());
create policy party on shared.agreement for select to kinmark_health using (kinmark.is_party(unit, id, version));
create policy party on shared.party for select to kinmark_health using (kinmark.is_party(unit, agreement, version));
create policy party on shared.signature for select to kinmark_health
    using (kinmark.is_party(unit, agreement, version));
create policy party_signing on shared.signature for insert to kinmark_health
    with check (signer = kinmark.unit() and kinmark.is_party(unit, agreement, version));
create policy the_hub_itself on shared.agreement for select to kinmark_release using (true);
create policy the_hub_itself on shared.party for select to kinmark_release using (true);
create policy the_hub_itself on shared.signature for select to kinmark_release using (true);
grant select, insert, update, delete on shared.agreement, shared.party to kinmark_team;
grant select, insert on shared.signature to kinmark_team, kinmark_health;
grant select on shared.agreement, shared.party to kinmark_health;
grant select on shared.agreement, shared.party, shared.signature to kinmark_dispatch, kinmark_release;
revoke execute on function kinmark.is_signed, kinmark.is_party, kinmark.keep_what_is_signed from public;
grant execute on function kinmark.is_signed, kinmark.is_party
    to kinmark_team, kinmark_health, kinmark_dispatch, kinmark_release;
