-- What is missing, said by whoever looked for it: a need, a place, perhaps a sentence; never who said it.
create table gap_report (
  id uuid primary key default gen_random_uuid(),
  commune_code text not null references commune,
  -- What was searched, in the codes and the words of the search.
  topics text[] not null default '{}' check (cardinality(topics) <= 20),
  words text not null default '' check (length(words) <= 200),
  audiences text[] not null default '{}' check (cardinality(audiences) <= 20),
  -- Said freely; stewards wipe it when it names somebody, and everything wipes it after a year.
  sentence text check (length(sentence) between 1 and 500),
  reported_at timestamptz not null,
  check (topics <> '{}' or words <> '')
);
create index gap_report_commune on gap_report (commune_code);
create index gap_report_sentence on gap_report (reported_at) where sentence is not null;

-- A search kept: by an account, or by an e-mail address that asked to be told and confirmed it.
create table saved_search (
  id uuid primary key default gen_random_uuid(),
  account_id uuid references account on delete cascade,
  email text check (email = lower(email) and length(email) <= 254),
  -- As in the address of the results, without page, hour nor position.
  query text not null check (length(query) between 1 and 2000),
  label text not null check (length(label) between 1 and 300),
  alert boolean not null,
  created_at timestamptz not null,
  -- By the address's owner, from a mail; an account's search is confirmed at once. Holds for a year.
  confirmed_at timestamptz,
  -- What its owner was told of, or saw when it was saved: never told twice.
  known uuid[] not null default '{}',
  looked_at timestamptz,
  told_at timestamptz,
  check ((account_id is null) <> (email is null)),
  check (account_id is null or confirmed_at is not null)
);
create unique index saved_search_account on saved_search (account_id, query) where account_id is not null;
create unique index saved_search_email on saved_search (email, query) where email is not null;
create index saved_search_alert on saved_search (looked_at) where alert and confirmed_at is not null;

-- A mailed link to one search: confirms it, keeps it, stops it. Each mail has its own; only its hash is kept.
create table saved_search_link (
  token_hash bytea primary key,
  search_id uuid not null references saved_search on delete cascade,
  made_at timestamptz not null
);
create index saved_search_link_search on saved_search_link (search_id);

-- Services that an account keeps at hand.
create table favourite (
  account_id uuid not null references account on delete cascade,
  service_id uuid not null references service on delete cascade,
  added_at timestamptz not null,
  primary key (account_id, service_id)
);
create index favourite_service on favourite (service_id);

do $$
declare
  name text;
begin
  foreach name in array array['gap_report', 'saved_search', 'saved_search_link', 'favourite'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

-- A gap comes in by the door and is read by those who keep the directory.
grant insert, select (id, reported_at, sentence), update (sentence) on gap_report to passerelles_door;
create policy door_takes on gap_report for insert to passerelles_door with check (true);
create policy door_finds_old on gap_report for select to passerelles_door using (true);
create policy door_forgets on gap_report for update to passerelles_door using (sentence is not null) with check (sentence is null);
grant select, update (sentence) on gap_report to passerelles_app;
create policy steward_reads on gap_report for select to passerelles_app using ((select is_steward()));
create policy steward_wipes on gap_report for update to passerelles_app
  using ((select is_steward())) with check ((select is_steward()) and sentence is null);

-- An account sees and changes its own searches; those of e-mail addresses live at the door, by their links.
grant select, insert, delete, update (alert, label, known, confirmed_at) on saved_search to passerelles_app;
create policy own_searches on saved_search for all to passerelles_app
  using (account_id = (select acting_account()))
  with check (account_id = (select acting_account()));
grant select, insert, delete, update (alert, confirmed_at, known, looked_at, told_at) on saved_search to passerelles_door;
create policy door_reads on saved_search for select to passerelles_door using (true);
create policy door_takes on saved_search for insert to passerelles_door
  with check (account_id is null and confirmed_at is null and told_at is null);
create policy door_follows on saved_search for update to passerelles_door using (true) with check (true);
create policy door_forgets on saved_search for delete to passerelles_door using (email is not null);
grant select, insert, delete on saved_search_link to passerelles_door;
create policy door_reads on saved_search_link for select to passerelles_door using (true);
create policy door_makes on saved_search_link for insert to passerelles_door with check (true);
create policy door_forgets on saved_search_link for delete to passerelles_door using (true);

grant select, insert, delete on favourite to passerelles_app;
create policy own_favourites on favourite for all to passerelles_app
  using (account_id = (select acting_account()))
  with check (account_id = (select acting_account()));

create policy event_of_lists on event for insert to passerelles_door
  with check (account_id is null and (name = 'gap.reported' or name like 'list.%'));
