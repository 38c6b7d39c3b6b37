-- Imports made in the browser: the files of a draft, the mapping being made, those that are saved, those that come back by themselves.
create table saved_mapping (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  account_id uuid references account on delete set null,
  updated_at timestamptz not null,
  removed_at timestamptz
);
create unique index saved_mapping_name on saved_mapping (lower(name)) where removed_at is null;

create table import_draft (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account on delete cascade,
  -- What the browser's form has made so far; nothing while the file is only just here.
  mapping jsonb,
  state text not null default 'open' check (state in ('open', 'running', 'done', 'failed')),
  -- The address it comes from, when a machine fetched it.
  url text,
  rows integer not null default 0,
  report jsonb,
  problem text,
  import_run uuid,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index import_draft_account on import_draft (account_id, created_at desc);
-- In parts of a megabyte: any process of the installation can read the file again, none holds it whole.
create table import_file_part (
  draft_id uuid not null references import_draft on delete cascade,
  file integer not null,
  name text not null check (length(name) between 1 and 255),
  part integer not null,
  bytes bytea not null check (length(bytes) <= 1048576),
  primary key (draft_id, file, part)
);

create table scheduled_import (
  id uuid primary key default gen_random_uuid(),
  mapping_id uuid not null references saved_mapping,
  url text not null check (length(url) between 8 and 2083),
  every text not null check (every in ('day', 'week', 'month')),
  account_id uuid not null references account on delete cascade,
  hat_id uuid not null references hat,
  created_at timestamptz not null,
  next_at timestamptz not null,
  last_at timestamptz,
  last_problem text,
  -- What the server said of the file last read: the same file is not read twice.
  etag text,
  stopped_at timestamptz
);

do $$
declare
  name text;
begin
  foreach name in array array['saved_mapping', 'import_draft', 'import_file_part', 'scheduled_import'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to passerelles_app', name);
  end loop;
end $$;
-- Mappings are shared among stewards; a draft is its author's; a schedule is every steward's to see and to stop.
create policy steward_all on saved_mapping for all to passerelles_app
  using ((select is_steward())) with check ((select is_steward()));
create policy own_drafts on import_draft for all to passerelles_app
  using (account_id = (select acting_account()) and (select is_steward()))
  with check (account_id = (select acting_account()) and (select is_steward()));
create policy own_files on import_file_part for all to passerelles_app
  using (exists (select from import_draft d where d.id = draft_id)) with check (exists (select from import_draft d where d.id = draft_id));
create policy steward_all on scheduled_import for all to passerelles_app
  using ((select is_steward())) with check ((select is_steward()));
