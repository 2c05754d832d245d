-- A scoring version of a contest after its first, and the rescore that makes it. The current version is the highest one that
-- the contest was switched to.
create table rescore (
    id               uuid           primary key,
    contest_id       uuid           not null references contest,
    scoring_version  integer        not null check (scoring_version > 1),
    -- The current version when it began.
    base_version     integer        not null,
    state            text           not null check (state in ('open', 'applying', 'applied', 'discarded')),
    reason           text           not null,
    -- What this version scores by. Null: as the contest's definition says; as released.
    decimals         integer,
    settings         jsonb,
    solution_file    uuid,
    corrected_labels integer        not null,
    requested_by     text           not null,
    created_at       timestamptz(3) not null,
    switched_at      timestamptz(3),
    applied_at       timestamptz(3),
    scored_count     integer,
    event_id         uuid unique,
    unique (contest_id, scoring_version),
    check ((state = 'applied') = (applied_at is not null)),
    check (applied_at is null or (switched_at is not null and scored_count is not null and event_id is not null))
);
create unique index rescore_in_progress on rescore (contest_id) where state in ('open', 'applying');

-- The version of a team's releases: behind the contest's for as long as the team's sequence was not played again.
alter table team_release add column scoring_version integer not null default 1;

-- Under a later version only scores are told: that a file stays rejected or failed is no news.
alter table outcome drop constraint outcome_check3;
alter table outcome add check (event_id is null or released_at is not null),
    add check (state <> 'scored' or released_at is null or event_id is not null);
