-- What this service knows of contests and people: the newest snapshot of each that reached it.
create table contest (
    id         uuid primary key,
    version    integer not null,
    slug       text not null,
    state      text not null check (state in ('draft', 'open', 'closed')),
    visibility text not null check (visibility in ('public', 'entrants', 'invited')),
    organizers text[] not null,
    decimals   integer not null,
    changed_at timestamptz(3) not null
);

-- Not unique: a draft may give up its slug, and another may have taken it before we hear of the first.
create index contest_slug on contest (slug);

-- Of every person whose snapshot reached us, also before the contest's did: no foreign key, events come in any order.
create table entrant (
    contest_id uuid not null,
    subject_id text not null,
    version    integer not null,
    status     text not null check (status in ('invited', 'accepted', 'removed')),
    primary key (contest_id, subject_id)
);
