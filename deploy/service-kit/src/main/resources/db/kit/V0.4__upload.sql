-- Files that arrive in numbered parts. A part is a file of the service's store; all but the last are equally long.
create table parted_upload (
    id             uuid        primary key,
    purpose        text        not null,
    owner_id       uuid        not null,
    created_by     text        not null,
    bytes          bigint      not null check (bytes > 0),
    sha256         text        not null,
    part_bytes     bigint      not null check (part_bytes > 0),
    state          text        not null check (state in ('open', 'complete', 'done', 'refused')),
    problem_code   text,
    problem_detail text,
    created_at     timestamptz not null,
    expires_at     timestamptz not null
);
create index parted_upload_owner on parted_upload (owner_id, purpose);
create index parted_upload_expires_at on parted_upload (expires_at);

create table upload_part (
    upload_id   uuid        not null references parted_upload on delete cascade,
    number      integer     not null check (number > 0),
    file_id     uuid        not null unique,
    bytes       bigint      not null,
    sha256      text        not null,
    received_at timestamptz not null,
    primary key (upload_id, number)
);
