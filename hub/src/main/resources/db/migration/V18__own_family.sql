-- The same two functions, step by step. As one statement each, they compared every member with every other as long as the
-- database had not counted the rows of an import: minutes, for nobody's relation.
create or replace function kinmark.own_families() returns uuid[]
    language plpgsql stable security definer set search_path = ''
    as $$
declare
    here uuid := kinmark.unit();
    said uuid[];
    people uuid[];
begin
    said := array(select f.id
                    from team.relation r
                    join team.family f on f.unit = r.unit and f.reference = r.reference
                   where r.unit = here and r.worker = kinmark.worker() and r.ended_at is null);
    if cardinality(said) = 0 then
        return said;
    end if;
    people := array(select m.person from team.member m where m.unit = here and m.family = any (said));
    return array(select unnest(said)
                 union select m.family from team.member m where m.unit = here and m.person = any (people));
end
$$;
create or replace function kinmark.own_objects() returns text[]
    language plpgsql stable security definer set search_path = ''
    as $$
declare
    here uuid := kinmark.unit();
    own uuid[] := kinmark.own_families();
begin
    if cardinality(own) = 0 then
        return '{}';
    end if;
    return array(select unnest(own)::text
                 union select m.person::text from team.member m where m.unit = here and m.family = any (own));
end
$$;
