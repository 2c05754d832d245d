-- What submission-service said when a contest was settled, and whether the private scores are revealed.
create table settlement (
    contest_id        uuid           primary key,
    accepted_count    integer        not null,
    final_selections  jsonb          not null,
    settled_at        timestamptz(3) not null,
    -- Filled in when every accepted submission is terminal.
    revealed_count    integer,
    complete_event_id uuid,
    completed_at      timestamptz(3)
);

-- A private score that the world was told.
create table private_reveal (
    submission_id uuid           primary key,
    contest_id    uuid           not null references settlement,
    team_id       uuid           not null,
    ordinal       integer        not null,
    private_score numeric        not null,
    metric        text           not null,
    direction     text           not null,
    decimals      integer        not null,
    selection     text           not null check (selection in ('explicit', 'best')),
    accepted_at   timestamptz(3) not null,
    revealed_at   timestamptz(3) not null,
    event_id      uuid           not null unique
);
