-- What is ended is signed by nobody any more.

create function kinmark.keep_what_is_ended() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if exists (select 1 from shared.agreement
                where unit = new.unit and id = new.agreement and version = new.version and ended_at is not null) then
        raise exception 'what is ended is not signed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger not_ended before insert on shared.signature
    for each row execute function kinmark.keep_what_is_ended();
create policy asked_by_functions on shared.agreement for select to kinmark_owner using (true);
revoke execute on function kinmark.keep_what_is_ended from public;
