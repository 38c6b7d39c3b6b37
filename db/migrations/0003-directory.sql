-- The directory is public: whoever looks for help reads it. Imports are the operator's.
create table place (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  -- What makes two addresses of one organisation the same place: its source id and a digest of the address.
  key text not null,
  address text,
  address_more text,
  postcode text,
  commune_name text,
  insee_code text,
  commune_code text references commune,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  position text not null check (position in ('given', 'commune', 'approximate', 'unknown')),
  unique (source, key),
  check ((longitude is null) = (latitude is null))
);
create index place_commune on place (commune_code);
create index place_box on place (latitude, longitude);

create table organisation (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  source_id text not null,
  name text not null check (length(name) between 1 and 300),
  description text,
  link text,
  siret text check (siret ~ '^[0-9]{14}$'),
  phone text,
  email text,
  website text,
  opening_hours text,
  accessibility_url text,
  networks text[] not null default '{}',
  place_id uuid references place,
  updated_on date not null,
  fictional boolean not null default false,
  digest text not null,
  imported_at timestamptz not null,
  -- Absent from its source's last import: kept for what refers to it, no longer shown in searches.
  gone_at timestamptz,
  unique (source, source_id)
);
create index organisation_place on organisation (place_id);

create table service (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  source text not null,
  source_id text not null,
  name text not null check (length(name) between 1 and 300),
  description text not null,
  link text,
  kind text check (kind in ('support', 'financial-aid', 'material-aid', 'workshop', 'training', 'information')),
  topics text[] not null default '{}',
  fee text check (fee in ('free', 'paid')),
  fee_details text,
  audiences text[] not null default '{}',
  audience_details text,
  conditions text,
  welcome_modes text[] not null default '{}',
  zone text[] not null default '{}',
  phone text,
  email text,
  contact_name text,
  mobilisation_link text,
  mobilisation_modes text[] not null default '{}',
  mobilisable_by text[] not null default '{}',
  mobilisation_details text,
  weekly_hours double precision check (weekly_hours >= 0),
  weeks integer check (weeks >= 1),
  opening_hours text,
  place_id uuid references place,
  updated_on date not null,
  fictional boolean not null default false,
  digest text not null,
  imported_at timestamptz not null,
  gone_at timestamptz,
  unique (source, source_id)
);
create index service_organisation on service (organisation_id);
create index service_place on service (place_id);
create index service_topics on service using gin (topics);

-- One row per import, whatever its end: what came in, what changed, what was refused.
create table import_run (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  file_names text[] not null,
  started_at timestamptz not null,
  rows integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  gone integer not null,
  rejected integer not null
);

do $$
declare
  name text;
begin
  foreach name in array array['place', 'organisation', 'service', 'import_run'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to passerelles_operator', name);
    execute format('create policy operator_reads on %I for select to passerelles_operator using (true)', name);
    execute format('create policy operator_writes on %I for insert to passerelles_operator with check (true)', name);
    execute format('create policy operator_changes on %I for update to passerelles_operator using (true)', name);
    execute format('create policy operator_removes on %I for delete to passerelles_operator using (true)', name);
  end loop;
  foreach name in array array['place', 'organisation', 'service'] loop
    execute format('grant select on %I to passerelles_app', name);
    execute format('create policy public_read on %I for select to passerelles_app using (true)', name);
  end loop;
end $$;
