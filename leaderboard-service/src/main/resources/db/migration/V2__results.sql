-- Teams: the newest snapshot of each.
create table team (
    id          uuid primary key,
    contest_id  uuid not null,
    version     integer not null,
    name        text not null,
    merged_into uuid,
    removed     boolean not null,
    stands      boolean generated always as (not removed and merged_into is null) stored
);

-- Released scores, one for each submission and scoring version: a repeated event finds its row.
create table score (
    submission_id   uuid not null,
    scoring_version integer not null,
    contest_id      uuid not null,
    team_id         uuid not null,
    score           numeric not null,
    accepted_at     timestamptz(3) not null,
    primary key (submission_id, scoring_version)
);

-- Private scores of selected submissions; they come when the contest is settled, and not before.
create table private_score (
    submission_id uuid primary key,
    contest_id    uuid not null,
    team_id       uuid not null,
    score         numeric not null,
    accepted_at   timestamptz(3) not null
);

create index private_score_contest on private_score (contest_id);

-- What a team has reached on each view. Pending: the board does not show it yet.
create table team_result (
    contest_id    uuid not null,
    view          text not null check (view in ('public', 'private')),
    team_id       uuid not null,
    direction     text not null check (direction in ('minimize', 'maximize')),
    submission_id uuid not null,
    score         numeric not null,
    accepted_at   timestamptz(3) not null,
    submissions   integer not null,
    pending       boolean not null,
    primary key (contest_id, view, team_id)
)
with (fillfactor = 80);

create index team_result_team on team_result (team_id);
create index team_result_pending on team_result (contest_id, view) where pending;
