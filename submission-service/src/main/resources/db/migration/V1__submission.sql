-- The one place for names and addresses. Everything else knows people by their subject id; erasing a row here forgets a person.
create table person (
    subject_id text primary key,
    name       text,
    email      text,
    updated_at timestamptz not null
);

-- version rises with every change that other services hear of (ContestChanged); event_id is the id of that last event.
create table contest (
    id               uuid primary key,
    slug             text        not null unique,
    version          bigint      not null,
    state            text        not null check (state in ('draft', 'open', 'closed')),
    visibility       text        not null check (visibility in ('public', 'entrants', 'invited')),
    definition       text        not null check (definition is json object),
    organizers       text[]      not null check (cardinality(organizers) > 0),
    closes_at        timestamptz not null,
    terms_version    integer     not null,
    terms_sha256     text        not null,
    released_at      timestamptz,
    opened_at        timestamptz,
    closed_at        timestamptz,
    settled_at       timestamptz,
    settles_at       timestamptz,
    event_id         uuid        not null,
    changed_at       timestamptz not null,
    settled_event_id uuid,
    check (state <> 'draft' or opened_at is null),
    check (state = 'draft' or (opened_at is not null and released_at is not null)),
    check ((state = 'closed') = (closed_at is not null)),
    check ((state = 'closed') = (settles_at is not null)),
    check ((settled_at is null) = (settled_event_id is null))
);
create index contest_to_close on contest (closes_at) where state = 'open';
create index contest_to_settle on contest (settles_at) where settled_at is null;

create table terms (
    contest_id uuid    not null references contest on delete cascade,
    version    integer not null,
    sha256     text    not null,
    text       text    not null,
    primary key (contest_id, version)
);

-- A person in a contest. Accepting is of exactly one version of the terms.
create table entrant (
    contest_id    uuid        not null references contest,
    subject_id    text        not null,
    version       bigint      not null,
    status        text        not null check (status in ('invited', 'accepted', 'removed')),
    terms_version integer,
    accepted_at   timestamptz,
    event_id      uuid        not null,
    changed_at    timestamptz not null,
    primary key (contest_id, subject_id),
    foreign key (contest_id, terms_version) references terms,
    check ((status = 'invited') or (terms_version is not null and accepted_at is not null))
);

-- name_key is the name as it is compared: a board must not show two names that look the same.
create table team (
    id         uuid primary key,
    contest_id uuid        not null references contest,
    version    bigint      not null,
    name       text        not null,
    name_key   text        not null,
    captain    text        not null,
    removed    boolean     not null default false,
    event_id   uuid        not null,
    changed_at timestamptz not null,
    unique (contest_id, name_key),
    unique (contest_id, id)
);

-- The primary key is the rule: one person, one team in a contest.
create table team_member (
    contest_id uuid        not null,
    subject_id text        not null,
    team_id    uuid        not null,
    joined_at  timestamptz not null,
    primary key (contest_id, subject_id),
    foreign key (contest_id, subject_id) references entrant,
    foreign key (contest_id, team_id) references team (contest_id, id)
);
create index team_member_of_team on team_member (team_id);

create table released_file (
    contest_id  uuid   not null references contest,
    name        text   not null,
    position    integer not null,
    file_id     uuid   not null,
    bytes       bigint not null,
    sha256      text   not null,
    data_rows   bigint not null,
    release_id  uuid   not null,
    primary key (contest_id, name)
);

-- A place in a team's quota while its upload is in progress; without a renewal it ends with its lease. Its id becomes the
-- submission's id.
create table reservation (
    id              uuid primary key,
    contest_id      uuid        not null references contest,
    team_id         uuid        not null references team,
    subject_id      text        not null,
    file_id         uuid        not null,
    quota_day       date        not null,
    received_at     timestamptz not null,
    expires_at      timestamptz not null,
    idempotency_key text
);
create index reservation_of_team on reservation (team_id, quota_day);
create index reservation_of_file on reservation (file_id);

create table submission (
    id                 uuid primary key,
    contest_id         uuid        not null references contest,
    team_id            uuid        not null,
    subject_id         text        not null,
    ordinal            integer     not null check (ordinal > 0),
    file_id            uuid        not null unique,
    bytes              bigint      not null,
    sha256             text        not null,
    content_encoding   text        not null check (content_encoding in ('identity', 'gzip', 'zstd')),
    quota_day          date        not null,
    received_at        timestamptz not null,
    accepted_at        timestamptz not null,
    receipt_key_id     text        not null,
    receipt_signature  text        not null,
    idempotency_key    text,
    event_id           uuid        not null,
    -- How often SubmissionAccepted was sent, when the outcome is overdue (null: nothing to do), and the giving up.
    emission           integer     not null,
    due_at             timestamptz,
    abandoned_at       timestamptz,
    abandoned_event_id uuid,
    state              text        not null check (state in ('accepted', 'scored', 'rejected', 'failed')),
    scoring_version    integer,
    released_score     double precision,
    problems           text check (problems is json array),
    counts             text check (counts is json object),
    reason             text,
    scored_at          timestamptz,
    rejected_at        timestamptz,
    failed_at          timestamptz,
    unique (team_id, ordinal),
    foreign key (contest_id, team_id) references team (contest_id, id)
);
create index submission_of_contest on submission (contest_id, id);
create index submission_of_quota on submission (team_id, quota_day);
create index submission_overdue on submission (due_at) where due_at is not null;
create unique index submission_by_key on submission (subject_id, contest_id, idempotency_key) where idempotency_key is not null;

create table final_selection (
    team_id       uuid        not null references team,
    submission_id uuid        not null references submission,
    contest_id    uuid        not null references contest,
    selected_by   text        not null,
    selected_at   timestamptz not null,
    primary key (team_id, submission_id)
);
create index final_selection_of_contest on final_selection (contest_id);

-- Every key that ever signed a receipt: receipts stay checkable after the key was changed.
create table receipt_key (
    kid        text primary key,
    x          text        not null,
    first_used timestamptz not null
);
