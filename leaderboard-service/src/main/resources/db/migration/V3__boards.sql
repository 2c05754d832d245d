-- The head of each board. Whoever publishes a version holds this row's lock; that is what makes versions gapless.
create table board (
    contest_id      uuid not null,
    view            text not null check (view in ('public', 'private')),
    epoch           integer not null,
    version         bigint not null default 0,
    direction       text check (direction in ('minimize', 'maximize')),
    changed_at      timestamptz(3) not null default clock_timestamp(),
    published_at    timestamptz,
    -- Of the private view: how many scores there will be, and since when all of them are here.
    expected_scores integer,
    revealed_at     timestamptz(3),
    primary key (contest_id, view)
)
with (fillfactor = 50);

-- The board as its newest version shows it.
create table standing (
    contest_id    uuid not null,
    view          text not null,
    team_id       uuid not null,
    team          text not null,
    score         numeric not null,
    submissions   integer not null,
    accepted_at   timestamptz(3) not null,
    primary key (contest_id, view, team_id)
)
with (fillfactor = 80);

-- Every version ever published and what it changed: resumed streams are filled from here, and StandingsChanged is told
-- again from here, with the same event ids.
create table board_change (
    contest_id uuid not null,
    view       text not null,
    epoch      integer not null,
    version    bigint not null,
    changed_at timestamptz(3) not null,
    event_id   uuid not null,
    direction  text check (direction in ('minimize', 'maximize')),
    document   text not null,
    primary key (contest_id, view, epoch, version)
);
