create table person (name text primary key);
create table greeting (event_id uuid not null, person text not null, words text not null);
