-- How far a background task is, for those who wait.
alter table dataset_task add column progress jsonb;

-- What became of datasets is history: it is added to, and never changed.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The table % is only added to', tg_table_name;
end $$;
create trigger dataset_event_append_only before update or delete or truncate on dataset_event
    for each statement execute function refuse_change();
