-- What the hub writes to its staff. A letter has no words of its own: which of a few it is, to which unit, and when.
alter table staff.person add column mail_address text check (mail_address <> '' and length(mail_address) <= 254);

-- About a round or a list, by the id that its readers know; the release and whoever sends lists out write it.
create table shared.letter (
    unit       uuid not null references shared.unit,
    letter     text not null check (letter in ('round_is_over', 'list_waits', 'list_closes_soon')),
    about      uuid not null,
    due_at     timestamptz not null,
    not_before timestamptz,
    primary key (unit, letter, about, due_at)
);

-- To whom one that is not yet done has gone.
create table shared.letter_sent (
    unit   uuid not null,
    letter text not null,
    about  uuid not null,
    due_at timestamptz not null,
    person uuid not null,
    primary key (unit, letter, about, due_at, person),
    foreign key (unit, letter, about, due_at) references shared.letter on delete cascade,
    foreign key (unit, person) references staff.person
);

alter table shared.letter enable row level security;
alter table shared.letter force row level security;
alter table shared.letter_sent enable row level security;
alter table shared.letter_sent force row level security;
create policy the_hub_itself on shared.letter to kinmark_staff
    using (kinmark.unit() is null) with check (kinmark.unit() is null);
create policy the_hub_itself on shared.letter_sent to kinmark_staff
    using (kinmark.unit() is null) with check (kinmark.unit() is null);
create policy at_its_instant on shared.letter for insert to kinmark_release with check (true);
create policy going_out on shared.letter for insert to kinmark_dispatch with check (letter = 'list_waits');
grant select, update, delete on shared.letter to kinmark_staff;
grant select, insert on shared.letter_sent to kinmark_staff;
grant insert on shared.letter to kinmark_release, kinmark_dispatch;
