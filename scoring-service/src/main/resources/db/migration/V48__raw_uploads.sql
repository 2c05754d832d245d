-- A second raw file: what ratings are of.
alter table dataset add column items jsonb;

-- Raw files that arrived in parts are put together, checked and profiled by a task (its attempt is the upload).
alter table dataset_task drop constraint dataset_task_kind_check;
alter table dataset_task add constraint dataset_task_kind_check
    check (kind in ('profile', 'anonymize', 'release', 'destroy_keys'));
