-- Referrals: a request sent to another organisation and followed to its end. What it says of the person is in
-- referral_field, one row a field, exactly as she agreed; the referral itself holds no word about her.
do $$
declare
  wanted text;
  login text := 'passerelles_login_' || left(encode(sha256(convert_to(current_database(), 'UTF8')), 'hex'), 12);
begin
  foreach wanted in array array[
    'passerelles_guest',  -- holds a one-time link to one referral, and nothing else
    'passerelles_clock'   -- moves what waited too long; reads no word about anybody
  ] loop
    begin
      execute format('create role %I nologin noinherit nobypassrls', wanted);
    exception when duplicate_object or unique_violation then null; -- another database of the same server made it
    end;
  end loop;
  grant passerelles_guest, passerelles_clock to passerelles_login;
  -- db/login.sql gives them to a login still to be made; this one is there already.
  if exists (select from pg_roles where rolname = login) then
    execute format('grant passerelles_guest, passerelles_clock to %I', login);
  end if;
end $$;
grant usage on schema public to passerelles_guest, passerelles_clock;

create table referral (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  from_organisation_id uuid not null references organisation,
  from_hat_id uuid not null references hat,
  from_name text not null,
  -- Null while an open call waits for the one that takes it.
  to_organisation_id uuid references organisation,
  open_call boolean not null default false,
  service_id uuid references service,
  goal_id uuid references goal,
  domain text not null check (domain in ('housing', 'food', 'money', 'rights', 'health', 'family', 'mobility', 'digital', 'reading', 'training', 'work', 'links')),
  topic text,
  urgent boolean not null default false,
  -- The département whose holidays the clocks keep.
  department text not null default '75',
  commune_code text references commune,
  state text not null default 'draft' check (state in ('draft', 'awaiting-person', 'sent', 'under-review', 'info-needed', 'accepted',
    'waiting-list', 'in-progress', 'suspended', 'refused', 'redirected', 'withdrawn', 'declined-by-person', 'unanswered',
    'completed', 'failed', 'entered-in-error')),
  agreement_id uuid references agreement,
  ground_id uuid references legal_ground,
  -- The referral this one takes up: after a refusal, or sent on by the organisation that refused.
  parent_id uuid references referral,
  made_at timestamptz not null,
  sent_at timestamptz,
  state_since timestamptz not null,
  -- When the target must have answered, at the latest: business days of its département, put off while the source owes an answer.
  answer_by timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  -- One extension of five business days, with its reason.
  extended_at timestamptz,
  reader_name text,
  contact_name text,
  contact_phone text,
  -- Promised, then confirmed: two facts.
  first_contact_on date,
  first_contact_confirmed_on date,
  waiting_until date,
  review_on date,
  reason_code text check (reason_code in ('capacity', 'outside-area', 'not-eligible', 'missing-papers', 'language-access', 'already-followed',
    'urgency-not-covered', 'funding-exhausted', 'does-not-wish', 'unreachable', 'other-solution', 'situation-changed', 'wrong-address', 'other')),
  -- Which side the reason lies on; refusals and silences become facts of the territory.
  reason_side text check (reason_side in ('organisation', 'person', 'territory')),
  answered_at timestamptz,
  ended_at timestamptz,
  -- After it began, withdrawing takes both.
  withdrawal_asked_by text check (withdrawal_asked_by in ('source', 'target')),
  version integer not null default 1,
  check (to_organisation_id is null or to_organisation_id <> from_organisation_id),
  check (open_call or to_organisation_id is not null),
  check (state in ('draft', 'awaiting-person', 'declined-by-person', 'withdrawn', 'entered-in-error')
    or agreement_id is not null or ground_id is not null),
  check (state in ('draft', 'awaiting-person', 'sent', 'unanswered', 'withdrawn', 'declined-by-person', 'entered-in-error') or to_organisation_id is not null),
  check (state not in ('refused', 'redirected', 'failed') or reason_code is not null),
  check ((reason_code is null) = (reason_side is null)),
  check (state <> 'in-progress' or first_contact_confirmed_on is not null)
);
create index referral_from on referral (from_organisation_id, state);
create index referral_to on referral (to_organisation_id, state);
create index referral_pathway on referral (pathway_id);
create index referral_parent on referral (parent_id);
create index referral_service on referral (service_id);
create index referral_clock on referral (answer_by) where state in ('sent', 'under-review');

-- Organisations asked by an open call: exactly one takes it.
create table referral_call (
  referral_id uuid not null references referral on delete cascade,
  organisation_id uuid not null references organisation,
  primary key (referral_id, organisation_id)
);
create index referral_call_organisation on referral_call (organisation_id);

-- The very fields the recipient gets, as the person saw them; a field struck is never written here.
create table referral_field (
  referral_id uuid not null references referral on delete cascade,
  name text not null check (name in ('name', 'contact-rule', 'safe-contact', 'phone', 'email', 'language', 'interpreter', 'birth-year', 'commune',
    'need', 'constraints', 'expectation', 'steps', 'appointments', 'assessment', 'sensitive')),
  level smallint not null check (level between 1 and 5),
  value text not null check (length(value) between 1 and 5000),
  primary key (referral_id, name)
);

-- Every move, who made it and from which side: what both organisations and the person read.
create table referral_move (
  id bigint generated always as identity primary key,
  referral_id uuid not null references referral on delete cascade,
  from_state text not null,
  to_state text not null,
  side text not null check (side in ('source', 'target', 'person', 'system')),
  -- The name of who did it, of a guest as she gave it.
  by_name text not null default '',
  account_id uuid,
  hat_id uuid,
  organisation_id uuid,
  reason_code text,
  words text check (length(words) between 1 and 2000),
  at timestamptz not null
);
create index referral_move_of on referral_move (referral_id, id);

-- Question and answer, alternative proposed, what was done: words between the two organisations.
create table referral_message (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral on delete cascade,
  kind text not null check (kind in ('question', 'answer', 'alternative', 'outcome', 'attempt', 'reminder')),
  side text not null check (side in ('source', 'target', 'system')),
  by_name text not null default '',
  -- Of an attempt to reach her: its channel and its day.
  channel text check (channel in ('phone', 'message', 'email', 'letter', 'visit', 'helper')),
  on_day date,
  words text not null check (length(btrim(words)) between 1 and 2000),
  service_id uuid references service,
  at timestamptz not null
);
create index referral_message_of on referral_message (referral_id, at);

-- What she says of it, equal in weight, apart from what the organisation says.
create table referral_feedback (
  referral_id uuid primary key references referral on delete cascade,
  helped text not null check (helped in ('yes', 'partly', 'no', 'no-contact')),
  words text check (length(words) between 1 and 2000),
  channel text not null check (channel in ('link', 'phone', 'paper', 'in-person')),
  -- Null when she answered herself.
  recorded_by_hat uuid references hat,
  said_at timestamptz not null
);

-- A one-time link to one referral: to answer it, or to say whether it helped. Dies after use, or after its date; revocable.
create table referral_link (
  token_hash bytea primary key,
  id uuid not null default gen_random_uuid() unique,
  referral_id uuid not null references referral on delete cascade,
  organisation_id uuid references organisation,
  purpose text not null check (purpose in ('answer', 'feedback')),
  -- Known by the sender, asked from the reader: told by telephone, never in the mail.
  code text check (code ~ '^[0-9]{6}$'),
  tries smallint not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check (purpose = 'feedback' or (code is not null and organisation_id is not null))
);
create index referral_link_of on referral_link (referral_id);

-- No new referral until a date: senders see it before sending.
create table referral_pause (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  service_id uuid references service,
  until date not null,
  words text check (length(words) between 1 and 300),
  made_by uuid not null references hat,
  made_at timestamptz not null,
  ended_at timestamptz
);
create index referral_pause_of on referral_pause (organisation_id) where ended_at is null;

-- A demand that found no service.
create table unmet_need (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  organisation_id uuid not null references organisation,
  domain text not null,
  topic text,
  commune_code text references commune,
  because text not null check (because in ('nothing-near', 'not-eligible', 'no-place', 'too-far', 'too-dear', 'not-wanted', 'other')),
  told_at timestamptz not null
);
create index unmet_need_pathway on unmet_need (pathway_id);

-- How a service answers, public from eleven referrals on: median delay and what came of them.
create table service_answer (
  service_id uuid primary key references service on delete cascade,
  referrals integer not null check (referrals >= 11),
  median_days numeric(6, 1),
  accepted integer not null,
  refused integer not null,
  unanswered integer not null,
  helped integer,
  counted_at timestamptz not null
);

-- The referral whose one-time link is held, while the link lives.
create function held_link(wanted text) returns referral_link language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select l from public.referral_link l
    where l.token_hash = decode(nullif(current_setting('app.link', true), ''), 'hex')
      and l.purpose = wanted and l.used_at is null and l.revoked_at is null and l.expires_at > public.acting_at()
  $$;
-- The same, once the code that the sender knows was given.
create function opened_link() returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select l.referral_id from public.held_link('answer') l
    where l.code = nullif(current_setting('app.link_code', true), '') and l.tries < 5
  $$;
-- Where a sender is written to, for the clock alone; nobody when she has left.
create function sender_address(wanted uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select a.email from public.referral r join public.hat h on h.id = r.from_hat_id and h.ended_at is null
      join public.account a on a.id = h.account_id and a.suspended_at is null
    where r.id = wanted
  $$;
-- What the acting worker’s or provider’s organisation received: sent to it, or called to it.
create function received_referrals() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select r.id from me join public.referral r on r.to_organisation_id = me.organisation_id
      where me.role in ('worker', 'provider') and r.state not in ('draft', 'awaiting-person')
        and not (r.state in ('declined-by-person', 'withdrawn', 'entered-in-error') and r.sent_at is null)
    union
    select r.id from me join public.referral_call c on c.organisation_id = me.organisation_id
      join public.referral r on r.id = c.referral_id
      where me.role in ('worker', 'provider') and r.state = 'sent' and r.to_organisation_id is null
  $$;
-- From which side the actor reads one referral: it sent it, received it, or follows the pathway; null for anybody else.
create function referral_side(wanted uuid) returns text language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    declare
      me public.hat := public.acting_hat();
      r record;
    begin
      if me.id is null then return null; end if;
      select from_organisation_id, to_organisation_id, pathway_id, state, sent_at into r from public.referral where id = wanted;
      if not found then return null; end if;
      if me.role = 'worker' and r.from_organisation_id = me.organisation_id
        and r.pathway_id not in (select public.hidden_pathways()) then return 'source'; end if;
      if me.role in ('worker', 'provider') and r.state not in ('draft', 'awaiting-person') then
        if r.to_organisation_id = me.organisation_id
          and not (r.state in ('declined-by-person', 'withdrawn', 'entered-in-error') and r.sent_at is null) then return 'target'; end if;
        if r.to_organisation_id is null and r.state = 'sent' and exists (select from public.referral_call c
          where c.referral_id = wanted and c.organisation_id = me.organisation_id) then return 'target'; end if;
      end if;
      if public.leads_pathway(r.pathway_id) then return 'lead'; end if;
      if r.sent_at is not null and public.reads_pathway(r.pathway_id, 3) then return 'reader'; end if;
      return null;
    end $$;
create function referral_drafted(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    begin
      return public.referral_side(wanted) = 'source'
        and exists (select from public.referral r where r.id = wanted and r.state in ('draft', 'awaiting-person'));
    end $$;
-- Up to which level a target may still read what a referral says of the person: while it is open, under an agreement
-- that holds or a legal ground; identity and request (2) first, the whole (5) once accepted; nothing otherwise (0).
create function readable_level(wanted uuid) returns integer language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    declare
      r record;
      recipient uuid := public.acting_organisation();
    begin
      if public.referral_side(wanted) is distinct from 'target' then
        if public.opened_link() is distinct from wanted then return 0; end if;
        recipient := (public.held_link('answer')).organisation_id;
      end if;
      select state, agreement_id, ground_id, open_call into r from public.referral where id = wanted;
      if r.state not in ('sent', 'under-review', 'info-needed', 'accepted', 'waiting-list', 'in-progress', 'suspended') then return 0; end if;
      if r.ground_id is null and not exists (select from public.agreement a where a.id = r.agreement_id
          and (r.open_call or (a.revoked_at is null and a.ends_at > public.acting_at()))
          -- of an open call, each organisation has its own agreement, recorded with the others: withdrawn for one, it is for that one
          and (not r.open_call or exists (select from public.agreement b where b.person_id = a.person_id and b.way = 'referral'
            and b.recorded_at = a.recorded_at and b.revoked_at is null and b.ends_at > public.acting_at()
            and b.organisation_id = recipient))) then return 0; end if;
      return case when r.state in ('accepted', 'waiting-list', 'in-progress', 'suspended') then 5 else 2 end;
    end $$;

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  alter function sender_address(uuid) owner to passerelles_definer;
  revoke execute on function sender_address(uuid) from public;
  grant execute on function sender_address(uuid) to passerelles_clock;
  foreach name in array array['held_link(text)', 'opened_link()', 'received_referrals()', 'readable_level(uuid)', 'referral_side(uuid)', 'referral_drafted(uuid)'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to passerelles_app, passerelles_guest', name);
  end loop;
  revoke create on schema public from passerelles_definer;
  foreach name in array array['referral', 'referral_call', 'referral_field', 'referral_move', 'referral_message', 'referral_feedback',
    'referral_link', 'referral_pause', 'unmet_need', 'service_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['referral', 'referral_call', 'referral_link'] loop
    execute format('grant select on %I to passerelles_definer', name);
    execute format('create policy definer_reads on %I for select to passerelles_definer using (true)', name);
  end loop;
end $$;

grant select (id, email, suspended_at) on account to passerelles_definer;

-- The source: those who may write in the pathway. What one organisation sent, it follows to the end.
grant select, insert on referral to passerelles_app;
grant update (to_organisation_id, service_id, domain, topic, urgent, state, agreement_id, ground_id, sent_at, state_since, answer_by,
  reminded_at, escalated_at, extended_at, reader_name, contact_name, contact_phone, first_contact_on, first_contact_confirmed_on,
  waiting_until, review_on, reason_code, reason_side, answered_at, ended_at, withdrawal_asked_by, version) on referral to passerelles_app;
create policy readers on referral for select to passerelles_app
  using ((from_organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker'
    and pathway_id not in (select hidden_pathways())) or referral_side(id) is not null);
create policy source_writes on referral for insert to passerelles_app
  with check (from_organisation_id = (select acting_organisation()) and from_hat_id = (select chosen_hat())
    and state = 'draft' and writes_pathway(pathway_id));
create policy source_moves on referral for update to passerelles_app
  using (from_organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker' and pathway_id not in (select hidden_pathways()));
create policy target_moves on referral for update to passerelles_app
  using (referral_side(id) = 'target') with check (to_organisation_id = (select acting_organisation()));

-- What she agrees to for one referral is recorded by whoever sends it, lead or not.
create policy source_agrees on agreement for insert to passerelles_app
  with check (recorded_by = (select acting_organisation()) and recorded_by_hat = (select chosen_hat()) and way = 'referral' and level <= 3
    and writes_person(person_id));
create policy source_explains on legal_ground for insert to passerelles_app
  with check (recorded_by = (select acting_organisation()) and recorded_by_hat = (select chosen_hat())
    and writes_person(person_id));

grant select, insert on referral_call to passerelles_app;
create policy parties_read on referral_call for select to passerelles_app
  using (organisation_id = (select acting_organisation()) or referral_side(referral_id) is not null);
create policy source_calls on referral_call for insert to passerelles_app
  with check (referral_drafted(referral_id));

grant select, insert, delete on referral_field to passerelles_app;
create policy source_reads on referral_field for select to passerelles_app
  using (referral_side(referral_id) in ('source', 'lead'));
create policy target_reads on referral_field for select to passerelles_app
  using (level <= readable_level(referral_id));
create policy source_writes on referral_field for insert to passerelles_app
  with check (referral_drafted(referral_id));
create policy source_strikes on referral_field for delete to passerelles_app
  using (referral_drafted(referral_id));

-- Moves, messages and what she said are read by whoever reads the referral; nobody changes them.
grant select, insert on referral_move, referral_message, referral_feedback to passerelles_app;
create policy with_referral on referral_move for select to passerelles_app using (referral_side(referral_id) is not null);
create policy signed on referral_move for insert to passerelles_app
  with check (account_id is not distinct from (select acting_account()) and hat_id is not distinct from (select chosen_hat())
    and referral_side(referral_id) in ('source', 'target'));
create policy with_referral on referral_message for select to passerelles_app using (referral_side(referral_id) is not null);
create policy parties_write on referral_message for insert to passerelles_app with check (referral_side(referral_id) in ('source', 'target'));
create policy with_referral on referral_feedback for select to passerelles_app using (referral_side(referral_id) is not null);
create policy recorded_for_her on referral_feedback for insert to passerelles_app
  with check (recorded_by_hat = (select chosen_hat()) and channel <> 'link'
    and exists (select from referral r where r.id = referral_id and writes_pathway(r.pathway_id)));

grant select (token_hash, id, referral_id, organisation_id, purpose, code, tries, made_at, expires_at, used_at, revoked_at), insert, update (revoked_at)
  on referral_link to passerelles_app;
create policy source_reads on referral_link for select to passerelles_app
  using (referral_side(referral_id) = 'source');
create policy parties_make on referral_link for insert to passerelles_app
  with check (used_at is null and referral_side(referral_id) in ('source', 'target'));
create policy source_revokes on referral_link for update to passerelles_app
  using (used_at is null and referral_side(referral_id) = 'source')
  with check (revoked_at is not null);

grant select, insert, update (ended_at) on referral_pause to passerelles_app;
create policy everybody_reads on referral_pause for select to passerelles_app using (ended_at is null or organisation_id = (select acting_organisation()));
create policy ours on referral_pause for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and made_by = (select chosen_hat()) and (select acting_role()) in ('worker', 'provider'));
create policy ours_ends on referral_pause for update to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) in ('worker', 'provider'));

grant select, insert on unmet_need to passerelles_app;
create policy shared on unmet_need for select to passerelles_app using (pathway_id in (select open_pathways(3)));
create policy written on unmet_need for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and writes_pathway(pathway_id));

grant select on service_answer to passerelles_app;
create policy public_read on service_answer for select to passerelles_app using (referrals >= 11);

-- The guest: one referral, through one link. Without the code: who asks, for what, how urgent; nothing about the person.
grant select on organisation, service, place, commune to passerelles_guest;
create policy guest_reads on organisation for select to passerelles_guest using (true);
create policy guest_reads on service for select to passerelles_guest using (true);
create policy guest_reads on place for select to passerelles_guest using (true);
create policy guest_reads on commune for select to passerelles_guest using (true);
grant select, update (to_organisation_id, state, state_since, answer_by, extended_at, reader_name, contact_name, contact_phone, first_contact_on,
  first_contact_confirmed_on, waiting_until, review_on, reason_code, reason_side, answered_at, ended_at, withdrawal_asked_by, version)
  on referral to passerelles_guest;
create policy guest_reads on referral for select to passerelles_guest
  using (id in ((select (held_link('answer')).referral_id), (select (held_link('feedback')).referral_id)));
create policy guest_answers on referral for update to passerelles_guest using (id = (select opened_link()));
grant select on referral_call to passerelles_guest;
create policy guest_reads on referral_call for select to passerelles_guest using (referral_id = (select opened_link()));
grant select on referral_field to passerelles_guest;
create policy guest_reads on referral_field for select to passerelles_guest
  using (level <= readable_level(referral_id));
grant select, insert on referral_move, referral_message to passerelles_guest;
create policy guest_reads on referral_move for select to passerelles_guest using (referral_id = (select opened_link()));
create policy guest_signs on referral_move for insert to passerelles_guest
  with check (account_id is null and hat_id is null and referral_id = (select opened_link()) and side = 'target');
create policy guest_reads on referral_message for select to passerelles_guest using (referral_id = (select opened_link()));
create policy guest_writes on referral_message for insert to passerelles_guest
  with check (referral_id = (select opened_link()) and side = 'target');
grant select, insert on referral_feedback to passerelles_guest;
create policy guest_reads on referral_feedback for select to passerelles_guest using (referral_id = (select (held_link('feedback')).referral_id));
create policy she_says on referral_feedback for insert to passerelles_guest
  with check (referral_id = (select (held_link('feedback')).referral_id) and channel = 'link' and recorded_by_hat is null);
grant select (token_hash, id, referral_id, organisation_id, purpose, tries, made_at, expires_at, used_at, revoked_at),
  insert, update (used_at, tries) on referral_link to passerelles_guest;
create policy guest_reads on referral_link for select to passerelles_guest
  using (token_hash = decode(nullif(current_setting('app.link', true), ''), 'hex'));
-- A try is counted, a use ends it: both by whoever holds it.
create policy guest_uses on referral_link for update to passerelles_guest
  using (token_hash = decode(nullif(current_setting('app.link', true), ''), 'hex') and revoked_at is null);
-- The next link, for the same referral and the same organisation, when an answer calls for another.
create policy guest_continues on referral_link for insert to passerelles_guest
  with check (used_at is null and referral_id = (select opened_link()));
grant insert on event to passerelles_guest;
create policy event_of_guest on event for insert to passerelles_guest
  with check (account_id is null and hat_id is null and name like 'referral.%'
    and subject in ((select opened_link()), (select (held_link('feedback')).referral_id)));

-- The clock: what waits for an answer, and since when.
grant select on organisation, service to passerelles_clock;
create policy clock_reads on organisation for select to passerelles_clock using (true);
create policy clock_reads on service for select to passerelles_clock using (true);
grant select, update (state, state_since, answer_by, reminded_at, escalated_at, ended_at, version) on referral to passerelles_clock;
create policy clock_reads on referral for select to passerelles_clock using (state <> 'draft');
create policy clock_moves on referral for update to passerelles_clock
  using (state in ('sent', 'under-review')) with check (state in ('sent', 'under-review', 'unanswered'));
grant insert on referral_move, referral_message to passerelles_clock;
create policy clock_signs on referral_move for insert to passerelles_clock with check (side = 'system' and account_id is null and hat_id is null);
create policy clock_writes on referral_message for insert to passerelles_clock with check (side = 'system' and kind = 'reminder');
grant select (id, referral_id, organisation_id, purpose, expires_at, used_at, revoked_at), insert, update (revoked_at) on referral_link to passerelles_clock;
create policy clock_reads on referral_link for select to passerelles_clock using (true);
create policy clock_makes on referral_link for insert to passerelles_clock with check (used_at is null);
create policy clock_ends on referral_link for update to passerelles_clock using (used_at is null) with check (revoked_at is not null);
grant insert on event to passerelles_clock;
create policy event_of_clock on event for insert to passerelles_clock
  with check (account_id is null and hat_id is null and (name like 'referral.%' or name = 'directory.answers-counted'));
grant select, insert, update, delete on service_answer to passerelles_clock;
grant select on referral_feedback to passerelles_clock;
create policy clock_reads on referral_feedback for select to passerelles_clock using (true);
create policy clock_counts on service_answer for all to passerelles_clock using (true) with check (referrals >= 11);

grant insert on refused_act to passerelles_guest;
create policy refused_guest on refused_act for insert to passerelles_guest with check (account_id is null and hat_id is null);

create policy referral_events on event for select to passerelles_app
  using (name like 'referral.%' and referral_side(subject) is not null);

-- An agreement was stopped: whoever received a referral under it reads that, and nothing else of the person.
create function tell_of_stopping(stopped uuid, said text) returns setof uuid language sql volatile security definer
  set search_path = pg_catalog, public
  as $$
    insert into public.referral_message (referral_id, kind, side, words, at)
    select r.id, 'reminder', 'system', said, public.acting_at()
    from public.referral r join public.agreement a on a.id = r.agreement_id
      join public.agreement s on s.id = stopped and (s.id = a.id and not r.open_call
        -- of an open call, whoever took it; those who only were called are told nothing of each other
        or s.way = 'referral' and s.person_id = a.person_id and s.recorded_at = a.recorded_at and s.organisation_id = r.to_organisation_id)
    where s.revoked_at = public.acting_at() and r.sent_at is not null and r.ended_at is null
      and r.state in ('sent', 'under-review', 'info-needed', 'accepted', 'waiting-list', 'in-progress', 'suspended')
    returning referral_id
  $$;
grant insert, select (referral_id) on referral_message to passerelles_definer;
create policy definer_tells on referral_message for insert to passerelles_definer with check (kind = 'reminder' and side = 'system');
create policy definer_reads on referral_message for select to passerelles_definer using (true);
do $$
begin
  grant create on schema public to passerelles_definer;
  alter function tell_of_stopping(uuid, text) owner to passerelles_definer;
  revoke execute on function tell_of_stopping(uuid, text) from public;
  grant execute on function tell_of_stopping(uuid, text) to passerelles_app;
  revoke create on schema public from passerelles_definer;
end $$;

-- Ends to come and emergencies to look at: the clock reads dates and whose mail to write, no word about anybody.
grant select (id, person_id, way, ends_at, revoked_at) on agreement to passerelles_clock;
create policy clock_reads on agreement for select to passerelles_clock using (revoked_at is null);
grant select (id, person_id, lead_hat_id, state) on pathway to passerelles_clock;
create policy clock_reads on pathway for select to passerelles_clock using (state <> 'closed');
grant select, insert on agreement_reminder to passerelles_clock;
create policy clock_reads on agreement_reminder for select to passerelles_clock using (true);
create policy clock_tells on agreement_reminder for insert to passerelles_clock with check (told_at = acting_at());
grant select (id, person_id, opened_at, told_at, delayed_because, reviewed_at) on break_glass to passerelles_clock;
create policy clock_reads on break_glass for select to passerelles_clock using (reviewed_at is null);

-- Invented people go with the demo region, all of what was written of them with them; nobody real ever does: those whom
-- an invented organisation opened and that no real one leads. The operator still reads nobody.
create function is_invented(wanted uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select exists (select from public.person p join public.organisation o on o.id = p.opened_by and o.fictional where p.id = wanted)
      and not exists (select from public.pathway w join public.organisation o on o.id = w.lead_organisation_id and not o.fictional
        where w.person_id = wanted)
  $$;
grant select (opened_by) on person to passerelles_definer;
grant select (id, fictional) on organisation to passerelles_definer;
create policy definer_reads on organisation for select to passerelles_definer using (true);
do $$
begin
  grant create on schema public to passerelles_definer;
  alter function is_invented(uuid) owner to passerelles_definer;
  revoke execute on function is_invented(uuid) from public;
  grant execute on function is_invented(uuid) to passerelles_operator;
  revoke create on schema public from passerelles_definer;
end $$;
grant delete on person, referral_pause to passerelles_operator;
create policy operator_removes_invented on person for delete to passerelles_operator using (is_invented(id));
create policy operator_removes_invented on referral_pause for delete to passerelles_operator
  using (organisation_id in (select id from organisation where fictional));
