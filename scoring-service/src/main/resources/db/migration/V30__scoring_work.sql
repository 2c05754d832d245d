-- A submission with its file, as it was accepted: what is scored, and scored again in a rescore.
create table scored_file (
    submission_id    uuid           primary key,
    contest_id       uuid           not null,
    team_id          uuid           not null,
    ordinal          integer        not null,
    accepted_at      timestamptz(3) not null,
    file_id          uuid           not null,
    bytes            bigint         not null,
    sha256           text           not null,
    content_encoding text           not null
);
create index scored_file_contest on scored_file (contest_id);

-- Files to be scored under a scoring version. A row is there until its outcome is decided. A claim is a lease: whoever dies
-- loses it, whoever lost it commits nothing.
create table scoring_task (
    submission_id   uuid        not null references scored_file,
    scoring_version integer     not null,
    contest_id      uuid        not null,
    team_id         uuid        not null,
    ordinal         integer     not null,
    -- Work of a rescore comes after everything that somebody waits for.
    rescore         boolean     not null,
    created_at      timestamptz not null default clock_timestamp(),
    due_at          timestamptz not null default clock_timestamp(),
    claim           uuid,
    lease_until     timestamptz,
    tries           integer     not null default 0,
    primary key (submission_id, scoring_version),
    check ((claim is null) = (lease_until is null))
);
create index scoring_task_team on scoring_task (team_id) where not rescore;
create index scoring_task_rescore on scoring_task (created_at, submission_id) where rescore;
create index scoring_task_contest on scoring_task (contest_id, scoring_version);

-- When a team had its last turn: among teams that have work, the one that waits longest is next.
create table scoring_turn (
    team_id   uuid        primary key,
    served_at timestamptz not null
);
