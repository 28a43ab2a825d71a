-- When what a round released was deleted, at the end of its retention: once, and in the team's audit.

alter table shared.round add column marks_ended_at timestamptz;
grant update (marks_ended_at) on shared.round to kinmark_release;

-- By how many criteria the team chose is nothing that a service needs to know.
revoke select on shared.round from kinmark_health;
grant select (unit, id, agreement, version, as_of, opened_at, closes_at, second_closes_at, releases_at,
              retention_ends_at, state, ended_at) on shared.round to kinmark_health;
