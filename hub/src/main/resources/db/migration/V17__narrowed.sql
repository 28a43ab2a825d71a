-- What the release needs to know so that no mark is left about one person whom the team made its only one, by telling
-- the hub that everybody else objects. Facts of the team's own, all of them.
create policy the_hub_itself on team.same_person for select to kinmark_release using (true);
grant select (unit, former, person) on team.same_person to kinmark_release;
grant select (explanations, waived) on team.asked to kinmark_release;

-- Which families of a list somebody objected of is of no use once the round is over.
grant delete on health.former_list to kinmark_release;

-- A service that has declared learns that its list went out again.
alter table shared.letter drop constraint letter_letter_check;
alter table shared.letter add constraint letter_letter_check
    check (letter in ('round_is_over', 'list_waits', 'list_closes_soon', 'list_sent_again'));
