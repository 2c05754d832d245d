-- What scoring knows of a contest: the newest snapshot that it was told.
create table contest (
    id          uuid        primary key,
    version     integer     not null,
    slug        text        not null unique,
    state       text        not null,
    visibility  text        not null,
    organizers  text[]      not null,
    definition  jsonb       not null,
    changed_at  timestamptz not null
);
