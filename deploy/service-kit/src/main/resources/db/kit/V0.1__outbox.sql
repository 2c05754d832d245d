-- Events that were committed with the state they tell of and are not yet acknowledged by Kafka.
create table outbox (
    id              uuid primary key,
    position        bigint generated always as identity,
    topic           text not null,
    key             text not null,
    type            text not null,
    payload         text not null,
    occurred_at     timestamptz(3) not null,
    created_at      timestamptz not null default clock_timestamp(),
    attempts        integer not null default 0,
    next_attempt_at timestamptz not null default '-infinity'
)
-- A queue: nearly every row is dead soon. Vacuum by count, not by a share of a table that is mostly empty.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create unique index outbox_position on outbox (position);
