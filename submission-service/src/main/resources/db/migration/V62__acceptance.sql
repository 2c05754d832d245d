-- Who accepted which version of the terms, when, and which sentences that person affirmed. One row for each version; rows are only ever added.
create table acceptance (
    contest_id    uuid        not null,
    subject_id    text        not null,
    terms_version integer     not null,
    sha256        text        not null,
    attestations  text[]      not null,
    accepted_at   timestamptz not null,
    primary key (contest_id, subject_id, terms_version),
    foreign key (contest_id, terms_version) references terms
);
insert into acceptance (contest_id, subject_id, terms_version, sha256, attestations, accepted_at)
select e.contest_id, e.subject_id, e.terms_version, t.sha256, '{}', e.accepted_at
from entrant e join terms t on t.contest_id = e.contest_id and t.version = e.terms_version
where e.accepted_at is not null;

create function acceptances_are_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'Acceptances can only be added to';
end $$;
create trigger acceptance_append_only before update or delete on acceptance
    for each row execute function acceptances_are_append_only();
create trigger acceptance_no_truncate before truncate on acceptance
    for each statement execute function acceptances_are_append_only();
