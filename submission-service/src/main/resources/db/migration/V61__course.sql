-- Every state of a contest, and the instants that go with them. opens_at is when the clock opens it (only while it is scheduled), closes_at
-- the deadline in force: the definition's, or the end of last call. A contest that was never announced is seen by its organizers only, whatever
-- its state.
do $$
declare name text;
begin
    for name in select conname from pg_constraint
        where conrelid = 'contest'::regclass and contype = 'c' and (conname like 'contest\_check%' or conname = 'contest_state_check')
    loop
        execute format('alter table contest drop constraint %I', name);
    end loop;
end $$;

alter table contest
    add column opens_at     timestamptz,
    add column announced_at timestamptz,
    add column last_call_at timestamptz,
    add column paused_at    timestamptz,
    add column resumed_at   timestamptz,
    add column reason       text;
update contest set announced_at = opened_at;

alter table contest
    add constraint contest_state_check check (state in ('draft', 'scheduled', 'open', 'last-call', 'paused', 'closed', 'verifying', 'awarded',
        'ended-without-award', 'cancelled', 'archived')),
    add constraint contest_scheduled check (state <> 'scheduled' or (opens_at is not null and announced_at is not null and released_at is not null)),
    add constraint contest_not_opened check (state not in ('draft', 'scheduled') or opened_at is null),
    add constraint contest_opened check (state in ('draft', 'scheduled', 'cancelled', 'archived')
        or (opened_at is not null and released_at is not null and announced_at is not null)),
    add constraint contest_last_call check (state <> 'last-call' or last_call_at is not null),
    add constraint contest_paused check (state <> 'paused' or (paused_at is not null and resumed_at is null)),
    add constraint contest_closed check (
        (state in ('closed', 'verifying', 'awarded', 'ended-without-award', 'cancelled', 'archived')) = (closed_at is not null)),
    add constraint contest_settles check (state in ('cancelled', 'archived')
        or (state in ('closed', 'verifying', 'awarded', 'ended-without-award')) = (settles_at is not null)),
    add constraint contest_settled check (state not in ('verifying', 'awarded', 'ended-without-award') or settled_at is not null),
    add constraint contest_archived check (state <> 'archived' or settled_at is not null or settles_at is null),
    add constraint contest_settlement check ((settled_at is null) = (settled_event_id is null));

drop index contest_to_close;
create index contest_to_close on contest (closes_at) where state in ('open', 'last-call', 'paused');
create index contest_to_open on contest (opens_at) where state = 'scheduled';
