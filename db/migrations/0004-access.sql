-- Accounts, hats, sessions. The door (nobody known yet) handles secrets; a person sees her own account and nothing else.
create table account (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email) and length(email) <= 254),
  name text not null check (length(name) between 1 and 120),
  -- Argon2id, encoded with its parameters; null until a password is chosen (links by e-mail only).
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last 30-second step used: a code serves once (RFC 6238 section 5.2).
  totp_last_step bigint,
  created_at timestamptz not null,
  suspended_at timestamptz,
  unique (email)
);

-- A hat: the role in which an account acts, for an organisation or on a territory.
create table hat (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account on delete cascade,
  role text not null check (role in ('worker', 'provider', 'facilitator', 'coordinator', 'funder', 'delegate', 'integrator', 'administrator')),
  organisation_id uuid references organisation,
  territory_kind text,
  territory_code text,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((territory_kind is null) = (territory_code is null))
);
create unique index hat_once on hat (account_id, role, organisation_id, territory_kind, territory_code) nulls not distinct where ended_at is null;
create index hat_organisation on hat (organisation_id) where ended_at is null;

create table session (
  token_hash bytea primary key,
  id uuid not null default gen_random_uuid() unique,
  account_id uuid not null references account on delete cascade,
  hat_id uuid references hat,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- False while the second factor is still to be given: such a session opens nothing else.
  complete boolean not null default false,
  device text not null default ''
);
create index session_account on session (account_id);

create table one_time_link (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'recovery')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_account on one_time_link (account_id);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  email text not null check (email = lower(email)),
  role text not null,
  organisation_id uuid references organisation,
  territory_kind text,
  territory_code text,
  invited_by uuid references hat,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check ((territory_kind is null) = (territory_code is null))
);
create index invitation_organisation on invitation (organisation_id);

-- Tries at a secret, by account and by address, kept only as long as the limits need.
create table attempt (
  id bigint generated always as identity primary key,
  action text not null,
  key_hash bytea not null,
  happened_at timestamptz not null
);
create index attempt_recent on attempt (action, key_hash, happened_at);

-- The hat put on for this act, if it belongs to the acting account and has not ended: forging app.hat gives nothing.
create function acting_hat() returns hat language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select hat from public.hat where id = public.chosen_hat() and account_id = public.acting_account() and ended_at is null $$;
create function acting_organisation() returns uuid language sql stable
  set search_path = pg_catalog, public
  as $$ select organisation_id from public.acting_hat() $$;
create function acting_role() returns text language sql stable
  set search_path = pg_catalog, public
  as $$ select role from public.acting_hat() $$;
grant create on schema public to passerelles_definer;
alter function acting_hat() owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function acting_hat() from public;
grant execute on function acting_hat() to passerelles_app;

do $$
declare
  name text;
begin
  foreach name in array array['account', 'hat', 'session', 'one_time_link', 'invitation', 'attempt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy door_reads on %I for select to passerelles_door using (true)', name);
  end loop;
end $$;

grant select on hat to passerelles_definer;
create policy definer_reads on hat for select to passerelles_definer using (true);

grant select, insert on account to passerelles_door;
grant update (password_hash, totp_last_step) on account to passerelles_door;
create policy door_opens on account for insert to passerelles_door with check (suspended_at is null);
create policy door_mends on account for update to passerelles_door using (suspended_at is null);

grant select, insert on hat to passerelles_door;
create policy door_gives on hat for insert to passerelles_door with check (ended_at is null);

grant select, insert, delete on session to passerelles_door;
grant update (last_seen_at, hat_id, complete) on session to passerelles_door;
create policy door_opens on session for insert to passerelles_door with check (expires_at > created_at);
create policy door_keeps on session for update to passerelles_door using (true);
create policy door_closes on session for delete to passerelles_door using (true);

grant select, insert, delete on one_time_link to passerelles_door;
grant update (used_at) on one_time_link to passerelles_door;
create policy door_sends on one_time_link for insert to passerelles_door with check (used_at is null);
create policy door_uses on one_time_link for update to passerelles_door using (used_at is null);
create policy door_forgets on one_time_link for delete to passerelles_door using (true);

grant select on invitation to passerelles_door;
grant update (accepted_at) on invitation to passerelles_door;
create policy door_accepts on invitation for update to passerelles_door using (accepted_at is null and withdrawn_at is null);

grant select, insert, delete on attempt to passerelles_door;
create policy door_counts on attempt for insert to passerelles_door with check (true);
create policy door_forgets on attempt for delete to passerelles_door using (true);

-- A person reads and changes her own account; the secrets' columns are out of reach even for her.
grant select (id, email, name, totp_confirmed_at, created_at, suspended_at) on account to passerelles_app;
grant update (name, password_hash, totp_secret, totp_confirmed_at) on account to passerelles_app;
create policy own_account on account for select to passerelles_app using (id = (select acting_account()));
create policy own_account_changes on account for update to passerelles_app using (id = (select acting_account()));

grant select on hat to passerelles_app;
create policy own_hats on hat for select to passerelles_app using (account_id = (select acting_account()));
create policy hats_of_my_organisation on hat for select to passerelles_app
  using (organisation_id = (select acting_organisation()));
grant update (ended_at) on hat to passerelles_app;
create policy own_hat_left on hat for update to passerelles_app using (account_id = (select acting_account()));

grant select (id, account_id, hat_id, created_at, last_seen_at, expires_at, complete, device), delete on session to passerelles_app;
create policy own_sessions on session for select to passerelles_app using (account_id = (select acting_account()));
create policy own_sessions_closed on session for delete to passerelles_app using (account_id = (select acting_account()));

-- Who may invite: the organisation's own people for their organisation, an administrator anywhere.
grant select (id, email, role, organisation_id, territory_kind, territory_code, invited_by, created_at, expires_at, accepted_at, withdrawn_at)
  on invitation to passerelles_app;
grant insert, update (withdrawn_at) on invitation to passerelles_app;
create policy invitations_of_mine on invitation for select to passerelles_app
  using (organisation_id = (select acting_organisation()) or (select acting_role()) = 'administrator');
create policy invite_to_mine on invitation for insert to passerelles_app
  with check (invited_by = (select chosen_hat()) and (
    (organisation_id = (select acting_organisation()) and role in ('worker', 'provider'))
    or (select acting_role()) = 'administrator'));
create policy withdraw_of_mine on invitation for update to passerelles_app
  using (organisation_id = (select acting_organisation()) or (select acting_role()) = 'administrator');

-- The operator opens the first accounts (demo region, first administrator); secrets stay unreadable.
grant select (id, email, name, created_at), insert on account to passerelles_operator;
grant select, insert on hat, invitation to passerelles_operator;
create policy operator_reads on account for select to passerelles_operator using (true);
create policy operator_opens on account for insert to passerelles_operator with check (true);
create policy operator_reads on hat for select to passerelles_operator using (true);
create policy operator_gives on hat for insert to passerelles_operator with check (true);
create policy operator_reads on invitation for select to passerelles_operator using (true);
create policy operator_invites on invitation for insert to passerelles_operator with check (true);
