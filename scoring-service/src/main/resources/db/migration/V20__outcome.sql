-- What became of a submission under one scoring version: decided once, then released in the team's order.
create table outcome (
    submission_id   uuid              not null,
    scoring_version integer           not null,
    contest_id      uuid              not null,
    team_id         uuid              not null,
    ordinal         integer           not null,
    accepted_at     timestamptz(3)    not null,
    decided_at      timestamptz(3)    not null,
    state           text              not null check (state in ('scored', 'rejected', 'failed')),
    metric          text,
    metric_version  integer,
    direction       text,
    decimals        integer,
    -- Not rounded. The private one is told to nobody before the reveal.
    public_score    double precision,
    private_score   double precision,
    rejection       jsonb,
    reason          text,
    -- Filled in when it is the outcome's turn.
    released_score  numeric,
    event_id        uuid unique,
    released_at     timestamptz(3),
    primary key (submission_id, scoring_version),
    unique (team_id, ordinal, scoring_version),
    check (state <> 'scored' or (metric is not null and metric_version is not null and direction is not null
        and decimals is not null and public_score is not null and private_score is not null)),
    check (state <> 'rejected' or rejection is not null),
    check (state <> 'failed' or reason is not null),
    check ((event_id is null) = (released_at is null))
);

create index outcome_contest on outcome (contest_id);

-- How far the releases of a team have come. Whoever decides or releases an outcome of the team holds this row's lock.
create table team_release (
    team_id        uuid    primary key,
    contest_id     uuid    not null,
    next_ordinal   integer not null default 1,
    released_score numeric
);
