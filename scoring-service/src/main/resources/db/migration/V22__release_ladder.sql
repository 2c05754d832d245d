-- Scores without each block of rows, as many numbers as the part has blocks. They are as secret as the scores themselves.
alter table outcome
    add column public_rows           integer,
    add column public_without_block  double precision[],
    add column private_without_block double precision[],
    -- The order in which the outcomes of a team were released, from 1: the sequence that a rescore plays again.
    add column release_position      integer,
    add column statistics_event_id   uuid unique;

-- Scores from before are as if their parts had one block: nothing is known of their errors.
update outcome
set public_rows = 1000000, public_without_block = '{}', private_without_block = '{}'
where state = 'scored';
update outcome set release_position = ordinal where released_at is not null;

alter table outcome
    add unique (team_id, scoring_version, release_position),
    add check (state <> 'scored' or (public_rows is not null and public_without_block is not null
        and private_without_block is not null)),
    add check ((release_position is null) = (released_at is null));

-- What the release rule remembers of a team: the released score, and the submission that it was released for.
alter table team_release
    add column released_count         integer not null default 0,
    add column accepted_score         double precision,
    add column accepted_without_block double precision[];
update team_release set released_count = next_ordinal - 1, released_score = null;
alter table team_release add check ((released_score is null) = (accepted_score is null)
    and (released_score is null) = (accepted_without_block is null));
