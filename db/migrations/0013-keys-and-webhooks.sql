-- Machines that ask: a key tells which, what for and how often. Machines that are told: a webhook, its tries, its replays.
create table api_key (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  -- The first characters of the key, to know it again among others.
  beginning text not null,
  name text not null check (length(name) between 1 and 120),
  account_id uuid not null references account on delete cascade,
  scopes text[] not null check (scopes <@ array['read', 'webhooks'] and scopes <> '{}'),
  per_minute integer not null check (per_minute between 1 and 60000),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_key_account on api_key (account_id);
alter table api_key enable row level security;
alter table api_key force row level security;
grant select (id, beginning, name, account_id, scopes, per_minute, created_at, expires_at, revoked_at, last_used_at),
  insert, update (revoked_at) on api_key to passerelles_app;
create policy own_keys on api_key for select to passerelles_app using (account_id = (select acting_account()));
create policy administrator_reads on api_key for select to passerelles_app using ((select acting_role()) = 'administrator');
create policy own_keys_made on api_key for insert to passerelles_app
  with check (account_id = (select acting_account()) and (select acting_role()) in ('integrator', 'administrator'));
create policy own_keys_ended on api_key for update to passerelles_app
  using (account_id = (select acting_account()) or (select acting_role()) = 'administrator');
grant select, update (last_used_at) on api_key to passerelles_door;
create policy door_reads on api_key for select to passerelles_door using (true);
create policy door_notes_use on api_key for update to passerelles_door using (revoked_at is null);

create table webhook (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account on delete cascade,
  url text not null check (length(url) between 8 and 2083),
  -- Sealed by the installation: what signs must be read again.
  secret text not null,
  events text[] not null check (events <> '{}'),
  created_at timestamptz not null,
  -- Set when it is removed, or stopped after failing for days.
  ended_at timestamptz,
  ended_because text check (ended_because in ('removed', 'failing'))
);
create index webhook_account on webhook (account_id);
create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook on delete cascade,
  event_id uuid not null,
  event_name text not null,
  body jsonb not null,
  tries integer not null default 0,
  last_status integer,
  last_problem text,
  created_at timestamptz not null,
  tried_at timestamptz,
  delivered_at timestamptz,
  given_up_at timestamptz
);
create index webhook_delivery_of on webhook_delivery (webhook_id, created_at desc);
create index webhook_delivery_old on webhook_delivery (created_at);
do $$
declare
  name text;
begin
  foreach name in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
grant select, insert, update (secret, ended_at, ended_because) on webhook to passerelles_app;
create policy own_webhooks on webhook for all to passerelles_app
  using (account_id = (select acting_account()))
  with check (account_id = (select acting_account()));
grant select, update, delete on webhook_delivery to passerelles_app;
create policy own_deliveries on webhook_delivery for all to passerelles_app
  using (exists (select from webhook w where w.id = webhook_id and w.account_id = (select acting_account())))
  with check (exists (select from webhook w where w.id = webhook_id and w.account_id = (select acting_account())));

-- One delivery for each webhook that waits for such an event, in the event's own transaction; it leaves as its owner.
-- Only what is public travels: an entry's id and the names of what changed.
create function tell_webhooks() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
declare
  waiting record;
  delivery uuid;
begin
  if new.name !~ '^(directory|territory)\.' then return null; end if;
  for waiting in select id, account_id from public.webhook where ended_at is null and new.name = any (events) loop
    insert into public.webhook_delivery (webhook_id, event_id, event_name, body, created_at)
    values (waiting.id, new.id, new.name,
      jsonb_build_object('id', new.id, 'type', new.name, 'timestamp', new.happened_at, 'subject', new.subject, 'data', new.details),
      new.happened_at)
    returning id into delivery;
    perform public.enqueue('deliver-webhook',
      json_build_object('actor', json_build_object('accountId', waiting.account_id, 'hatId', null),
        'payload', json_build_object('deliveryId', delivery)), null, delivery::text);
  end loop;
  return null;
end $$;
grant create on schema public to passerelles_definer;
alter function tell_webhooks() owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function tell_webhooks() from public;
grant select (id, account_id, events, ended_at) on webhook to passerelles_definer;
create policy definer_reads on webhook for select to passerelles_definer using (true);
grant insert, select (id) on webhook_delivery to passerelles_definer;
create policy definer_adds on webhook_delivery for insert to passerelles_definer with check (tries = 0);
create policy definer_reads on webhook_delivery for select to passerelles_definer using (true);
create trigger event_told after insert on event for each row execute function tell_webhooks();
