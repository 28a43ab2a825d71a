-- A family that was kept off keeps which checks did it, for what can be done about it, and what the rules said of its
-- list. A decision is kept with its row and its rule, a withheld one too.
alter table team.not_asked add column checks text[] not null default '{}';
alter table team.not_asked add column decision text;
alter table team.not_asked add column decision_row text;
alter table team.not_asked add column decision_rule int check (decision_rule between 1 and 5);
alter table team.listing add column decision_rule int check (decision_rule between 1 and 5);
