-- Every state that a contest can be in. The words come from ContestChanged, whose contract lists them.
alter table contest drop constraint contest_state_check;
alter table contest add constraint contest_state_check check (state in ('draft', 'scheduled', 'open', 'last-call', 'paused', 'closed',
    'verifying', 'awarded', 'ended-without-award', 'cancelled', 'archived'));
