-- Who works where, by what a program is known, and no more about who signed in than must be.

-- What the partnership does to a unit is recorded in both audits in one transaction, which is for no unit in particular.
drop policy own on shared.unit;
create policy own_or_set_up on shared.unit for update to kinmark_staff
    using (id = kinmark.unit() or kinmark.unit() is null)
    with check (id = kinmark.unit() or kinmark.unit() is null);

-- A client is known by its secret, or by the subject of its tokens from an identity provider. It acts as one member of
-- staff, in those of their roles that were chosen for it; null for all of them, as in a demonstration.
alter table staff.client alter column secret_hash drop not null;
alter table staff.client add column name text check (name <> '');
alter table staff.client add column issuer text;
alter table staff.client add column subject text;
alter table staff.client add column roles text[];
alter table staff.client add column created_at timestamptz;
alter table staff.client add check ((issuer is null) = (subject is null));
alter table staff.client add check ((secret_hash is null) <> (subject is null));
create unique index one_client_of_a_subject on staff.client (issuer, subject) where ended_at is null;

-- Failed sign-ins are counted where they come from, and not in the record of whom they name.
alter table staff.person drop column failed_sign_ins;
alter table staff.person drop column locked_until;
