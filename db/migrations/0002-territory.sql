-- Territories are public; only the installation's operator loads them. Codes are INSEE's, versions go by year.
create table commune (
  code text primary key check (code ~ '^[0-9][0-9AB][0-9]{3}$'),
  name text not null,
  kind text not null check (kind in ('commune', 'arrondissement', 'former')),
  -- An arrondissement or a former commune points to the commune of today.
  current_code text not null references commune deferrable initially deferred,
  department_code text,
  region_code text,
  population integer check (population >= 0),
  postcodes text[] not null default '{}',
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  position text not null default 'unknown' check (position in ('given', 'approximate', 'unknown')),
  search_name text not null,
  check ((kind = 'commune') = (current_code = code)),
  check ((longitude is null) = (latitude is null))
);
create index commune_search on commune (search_name text_pattern_ops);
create index commune_similar on commune using gin (search_name gin_trgm_ops);
create index commune_postcodes on commune using gin (postcodes);
create index commune_current on commune (current_code);
create index commune_department on commune (department_code);

create table territory (
  kind text not null check (kind in ('region', 'department', 'epci', 'living-area', 'set')),
  code text not null,
  year integer not null check (year between 1990 and 2100),
  name text not null,
  primary key (kind, code, year)
);

create table territory_commune (
  kind text not null,
  code text not null,
  year integer not null,
  commune_code text not null references commune,
  primary key (kind, year, commune_code, code),
  foreign key (kind, code, year) references territory on delete cascade
);
create index territory_commune_members on territory_commune (kind, code, year);

do $$
declare
  name text;
begin
  foreach name in array array['commune', 'territory', 'territory_commune'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to passerelles_app, passerelles_door, passerelles_operator', name);
    execute format('grant insert, update, delete on %I to passerelles_operator', name);
    execute format('create policy public_read on %I for select to passerelles_app, passerelles_door, passerelles_operator using (true)', name);
    execute format('create policy operator_writes on %I for insert to passerelles_operator with check (true)', name);
    execute format('create policy operator_changes on %I for update to passerelles_operator using (true)', name);
    execute format('create policy operator_removes on %I for delete to passerelles_operator using (true)', name);
  end loop;
end $$;
