-- The answers to requests that carried an idempotency key, written in the transaction of their effect.
create table idempotency (
    scope        text not null,
    key          text not null,
    fingerprint  text not null,
    status       integer not null,
    location     text,
    etag         text,
    content_type text,
    body         bytea not null,
    expires_at   timestamptz not null,
    primary key (scope, key)
);

create index idempotency_expires_at on idempotency (expires_at);
