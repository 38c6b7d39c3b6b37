-- The ground: five roles, what an act tells the database about itself, and the log of events.
-- The owner migrates. The application logs in as passerelles_login, which owns nothing and inherits nothing:
-- each transaction puts on exactly one of the roles below with "set local role".
do $$
declare
  wanted text;
begin
  foreach wanted in array array[
    'passerelles_login',     -- the application's connection; rights only through the roles it puts on
    'passerelles_app',       -- an act of a person, signed in or not
    'passerelles_door',      -- the door: sessions, sign-in, one-time links, before anybody is known
    'passerelles_queue',     -- takes jobs out of the queue
    'passerelles_operator',  -- the command line of the installation's owner; never given to passerelles_login
    'passerelles_definer'    -- owns the few functions that look beyond the caller's rows; may read hats, nothing else
  ] loop
    begin
      execute format('create role %I nologin noinherit nobypassrls', wanted);
    exception when duplicate_object or unique_violation then null; -- another database of the same server made it
    end;
  end loop;
end $$;
grant passerelles_app, passerelles_door, passerelles_queue to passerelles_login;
grant passerelles_operator, passerelles_definer, passerelles_queue to current_user;

create extension if not exists unaccent;
create extension if not exists pg_trgm;

revoke create on schema public from public;
grant usage on schema public to passerelles_app, passerelles_door, passerelles_operator, passerelles_definer;

-- French text without accents: unaccent comes before the stemmer, on both sides (bare unaccent() is not immutable).
create text search configuration french_plain (copy = french);
alter text search configuration french_plain
  alter mapping for hword, hword_part, word with unaccent, french_stem;

create function acting_account() returns uuid language sql stable
  set search_path = pg_catalog
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;

create function chosen_hat() returns uuid language sql stable
  set search_path = pg_catalog
  as $$ select nullif(current_setting('app.hat', true), '')::uuid $$;

-- Append-only: one row serves the timeline, the audit, the alerts and the figures.
create table event (
  seq bigint generated always as identity primary key,
  id uuid not null default gen_random_uuid() unique,
  name text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  subject uuid not null,
  details jsonb not null default '{}',
  happened_at timestamptz not null,
  account_id uuid,
  hat_id uuid,
  organisation_id uuid
);
create index event_subject on event (subject, seq);
create index event_organisation on event (organisation_id, seq);

alter table event enable row level security;
alter table event force row level security;
grant insert on event to passerelles_app, passerelles_door, passerelles_operator;
grant select on event to passerelles_app, passerelles_operator;

-- Nobody signs an event with another's name.
create policy event_signed on event for insert to passerelles_app
  with check (account_id is not distinct from (select acting_account()) and hat_id is not distinct from (select chosen_hat()));
create policy event_at_the_door on event for insert to passerelles_door
  with check (name like 'account.%' or name like 'session.%');
create policy event_of_operator on event for insert to passerelles_operator
  with check (account_id is null and hat_id is null);
-- What an organisation did is read by it; the directory's changes are public.
create policy event_public on event for select to passerelles_app
  using (name like 'directory.%' or name like 'territory.%');
create policy event_own on event for select to passerelles_app
  using (account_id = (select acting_account()));
create policy event_read_by_operator on event for select to passerelles_operator
  using (name like 'directory.%' or name like 'territory.%' or account_id is null);

-- Processes follow the log: the notice carries the number, a reader catches up from the last one it saw.
create function notify_event() returns trigger language plpgsql
  set search_path = pg_catalog
  as $$ begin perform pg_notify('event', new.seq || ' ' || new.name); return null; end $$;
create trigger event_noticed after insert on event for each row execute function notify_event();
