-- Events that were handled: their ids, noted in the transaction of their effect.
create table inbox (
    event_id   uuid primary key,
    handled_at timestamptz not null default clock_timestamp()
);

create index inbox_handled_at on inbox using brin (handled_at);

-- Events that wait for something that has not reached this service yet.
create table inbox_waiting (
    event_id        uuid primary key,
    topic           text not null,
    key             text not null,
    type            text not null,
    source          text not null,
    time            timestamptz(3) not null,
    payload         bytea not null,
    waiting_for     text not null,
    attempts        integer not null default 1,
    failures        integer not null default 0,
    since           timestamptz not null default clock_timestamp(),
    tried_at        timestamptz not null default clock_timestamp(),
    next_attempt_at timestamptz not null
)
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index inbox_waiting_next_attempt_at on inbox_waiting (next_attempt_at);
