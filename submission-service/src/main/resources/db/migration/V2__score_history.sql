-- Every released score of a submission: one for each scoring version under which it was told. The newest one is shown.
create table submission_score (
    submission_id   uuid             not null references submission,
    scoring_version integer          not null,
    released_score  double precision not null,
    scored_at       timestamptz      not null,
    primary key (submission_id, scoring_version)
);
insert into submission_score (submission_id, scoring_version, released_score, scored_at)
select id, scoring_version, released_score, scored_at from submission where state = 'scored';
