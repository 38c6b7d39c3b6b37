-- Keeping the directory true: who is asked, what they answer, corrections, pages claimed, campaigns.
-- A mailed link proves the address it went to and nothing else; what a stranger proposes is read by those who decide.

-- A coordinator asks the organisations of a territory to look at their pages, before a day.
create table campaign (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 3 and 120),
  territory_kind text,
  territory_code text,
  category text,
  -- Only organisations with a service that nobody looked at for so long.
  stale_months integer check (stale_months between 1 and 60),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  created_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((territory_kind is null) = (territory_code is null))
);

create table campaign_entry (
  campaign_id uuid not null references campaign on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  -- What somebody said by hand; null: read from the answers.
  state text check (state in ('to-do', 'started', 'finished')),
  caller text check (length(caller) between 1 and 80),
  remind_on date,
  note text check (length(note) between 1 and 500),
  mailed_at timestamptz,
  primary key (campaign_id, organisation_id)
);
create index campaign_entry_organisation on campaign_entry (organisation_id);

-- Who updates alone, who must be helped, who must be telephoned: known from one campaign to the next.
create table organisation_autonomy (
  organisation_id uuid primary key references organisation on delete cascade,
  autonomy text not null check (autonomy in ('autonomous', 'semi', 'not'))
);

-- An address that asked for silence; hashed: to keep silent, it need not be known.
create table opposed_address (
  address_hash bytea primary key,
  opposed_at timestamptz not null
);

-- One mail to one organisation: "is it still exact?", with a link that serves until all is answered.
create table review_letter (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation on delete cascade,
  campaign_id uuid references campaign on delete set null,
  email text not null check (length(email) <= 254),
  -- Made when the mail leaves: the secret is never kept, not even in the queue.
  token_hash bytea unique,
  made_at timestamptz not null,
  sent_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index review_letter_organisation on review_letter (organisation_id, made_at);

create table review_letter_service (
  letter_id uuid not null references review_letter on delete cascade,
  service_id uuid not null references service on delete cascade,
  answer text check (answer in ('exact', 'corrected', 'closed')),
  answered_at timestamptz,
  primary key (letter_id, service_id),
  check ((answer is null) = (answered_at is null))
);
create index review_letter_service_service on review_letter_service (service_id);

-- What somebody proposes about an entry, in one sending; decided field by field.
create table correction (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('organisation', 'service')),
  entry_id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  account_id uuid,
  -- Sent from the mail that the organisation received.
  letter_id uuid references review_letter on delete set null,
  -- Forgotten as soon as its owner has been told.
  contact_email text check (length(contact_email) <= 254),
  proposed_at timestamptz not null,
  told_at timestamptz
);
create index correction_entry on correction (entry_id);
create index correction_organisation on correction (organisation_id);

create table correction_field (
  id uuid primary key default gen_random_uuid(),
  correction_id uuid not null references correction on delete cascade,
  entry_id uuid not null,
  -- A field of the entry, "closed" (for good), or "words" (said freely).
  field text not null check (length(field) between 1 and 60),
  before jsonb not null,
  proposed jsonb not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
  decided_at timestamptz,
  decided_by uuid,
  reason text check (length(reason) between 1 and 500),
  unique (correction_id, field),
  check ((state = 'open') = (decided_at is null))
);
create index correction_field_open on correction_field (entry_id, field) where state = 'open';

-- Closed for good, by somebody here: imports do not open it again.
create table closed_entry (
  entry_id uuid primary key,
  kind text not null check (kind in ('organisation', 'service')),
  closed_on date not null,
  cause uuid
);

create function stay_closed() returns trigger language plpgsql
  set search_path = pg_catalog, public
  as $$
begin
  if exists (select from public.closed_entry where entry_id = old.id) then new.gone_at := old.gone_at; end if;
  return new;
end $$;
create trigger organisation_stays_closed before update on organisation
  for each row when (old.gone_at is not null and new.gone_at is null) execute function stay_closed();
create trigger service_stays_closed before update on service
  for each row when (old.gone_at is not null and new.gone_at is null) execute function stay_closed();

-- A code printed on a letter, sent to an organisation's address: who types it received its post.
create table claim_code (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation on delete cascade,
  code_hash text not null check (code_hash like '$argon2id$%'),
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create unique index claim_code_open on claim_code (organisation_id) where used_at is null and withdrawn_at is null;

-- Somebody asked to manage an organisation's page, proving it by its e-mail domain or by a code received by post.
create table page_claim (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation on delete cascade,
  email text not null check (email = lower(email) and length(email) <= 254),
  way text not null check (way in ('email', 'letter')),
  asked_at timestamptz not null,
  -- The code of the letter that was typed; its code stays good until a link sent for it is used.
  code_id uuid references claim_code on delete set null,
  -- The link that was mailed; null until it leaves, or when the hat was given at once.
  invitation_id uuid references invitation on delete set null,
  given_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid
);
create index page_claim_organisation on page_claim (organisation_id);

do $$
declare
  name text;
begin
  foreach name in array array['campaign', 'campaign_entry', 'organisation_autonomy', 'opposed_address', 'review_letter',
      'review_letter_service', 'correction', 'correction_field', 'closed_entry', 'page_claim', 'claim_code'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select on %I to passerelles_door', name);
    execute format('create policy door_reads on %I for select to passerelles_door using (true)', name);
  end loop;
  foreach name in array array['campaign', 'campaign_entry', 'organisation_autonomy'] loop
    execute format('grant select, insert, update, delete on %I to passerelles_app', name);
    execute format('create policy steward_all on %I for all to passerelles_app using ((select is_steward())) with check ((select is_steward()))', name);
  end loop;
end $$;

-- Jobs work at the door: they know a letter, never a person.
grant update (ended_at) on campaign to passerelles_door;
create policy door_ends on campaign for update to passerelles_door using (ended_at is null) with check (ended_at is not null);
grant update (mailed_at) on campaign_entry to passerelles_door;
create policy door_mails on campaign_entry for update to passerelles_door using (mailed_at is null) with check (mailed_at is not null);

grant insert on opposed_address to passerelles_door;
create policy door_keeps_silent on opposed_address for insert to passerelles_door with check (true);
grant select on opposed_address to passerelles_app;
create policy steward_reads on opposed_address for select to passerelles_app using ((select is_steward()));

grant insert, delete on review_letter, review_letter_service to passerelles_door;
grant update (token_hash, sent_at, revoked_at) on review_letter to passerelles_door;
grant update (answer, answered_at) on review_letter_service to passerelles_door;
create policy door_writes on review_letter for insert to passerelles_door with check (sent_at is null);
create policy door_sends on review_letter for update to passerelles_door using (revoked_at is null);
create policy door_forgets on review_letter for delete to passerelles_door using (true);
create policy door_writes on review_letter_service for insert to passerelles_door with check (answer is null);
create policy door_answers on review_letter_service for update to passerelles_door using (answer is null) with check (answer is not null);
create policy door_forgets on review_letter_service for delete to passerelles_door using (true);
-- A steward sees to whom it was written and what came back, never the link; she may take a link back.
grant select (id, organisation_id, campaign_id, made_at, sent_at, expires_at, revoked_at), update (revoked_at) on review_letter to passerelles_app;
grant select on review_letter_service to passerelles_app;
create policy steward_reads on review_letter for select to passerelles_app using ((select is_steward()));
create policy steward_revokes on review_letter for update to passerelles_app
  using ((select is_steward())) with check ((select is_steward()) and revoked_at is not null);
create policy steward_reads on review_letter_service for select to passerelles_app using ((select is_steward()));

-- The answer to a mail is a date, on services that this mail asked about, while its link serves.
grant select on service, place, listed_service, listed_organisation to passerelles_door;
create policy door_reads on service for select to passerelles_door using (true);
create policy door_reads on place for select to passerelles_door using (true);
grant update (verified_on) on service to passerelles_door;
create policy door_verifies on service for update to passerelles_door using (exists (
  select from review_letter_service asked join review_letter letter on letter.id = asked.letter_id
  where asked.service_id = service.id and letter.revoked_at is null
    and letter.expires_at > coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now())));
grant insert on field_change to passerelles_door;
create policy door_dates on field_change for insert to passerelles_door
  with check (field = 'verified_on' and kind = 'service' and account_id is null);
create policy event_of_upkeep on event for insert to passerelles_door
  with check (name = 'directory.verified' or name like 'upkeep.%');

-- Corrections come in by the door: who proposes reads nothing back.
grant insert on correction, correction_field to passerelles_door;
grant update (told_at, contact_email) on correction to passerelles_door;
create policy door_takes on correction for insert to passerelles_door with check (told_at is null);
create policy door_tells on correction for update to passerelles_door using (told_at is null) with check (contact_email is null);
create policy door_takes on correction_field for insert to passerelles_door with check (state = 'open');
-- Those who decide do not see the proposer's address.
grant select (id, kind, entry_id, organisation_id, account_id, letter_id, proposed_at, told_at) on correction to passerelles_app;
grant select, update (state, decided_at, decided_by, reason) on correction_field to passerelles_app;
create policy decider_reads on correction for select to passerelles_app
  using ((select is_steward()) or is_own_entry(entry_id));
create policy decider_reads on correction_field for select to passerelles_app
  using ((select is_steward()) or is_own_entry(entry_id));
create policy decider_decides on correction_field for update to passerelles_app
  using ((select is_steward()) or is_own_entry(entry_id))
  with check (decided_by = (select acting_account()) and ((select is_steward()) or is_own_entry(entry_id)));

grant select, insert, delete on closed_entry to passerelles_app;
create policy decider_closes on closed_entry for all to passerelles_app
  using ((select is_steward()) or is_own_entry(entry_id)) with check ((select is_steward()) or is_own_entry(entry_id));
grant select, delete on closed_entry to passerelles_operator;
create policy operator_reads on closed_entry for select to passerelles_operator using (true);
create policy operator_removes on closed_entry for delete to passerelles_operator using (true);

-- A page is claimed at the door; what proves the claim is a mail received, as for an invitation.
grant insert on page_claim to passerelles_door;
grant update (invitation_id, given_at, revoked_at, revoked_by) on page_claim to passerelles_door;
create policy door_claims on page_claim for insert to passerelles_door with check (given_at is null and revoked_at is null);
create policy door_follows on page_claim for update to passerelles_door using (revoked_at is null) with check (true);
grant select on page_claim to passerelles_app;
create policy steward_reads on page_claim for select to passerelles_app using ((select is_steward()));
create policy own_read on page_claim for select to passerelles_app using (organisation_id = (select acting_organisation()));

create policy claims_followed on invitation for select to passerelles_app
  using ((select is_steward()) and exists (select from page_claim where invitation_id = invitation.id));

grant insert on invitation to passerelles_door;
grant update (withdrawn_at) on invitation to passerelles_door;
create policy door_invites_claimant on invitation for insert to passerelles_door
  with check (invited_by is null and role = 'provider' and organisation_id is not null and territory_kind is null
    and accepted_at is null and withdrawn_at is null);
create policy door_withdraws_claim on invitation for update to passerelles_door
  using (accepted_at is null and withdrawn_at is null and exists (select from page_claim where invitation_id = invitation.id))
  with check (accepted_at is null and withdrawn_at is not null
    and exists (select from page_claim where invitation_id = invitation.id));
grant update (ended_at) on hat to passerelles_door;
create policy door_ends_claimed on hat for update to passerelles_door
  using (ended_at is null and role = 'provider' and exists (
    select from page_claim claim join account on account.email = claim.email
    where account.id = hat.account_id and claim.organisation_id = hat.organisation_id and claim.revoked_at is not null))
  with check (ended_at is not null);

-- Stewards make codes and take them back; the code itself is on paper only.
grant select (id, organisation_id, made_at, expires_at, used_at, withdrawn_at), insert, update (withdrawn_at) on claim_code to passerelles_app;
create policy steward_reads on claim_code for select to passerelles_app using ((select is_steward()));
create policy steward_makes on claim_code for insert to passerelles_app
  with check ((select is_steward()) and made_by = (select acting_account()) and used_at is null);
create policy steward_withdraws on claim_code for update to passerelles_app
  using ((select is_steward())) with check ((select is_steward()) and withdrawn_at is not null);
grant update (used_at) on claim_code to passerelles_door;
create policy door_uses on claim_code for update to passerelles_door
  using (used_at is null and withdrawn_at is null) with check (used_at is not null);
