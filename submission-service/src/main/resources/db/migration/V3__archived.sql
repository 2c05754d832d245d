-- A closed contest that is settled can be archived: its keys are destroyed, and with them the way back to the raw data.
alter table contest drop constraint contest_state_check;
alter table contest add constraint contest_state_check check (state in ('draft', 'open', 'closed', 'archived'));
alter table contest drop constraint contest_check2;
alter table contest drop constraint contest_check3;
alter table contest add check ((state in ('closed', 'archived')) = (closed_at is not null));
alter table contest add check ((state in ('closed', 'archived')) = (settles_at is not null));
alter table contest add check (state <> 'archived' or settled_at is not null);
