-- Who works where, and by what a program is known.

-- What the partnership does to a unit is recorded in both audits in one transaction, which is for no unit in particular.
drop policy own on shared.unit;
create policy own_or_set_up on shared.unit for update to kinmark_staff
    using (id = kinmark.unit() or kinmark.unit() is null)
    with check (id = kinmark.unit() or kinmark.unit() is null);
