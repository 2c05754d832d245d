-- Contests whose keys were destroyed. Noted in the transaction that deletes the keys' files, before the first one: a key is
-- never made anew for them.
create table contest_keys_destroyed (
    contest_id   uuid primary key,
    destroyed_at timestamptz not null
);
