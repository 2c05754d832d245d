-- When a contest is archived its keys are destroyed, by a task like the others (its attempt is the contest itself).
alter table dataset_task drop constraint dataset_task_kind_check;
alter table dataset_task add constraint dataset_task_kind_check check (kind in ('anonymize', 'release', 'destroy_keys'));

-- What is added to a report after it was approved, signed: that the keys are destroyed.
alter table dataset add column addendum text;
