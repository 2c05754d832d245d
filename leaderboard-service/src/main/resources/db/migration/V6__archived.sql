-- An archived contest is over, and its keys are destroyed; its boards stay.
alter table contest drop constraint contest_state_check;
alter table contest add constraint contest_state_check check (state in ('draft', 'open', 'closed', 'archived'));
