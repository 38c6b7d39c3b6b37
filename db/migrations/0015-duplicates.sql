-- Entries that seem to tell the same thing, why, and what somebody decided: one, or two. Decisions outlive imports.
create table duplicate_pair (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('organisation', 'service')),
  first_id uuid not null,
  second_id uuid not null check (first_id < second_id),
  score integer not null check (score between 0 and 100),
  -- [{kind, points, …}], the strongest first.
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'merged', 'apart')),
  decided_by uuid,
  decided_at timestamptz,
  -- The edge of the tree of merges: `merged_into` of an entry is always the root of the tree it stands in.
  survivor_id uuid,
  merged_id uuid,
  -- {field: 'merged' | 'both'}: where the one that stays was not believed alone.
  choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object'),
  -- The merge of two organisations in whose gesture these services were merged: they part with it.
  with_pair uuid references duplicate_pair on delete set null,
  -- The last merge that was undone, and by whom: the pair waits again.
  undone_by uuid,
  undone_at timestamptz,
  -- What is found since the decision, when it would no longer be proposed alike; the decision stands.
  fresh_score integer check (fresh_score between 0 and 100),
  fresh_reasons jsonb check (jsonb_typeof(fresh_reasons) = 'array'),
  changed_at timestamptz,
  unique (first_id, second_id),
  check ((state = 'proposed') = (decided_at is null)),
  check ((state = 'merged') = (survivor_id is not null and merged_id is not null and survivor_id <> merged_id)),
  check ((undone_at is null) = (undone_by is null)),
  check ((changed_at is null) = (fresh_score is null) and (changed_at is null) = (fresh_reasons is null))
);
create index duplicate_pair_second on duplicate_pair (second_id);
create index duplicate_pair_waiting on duplicate_pair (score desc) where state = 'proposed';
create unique index duplicate_pair_merged_once on duplicate_pair (merged_id) where state = 'merged';
create index duplicate_pair_survivor on duplicate_pair (survivor_id) where state = 'merged';
create index duplicate_pair_with on duplicate_pair (with_pair) where with_pair is not null;

-- Fields that were held for another reason when a merge took them: given back as they were.
create table field_set_aside (
  pair_id uuid not null references duplicate_pair on delete cascade,
  entry_id uuid not null,
  field text not null,
  value jsonb not null,
  reason text not null,
  cause uuid,
  held_by uuid,
  held_at timestamptz not null,
  primary key (pair_id, entry_id, field)
);
create index field_set_aside_cause on field_set_aside (cause);

do $$
declare
  name text;
begin
  foreach name in array array['duplicate_pair', 'field_set_aside'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to passerelles_app, passerelles_operator', name);
    execute format('create policy operator_all on %I for all to passerelles_operator using (true) with check (true)', name);
    execute format('create policy steward_all on %I for all to passerelles_app using ((select is_steward())) with check ((select is_steward()))', name);
  end loop;
end $$;
-- Who is told twice sees it, and asks a steward.
create policy own_read on duplicate_pair for select to passerelles_app
  using (is_own_entry(first_id) or is_own_entry(second_id));

-- The machine proposes, and says when what was decided has changed; it decides nothing.
grant select, insert, delete on duplicate_pair to passerelles_door;
grant update (score, reasons, fresh_score, fresh_reasons, changed_at) on duplicate_pair to passerelles_door;
create policy door_reads on duplicate_pair for select to passerelles_door using (true);
create policy door_proposes on duplicate_pair for insert to passerelles_door with check (state = 'proposed');
create policy door_brings_up_to_date on duplicate_pair for update to passerelles_door using (true);
create policy door_withdraws on duplicate_pair for delete to passerelles_door using (state = 'proposed');

grant select on commune to passerelles_door;
create policy door_reads on commune for select to passerelles_door using (true);

-- Among stewards, whoever decided is named: the second one to decide knows whom to ask.
create function decider_name(decider uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select name from public.account where id = decider and public.is_steward() and (
      exists (select from public.duplicate_pair where decider in (decided_by, undone_by))
      or exists (select from public.held_field where held_by = decider))
  $$;
grant create on schema public to passerelles_definer;
alter function decider_name(uuid) owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function decider_name(uuid) from public;
grant execute on function decider_name(uuid) to passerelles_app;
grant select (decided_by, undone_by) on duplicate_pair to passerelles_definer;
create policy definer_reads on duplicate_pair for select to passerelles_definer using (true);
grant select (held_by) on held_field to passerelles_definer;
create policy definer_reads on held_field for select to passerelles_definer using (true);

-- As an organisation already does, a service that its source no longer tells stays while one merged into it is told.
create or replace view listed_service with (security_invoker = true) as
  select s.id, coalesce(o.merged_into, o.id) as organisation_id, s.source, s.source_id, s.name, s.description, s.link, s.kind,
    s.topics, s.fee, s.fee_details, s.audiences, s.audience_details, s.conditions, s.welcome_modes, s.zone, s.phone, s.email,
    s.contact_name, s.mobilisation_link, s.mobilisation_modes, s.mobilisable_by, s.mobilisation_details, s.weekly_hours,
    s.weeks, s.opening_hours, coalesce(s.place_id, o.place_id) as place_id, s.updated_on, s.fictional, s.capacity,
    s.places_left, s.saturation, s.welcome, s.languages, s.closures, s.stops, s.response_days,
    s.confidential or o.confidential as confidential, s.contact_private, s.verified_on, s.review_months, s.model_id
  from service s join organisation o on o.id = s.organisation_id
  where s.merged_into is null
    and (s.gone_at is null or exists (select from service m where m.merged_into = s.id and m.gone_at is null))
    and (o.gone_at is null or o.merged_into is not null
      or exists (select from organisation m where m.merged_into = o.id and m.gone_at is null));
