-- The way of a contest's data: raw upload, plan, anonymization, approvals, release.
create table dataset (
    contest_id     uuid primary key references contest,
    state          text not null check (state in ('none', 'raw', 'processing', 'refused', 'awaiting-approval', 'released', 'failed')),
    raw            jsonb,                -- RawFile: vault file, digest, profile
    attempt_id     uuid,                 -- the attempt that plan, report, staged and approvals belong to
    plan           jsonb,
    report         text,                 -- exactly the canonical JSON that was hashed
    report_sha256  text,
    staged         jsonb,                -- the attempt's files in the vault, to be copied or kept when released
    failure        text,
    release_id     uuid,
    released_at    timestamptz
);

create table dataset_hierarchy (
    contest_id  uuid        not null references contest,
    column_name text        not null,
    content     text        not null,
    sha256      text        not null,
    levels      integer     not null,
    size        integer     not null,
    uploaded_at timestamptz not null,
    primary key (contest_id, column_name)
);

create table dataset_approval (
    attempt_id  uuid        not null,
    subject_id  text        not null,
    approved_at timestamptz not null,
    primary key (attempt_id, subject_id)   -- two approvals are two people
);

-- Background work. A claim is a lease: whoever dies loses it, whoever lost it commits nothing.
create table dataset_task (
    id          uuid        primary key,
    contest_id  uuid        not null references contest,
    attempt_id  uuid        not null,
    kind        text        not null check (kind in ('anonymize', 'release')),
    created_at  timestamptz not null default clock_timestamp(),
    claim       uuid,
    lease_until timestamptz,
    tries       integer     not null default 0,
    done_at     timestamptz,
    unique (attempt_id, kind)
);
create index dataset_task_open on dataset_task (created_at) where done_at is null;

-- What was told on the topic "datasets", to be told again with the same ids.
create table dataset_event (
    id          uuid        primary key,
    contest_id  uuid        not null references contest,
    type        text        not null,
    payload     jsonb       not null,
    occurred_at timestamptz not null
);
