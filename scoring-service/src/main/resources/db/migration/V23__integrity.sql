-- What is kept of a scored file to compare it with others.
create table fingerprint (
    submission_id uuid           primary key,
    contest_id    uuid           not null,
    team_id       uuid           not null,
    ordinal       integer        not null,
    shape         text           not null, -- form, rows and columns: only files of one shape are compared
    sha256        text           not null, -- of the canonical form
    constant      boolean        not null,
    block_rows    integer,                 -- filled in where a file is constant outside a block of rows
    block_first   integer,
    block_last    integer,
    cells         bytea,                   -- the sample; let go when the team has enough later files
    kept_at       timestamptz(3) not null,
    compared_at   timestamptz(3),
    unique (team_id, ordinal)
);
-- Numbers as good as random: to compress them costs time and gains nothing.
alter table fingerprint alter column cells set storage external;
create index fingerprint_same on fingerprint (contest_id, sha256);
create index fingerprint_new on fingerprint (contest_id, submission_id) where compared_at is null;

-- The latest scored file of each team, with the first cells of its sample: what a new file is compared with.
create table team_fingerprint (
    team_id       uuid    primary key,
    contest_id    uuid    not null,
    submission_id uuid    not null,
    ordinal       integer not null,
    shape         text    not null,
    constant      boolean not null,
    screen        bytea   not null
);
create index team_fingerprint_contest on team_fingerprint (contest_id, team_id);

-- Files that were rejected for predictions out of range.
create table range_violation (
    submission_id uuid           primary key,
    contest_id    uuid           not null,
    team_id       uuid           not null,
    ordinal       integer        not null,
    predictions   bigint         not null,
    kept_at       timestamptz(3) not null,
    compared_at   timestamptz(3)
);
create index range_violation_team on range_violation (team_id);
create index range_violation_new on range_violation (contest_id) where compared_at is null;

-- The contests that have files. Whoever moves due_at on compares; should they die, it is due again by then.
create table integrity_pass (
    contest_id uuid        primary key,
    due_at     timestamptz not null
);

-- What the samples say of two files, until both are read again.
create table suspicion (
    id             uuid        primary key,
    contest_id     uuid        not null,
    kind           text        not null,
    submission_id  uuid        not null references fingerprint,
    other_id       uuid        not null references fingerprint,
    residual       jsonb,      -- Facts.Residual, where it is about a correlation
    due_at         timestamptz not null default clock_timestamp(),
    tries          integer     not null default 0,
    unique (kind, submission_id, other_id)
);
create index suspicion_due on suspicion (due_at);

-- For the organizers' eyes. One for each kind and what it is about: a digest, a pair of teams, or a team.
create table integrity_flag (
    id         uuid           primary key,
    contest_id uuid           not null,
    kind       text           not null,
    about      text           not null,
    facts      jsonb          not null,
    raised_at  timestamptz(3) not null,
    changed_at timestamptz(3) not null,
    reviewed   boolean        not null default false,
    unique (contest_id, kind, about)
);
create index integrity_flag_page on integrity_flag (contest_id, id desc);

create table integrity_flag_submission (
    flag_id       uuid    not null references integrity_flag,
    submission_id uuid    not null,
    team_id       uuid    not null,
    ordinal       integer not null,
    primary key (flag_id, submission_id)
);

-- Who has looked at a flag, and what they think of it. Kept for good.
create table integrity_review (
    id          uuid           primary key,
    flag_id     uuid           not null references integrity_flag,
    subject_id  text           not null,
    note        text           not null,
    reviewed_at timestamptz(3) not null
);
create index integrity_review_flag on integrity_review (flag_id, id);
