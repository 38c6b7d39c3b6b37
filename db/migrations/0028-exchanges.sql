-- Other software hands referrals on, and takes them: under the key of a worker or a provider, who answers for it.
alter table api_key add column hat_id uuid references hat;
alter table api_key drop constraint api_key_scopes_check;
alter table api_key add check (scopes <@ array['read', 'webhooks', 'referrals'] and scopes <> '{}');
-- A key that touches people acts as one hat and sees what it sees: it ends with it. No other key has one.
alter table api_key add check (('referrals' = any (scopes)) = (hat_id is not null));
create index api_key_hat on api_key (hat_id);
grant select (hat_id) on api_key to passerelles_app;
drop policy own_keys_made on api_key;
create policy own_keys_made on api_key for insert to passerelles_app
  with check (account_id = (select acting_account()) and (select acting_role()) in ('integrator', 'administrator') and hat_id is null);
create policy own_referral_keys_made on api_key for insert to passerelles_app
  with check (account_id = (select acting_account()) and (select acting_role()) in ('worker', 'provider')
    and (select acting_organisation()) is not null and hat_id = (select chosen_hat()) and scopes = array['referrals']);

-- A request repeated under the same key is answered as the first time, and done once.
create table idempotency_key (
  api_key_id uuid not null references api_key on delete cascade,
  key text not null check (length(key) between 1 and 255),
  account_id uuid not null references account on delete cascade,
  -- The method and the address asked.
  route text not null,
  -- SHA-256 of the body.
  request_hash text not null,
  -- Null while it is being done.
  status smallint,
  -- Sealed by the installation: it may hold a secret, or words about a person.
  response text,
  made_at timestamptz not null,
  primary key (api_key_id, key),
  check ((status is null) = (response is null))
);
create index idempotency_key_old on idempotency_key (made_at);

-- What came from outside, as it came, and what became of it: nothing is dropped in silence, all can be played again.
create table exchange (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  account_id uuid not null,
  hat_id uuid not null references hat,
  api_key_id uuid references api_key,
  -- How the sender names itself, and how it names us.
  source text not null default '' check (length(source) <= 300),
  known_as text[] not null default '{}',
  -- Null once its time is over.
  body text,
  hash text not null,
  received_at timestamptz not null,
  -- Lost: received, and never concluded.
  state text not null default 'received' check (state in ('received', 'done', 'refused', 'lost')),
  concluded_at timestamptz,
  -- One line for each resource: its kind and id, what became of it, and why.
  outcome jsonb not null default '[]',
  check ((state in ('received', 'lost')) = (concluded_at is null))
);
create index exchange_of on exchange (organisation_id, received_at desc);
create index exchange_waiting on exchange (received_at) where state = 'received';
create index exchange_kept on exchange (received_at) where body is not null;

-- Which of ours a resource of theirs became; the hash tells whether it says anything new.
create table exchange_link (
  organisation_id uuid not null references organisation,
  source text not null,
  kind text not null check (kind in ('Task', 'Patient', 'Consent')),
  foreign_id text not null check (length(foreign_id) between 1 and 300),
  referral_id uuid references referral on delete cascade,
  pathway_id uuid references pathway on delete cascade,
  agreement_id uuid references agreement on delete cascade,
  hash text not null,
  exchange_id uuid references exchange on delete set null,
  made_at timestamptz not null,
  primary key (organisation_id, source, kind, foreign_id),
  check (num_nonnulls(referral_id, pathway_id, agreement_id) = 1)
);
create index exchange_link_referral on exchange_link (referral_id);
create index exchange_link_pathway on exchange_link (pathway_id);
create index exchange_link_agreement on exchange_link (agreement_id);

do $$
declare
  name text;
begin
  foreach name in array array['idempotency_key', 'exchange', 'exchange_link'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

grant select, insert, update (status, response, made_at), delete on idempotency_key to passerelles_app;
create policy own_keys on idempotency_key for all to passerelles_app
  using (account_id = (select acting_account()))
  with check (account_id = (select acting_account()) and exists (select from api_key k where k.id = api_key_id));
grant select (made_at), delete on idempotency_key to passerelles_door;
create policy door_sees_age on idempotency_key for select to passerelles_door using (true);
create policy door_forgets on idempotency_key for delete to passerelles_door using (made_at < acting_at() - interval '7 days');

-- Whoever brought it reads it; her colleagues read the referrals that it became.
grant select, insert, update (state, concluded_at, outcome) on exchange to passerelles_app;
create policy brought_here on exchange for select to passerelles_app
  using (hat_id = (select chosen_hat()) and account_id = (select acting_account()));
create policy brings on exchange for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and account_id = (select acting_account())
    and organisation_id = (select acting_organisation()) and (select acting_role()) in ('worker', 'provider') and state = 'received');
create policy concludes on exchange for update to passerelles_app
  using (hat_id = (select chosen_hat()) and account_id = (select acting_account()) and state <> 'done')
  with check (state in ('done', 'refused'));
grant select (id, received_at, state, body), update (state, body) on exchange to passerelles_clock;
create policy clock_reads on exchange for select to passerelles_clock using (true);
create policy clock_loses on exchange for update to passerelles_clock
  using (received_at < acting_at() - interval '1 hour')
  with check (state <> 'received');

grant select, insert, update (hash, exchange_id) on exchange_link to passerelles_app;
create policy ours on exchange_link for all to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('worker', 'provider'))
  with check (organisation_id = (select acting_organisation()) and (select acting_role()) in ('worker', 'provider'));

-- A referral may come from an organisation that is not here: its name alone is known, and nobody here sent it.
alter table referral alter column from_organisation_id drop not null;
alter table referral alter column from_hat_id drop not null;
alter table referral add check ((from_organisation_id is null) = (from_hat_id is null));
alter table referral add check (from_organisation_id is not null or (to_organisation_id is not null and sent_at is not null));
create policy target_receives on referral for insert to passerelles_app
  with check (from_organisation_id is null and to_organisation_id = (select acting_organisation()) and state = 'sent'
    and sent_at is not null and made_at = (select acting_at()) and not open_call and writes_pathway(pathway_id));
create policy target_receives on referral_field for insert to passerelles_app
  with check (exists (select from referral r where r.id = referral_id and r.from_organisation_id is null
    and r.to_organisation_id = (select acting_organisation()) and r.made_at = (select acting_at())));

-- What another organisation says that it recorded; the witness is then that organisation.
alter table agreement drop constraint agreement_proof_check;
alter table agreement add check (proof in ('signed', 'oral', 'click', 'helper', 'code', 'received'));
alter table agreement add check (proof <> 'received' or (witness is not null and level <= 3));

-- The reading of a referral by whoever received it, who does not learn whose it is: one line in ten minutes.
create function log_referral_reading(wanted uuid) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, public
  as $$
    declare
      me public.hat := public.acting_hat();
      who uuid;
    begin
      if me.organisation_id is null or public.referral_side(wanted) is null then return; end if;
      select p.person_id into who from public.referral r join public.pathway p on p.id = r.pathway_id where r.id = wanted;
      perform pg_advisory_xact_lock(hashtextextended('access-log ' || who || ' ' || me.id || ' referral', 0));
      insert into public.access_log (person_id, at, account_id, hat_id, organisation_id, worker_name, what)
      select who, public.acting_at(), me.account_id, me.id, me.organisation_id,
        (select a.name from public.account a where a.id = me.account_id), 'referral'
      where not exists (select from public.access_log l where l.person_id = who and l.hat_id = me.id and l.what = 'referral'
        and l.at > public.acting_at() - interval '10 minutes');
    end $$;
grant insert, select (person_id, hat_id, what, at) on access_log to passerelles_definer;
create policy definer_logs on access_log for insert to passerelles_definer with check (what = 'referral' and at = acting_at());
create policy definer_looks on access_log for select to passerelles_definer using (what = 'referral');
do $$
begin
  grant create on schema public to passerelles_definer;
  alter function log_referral_reading(uuid) owner to passerelles_definer;
  revoke execute on function log_referral_reading(uuid) from public;
  grant execute on function log_referral_reading(uuid) to passerelles_app;
  revoke create on schema public from passerelles_definer;
end $$;
