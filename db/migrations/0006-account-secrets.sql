-- Account secrets are changed at the door only, after a check; a person's own act no longer reaches their columns.
revoke update on account from passerelles_app;
grant update (name) on account to passerelles_app;
grant update (totp_secret, totp_confirmed_at) on account to passerelles_door;

-- What is used once stays visible to its update, and must come out used.
drop policy door_uses on one_time_link;
create policy door_uses on one_time_link for update to passerelles_door
  using (used_at is null) with check (used_at is not null);
drop policy door_accepts on invitation;
create policy door_accepts on invitation for update to passerelles_door
  using (accepted_at is null and withdrawn_at is null) with check (accepted_at is not null and withdrawn_at is null);

-- The door writes what happens at the door: accounts, sessions, hats given by an invitation.
drop policy event_at_the_door on event;
create policy event_at_the_door on event for insert to passerelles_door
  with check (name ~ '^(account|session|hat|invitation)\.');

-- A session is shown with the name of the place where its hat is worn.
grant select on organisation to passerelles_door;
create policy door_names on organisation for select to passerelles_door using (true);

-- A person changes the hat of her own sessions, for a hat of hers only.
grant update (hat_id) on session to passerelles_app;
create policy own_session_hat on session for update to passerelles_app
  using (account_id = (select acting_account()))
  with check (account_id = (select acting_account()) and (hat_id is null or exists (
    select from hat where hat.id = session.hat_id and hat.account_id = (select acting_account()) and hat.ended_at is null)));

-- The link of an invitation is made when its mail leaves: the secret is never kept, not even in the queue.
grant update (token_hash) on invitation to passerelles_app;

-- Colleagues see each other's name and role, never an account's other columns.
grant select (id, name, suspended_at) on account to passerelles_definer;
create policy definer_reads_names on account for select to passerelles_definer using (true);
create function colleagues() returns table (hat_id uuid, account_id uuid, name text, role text, since timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select hat.id, account.id, account.name, hat.role, hat.created_at
    from public.hat join public.account on account.id = hat.account_id
    where hat.ended_at is null and account.suspended_at is null and hat.organisation_id = (
      select own.organisation_id from public.hat own
      where own.id = public.chosen_hat() and own.account_id = public.acting_account() and own.ended_at is null)
    order by account.name, hat.id
  $$;
grant create on schema public to passerelles_definer;
alter function colleagues() owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function colleagues() from public;
grant execute on function colleagues() to passerelles_app;

-- The installation's operator closes an account, and opens it again; its sessions end with their next request.
grant select (suspended_at), update (suspended_at) on account to passerelles_operator;
create policy operator_suspends on account for update to passerelles_operator using (true);
