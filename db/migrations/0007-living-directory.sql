-- Beyond what national exchange formats hold: state of the day, welcome, rounds, employers, who told what and when.
-- A steward keeps the directory true; what she does is signed by the log and by field_change, and can be undone.
create function is_steward() returns boolean language sql stable
  set search_path = pg_catalog, public
  as $$ select coalesce(public.acting_role() in ('administrator', 'coordinator', 'facilitator'), false) $$;

-- One model, many branches: what they share is written once, what a branch changed is told by comparing.
create table service_model (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 300),
  -- Columns of service that the model gives, by name.
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  updated_at timestamptz not null,
  removed_at timestamptz
);
create index service_model_organisation on service_model (organisation_id);

alter table organisation
  add languages text[] not null default '{}',
  add closures jsonb not null default '[]' check (jsonb_typeof(closures) = 'array'),
  add employer_kind text,
  add offers jsonb not null default '[]' check (jsonb_typeof(offers) = 'array'),
  add resources jsonb not null default '[]' check (jsonb_typeof(resources) = 'array'),
  add confidential boolean not null default false,
  add contact_private boolean not null default false,
  add verified_on date,
  add merged_into uuid references organisation check (merged_into <> id),
  add added_by uuid;
create index organisation_merged on organisation (merged_into) where merged_into is not null;
create index organisation_offers on organisation using gin (offers jsonb_path_ops) where offers <> '[]';

alter table service
  add capacity integer check (capacity >= 0),
  add places_left integer check (places_left >= 0),
  add saturation text check (saturation in ('low', 'moderate', 'high')),
  add welcome text check (welcome in ('unconditional', 'preferential', 'exclusive')),
  add languages text[] not null default '{}',
  add closures jsonb not null default '[]' check (jsonb_typeof(closures) = 'array'),
  add stops jsonb not null default '[]' check (jsonb_typeof(stops) = 'array'),
  add response_days integer check (response_days >= 0),
  add confidential boolean not null default false,
  add contact_private boolean not null default false,
  add verified_on date,
  add review_months integer not null default 6 check (review_months between 1 and 24),
  add model_id uuid references service_model,
  add merged_into uuid references service check (merged_into <> id),
  add added_by uuid;
create index service_merged on service (merged_into) where merged_into is not null;
create index service_model_branches on service (model_id) where model_id is not null;

-- What is never published, in any format: the address of a shelter, a person's own number, notes between professionals.
create table private_detail (
  entry_id uuid primary key,
  kind text not null check (kind in ('organisation', 'service')),
  organisation_id uuid not null references organisation on delete cascade,
  place jsonb,
  contact jsonb,
  notes text
);
create index private_detail_organisation on private_detail (organisation_id);

-- A field that somebody here decided: imports keep it, and note what the source tells meanwhile.
create table held_field (
  entry_id uuid not null,
  kind text not null check (kind in ('organisation', 'service')),
  field text not null,
  value jsonb not null,
  -- What the source told when the field was held, brought up to date by each import: given back when it is let go.
  told jsonb not null,
  reason text not null check (reason in ('edit', 'correction', 'merge', 'privacy', 'model')),
  -- The merge or the correction that holds it.
  cause uuid,
  held_by uuid,
  held_at timestamptz not null,
  primary key (entry_id, field)
);
create index held_field_cause on held_field (cause);

-- Field by field: what it was, what it is, who told so, when. The first telling of an entry is the entry itself.
create table field_change (
  seq bigint generated always as identity primary key,
  entry_id uuid not null,
  kind text not null check (kind in ('organisation', 'service')),
  field text not null,
  before jsonb not null,
  after jsonb not null,
  -- The name of a source, or 'here' for what was done in the application.
  told_by text not null,
  account_id uuid,
  import_run uuid,
  changed_at timestamptz not null
);
create index field_change_entry on field_change (entry_id, seq);
create index field_change_run on field_change (import_run) where import_run is not null;
create index field_change_recent on field_change (changed_at);

alter table import_run
  add mapping text,
  add account_id uuid,
  add undone_at timestamptz;
create index import_run_recent on import_run (source, started_at);

-- Writes the history of a statement: one row per field that differs, the inner accounting left out.
create function write_field_changes() returns trigger language plpgsql
  set search_path = pg_catalog, public
  as $$
begin
  insert into public.field_change (entry_id, kind, field, before, after, told_by, account_id, import_run, changed_at)
  select o.id, tg_argv[0], n.key, coalesce(b.row -> n.key, 'null'), n.value,
    coalesce(nullif(current_setting('app.told_by', true), ''), 'here'), public.acting_account(),
    nullif(current_setting('app.import_run', true), '')::uuid,
    coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now())
  from former o join current_rows c using (id), to_jsonb(o) b(row), jsonb_each(to_jsonb(c)) n
  where n.value is distinct from b.row -> n.key
    and n.key not in ('imported_at', 'added_by')
    and not (n.key in ('phone', 'email', 'contact_name') and (o.contact_private or c.contact_private))
    and not (n.key in ('stops', 'place_id') and (o.confidential or c.confidential));
  return null;
end $$;
create trigger organisation_history after update on organisation
  referencing old table as former new table as current_rows
  for each statement execute function write_field_changes('organisation');
create trigger service_history after update on service
  referencing old table as former new table as current_rows
  for each statement execute function write_field_changes('service');

-- What readers see: still told, not merged into another. A merged organisation lends its services to the one that stays.
create view listed_organisation with (security_invoker = true) as
  select o.* from organisation o
  where o.merged_into is null
    and (o.gone_at is null or exists (select from organisation m where m.merged_into = o.id and m.gone_at is null));
create view listed_service with (security_invoker = true) as
  select s.id, coalesce(o.merged_into, o.id) as organisation_id, s.source, s.source_id, s.name, s.description, s.link, s.kind,
    s.topics, s.fee, s.fee_details, s.audiences, s.audience_details, s.conditions, s.welcome_modes, s.zone, s.phone, s.email,
    s.contact_name, s.mobilisation_link, s.mobilisation_modes, s.mobilisable_by, s.mobilisation_details, s.weekly_hours,
    s.weeks, s.opening_hours, coalesce(s.place_id, o.place_id) as place_id, s.updated_on, s.fictional, s.capacity,
    s.places_left, s.saturation, s.welcome, s.languages, s.closures, s.stops, s.response_days,
    s.confidential or o.confidential as confidential, s.contact_private, s.verified_on, s.review_months, s.model_id
  from service s join organisation o on o.id = s.organisation_id
  where s.gone_at is null and s.merged_into is null
    and (o.gone_at is null or o.merged_into is not null
      or exists (select from organisation m where m.merged_into = o.id and m.gone_at is null));
grant select on listed_organisation, listed_service to passerelles_app, passerelles_operator;

do $$
declare
  name text;
begin
  foreach name in array array['service_model', 'private_detail', 'held_field', 'field_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to passerelles_operator', name);
    execute format('create policy operator_all on %I for all to passerelles_operator using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to passerelles_app', name);
    execute format('create policy steward_all on %I for all to passerelles_app using ((select is_steward())) with check ((select is_steward()))', name);
  end loop;
  -- Stewards bring the shared directory up to date; the history keeps what they replaced.
  foreach name in array array['place', 'organisation', 'service', 'import_run'] loop
    execute format('grant insert, update, delete on %I to passerelles_app', name);
    execute format('create policy steward_adds on %I for insert to passerelles_app with check ((select is_steward()))', name);
    execute format('create policy steward_changes on %I for update to passerelles_app using ((select is_steward())) with check ((select is_steward()))', name);
    execute format('create policy steward_removes on %I for delete to passerelles_app using ((select is_steward()))', name);
  end loop;
end $$;
grant select on import_run to passerelles_app;
create policy steward_reads on import_run for select to passerelles_app using ((select is_steward()));

-- An organisation keeps its own page and its own services.
create policy own_changes on organisation for update to passerelles_app
  using (id = (select acting_organisation())) with check (id = (select acting_organisation()));
create policy own_adds on service for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()));
create policy own_changes on service for update to passerelles_app
  using (organisation_id = (select acting_organisation())) with check (organisation_id = (select acting_organisation()));
create policy own_adds on place for insert to passerelles_app
  with check (source = 'passerelles' and key like (select acting_organisation())::text || ' %');
create policy own_private on private_detail for all to passerelles_app
  using (organisation_id = (select acting_organisation())) with check (organisation_id = (select acting_organisation()));
create policy own_models on service_model for all to passerelles_app
  using (organisation_id = (select acting_organisation())) with check (organisation_id = (select acting_organisation()));
create policy models_read on service_model for select to passerelles_app
  using (removed_at is null and exists (select from service where model_id = service_model.id and organisation_id = (select acting_organisation())));

create function is_own_entry(entry uuid) returns boolean language sql stable
  set search_path = pg_catalog, public
  as $$ select public.acting_organisation() is not null and (entry = public.acting_organisation()
    or exists (select from public.service where id = entry and organisation_id = public.acting_organisation())) $$;
create policy own_held on held_field for all to passerelles_app
  using ((select is_own_entry(entry_id))) with check ((select is_own_entry(entry_id)));
create policy own_history on field_change for insert to passerelles_app
  with check (account_id = (select acting_account()) and (select is_own_entry(entry_id)));
-- Any professional reads who told what, and when; nobody else needs it.
create policy professionals_read on field_change for select to passerelles_app
  using ((select acting_role()) is not null);

-- Occupations of the ecological transition and of care, by their code in France Travail's ROME: a list that stewards edit.
create table occupation_tag (
  rome_code text not null check (rome_code ~ '^[A-N][0-9]{4}$'),
  tag text not null check (tag in ('green', 'white')),
  label text not null check (length(label) between 1 and 200),
  primary key (rome_code, tag)
);
alter table occupation_tag enable row level security;
alter table occupation_tag force row level security;
grant select, insert, update, delete on occupation_tag to passerelles_app, passerelles_operator;
create policy everyone_reads on occupation_tag for select to passerelles_app using (label <> '');
create policy steward_writes on occupation_tag for all to passerelles_app
  using ((select is_steward())) with check ((select is_steward()));
create policy operator_all on occupation_tag for all to passerelles_operator using (true) with check (true);
