-- The scoring version that the public board of a contest shows.
alter table contest add column shown_version integer not null default 1;

alter table score
    add column direction text check (direction in ('minimize', 'maximize')),
    add column scored_at timestamptz(3);
create index score_version on score (contest_id, scoring_version);

-- Rescores that were applied. The board switches to the version when that many of its scores are here.
create table rescore (
    contest_id      uuid           not null,
    scoring_version integer        not null,
    expected_scores integer        not null,
    switched_at     timestamptz(3) not null,
    primary key (contest_id, scoring_version)
);
