-- How sure released scores are: the scores, not rounded, and what they would be without each block of public rows. Nobody
-- is shown these; they say which teams of a board are tied.
create table score_statistics (
    submission_id   uuid not null,
    scoring_version integer not null,
    contest_id      uuid not null,
    team_id         uuid not null,
    score           double precision not null,
    without_block   double precision[] not null,
    primary key (submission_id, scoring_version)
);
