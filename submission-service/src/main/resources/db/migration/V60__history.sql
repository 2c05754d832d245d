-- What happened in each contest. An entry is added in the transaction in which it happens, and gets its place in the hash chain within a
-- second afterwards; after that nothing of it can change.
create table history_entry (
    id         uuid primary key,
    contest_id uuid        not null references contest,
    at         timestamptz not null,
    kind       text        not null,
    actor      text,
    data       text        not null check (data is json object),
    sequence   bigint check (sequence > 0),
    previous   text,
    hash       text,
    unique (contest_id, sequence),
    check ((sequence is null) = (hash is null) and (sequence is null) = (previous is null))
);
create index history_to_seal on history_entry (contest_id, id) where sequence is null;

create table history_head (
    contest_id uuid primary key references contest,
    sequence   bigint not null,
    hash       text   not null,
    sealed_at  timestamptz
);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.sequence is null and new.sequence is not null
                and (new.id, new.contest_id, new.at, new.kind, new.actor, new.data)
                    is not distinct from (old.id, old.contest_id, old.at, old.kind, old.actor, old.data) then
            return new;
        end if;
    end if;
    raise exception 'The history of a contest can only be added to';
end $$;
create trigger history_append_only before update or delete on history_entry
    for each row execute function history_is_append_only();
create trigger history_no_truncate before truncate on history_entry
    for each statement execute function history_is_append_only();
