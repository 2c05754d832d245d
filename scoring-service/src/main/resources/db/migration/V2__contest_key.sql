-- Where a contest's keys are: wrapped, in the store "keys". The database alone opens nothing.
create table contest_key (
    contest_id uuid        not null references contest,
    purpose    text        not null,
    file_id    uuid        not null unique,
    created_at timestamptz not null default now(),
    primary key (contest_id, purpose)
);
