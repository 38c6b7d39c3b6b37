-- The person's own space: how she comes in without an e-mail, what she reads and writes of her own pathway, and whom her
-- words reach. She acts under a role of her own, which knows one person and nobody else.
do $$
declare
  login text := 'passerelles_login_' || left(encode(sha256(convert_to(current_database(), 'UTF8')), 'hex'), 12);
begin
  begin
    create role passerelles_person nologin noinherit nobypassrls; -- the person herself
  exception when duplicate_object or unique_violation then null; -- another database of the same server made it
  end;
  grant passerelles_person to passerelles_login;
  -- db/login.sql gives it to a login still to be made; this one is there already.
  if exists (select from pg_roles where rolname = login) then
    execute format('grant passerelles_person to %I', login);
  end if;
end $$;
grant usage on schema public to passerelles_person;

-- What her card holds besides eight letters: 128 bits in a square that a phone reads.
alter table person_code add column token_hash bytea unique;

-- Six figures that she chose alone; Argon2id, as a password.
create table person_pin (
  person_id uuid primary key references person on delete cascade,
  pin_hash text not null,
  chosen_at timestamptz not null,
  -- When she read what « Quitter » does, before her first visit.
  told_at timestamptz
);

-- One fact that she chose, asked when she comes back without phone nor card; never a birth date.
create table recovery_fact (
  person_id uuid primary key references person on delete cascade,
  question text not null check (length(btrim(question)) between 5 and 120),
  answer_hash text not null,
  chosen_at timestamptz not null
);

-- A visit of hers: by card and PIN she sees all, by card alone a reduced view.
create table own_session (
  token_hash bytea primary key,
  id uuid not null default gen_random_uuid() unique,
  person_id uuid not null references person on delete cascade,
  code_hash bytea references person_code on delete cascade,
  whole boolean not null,
  shared_device boolean not null,
  begun_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index own_session_person on own_session (person_id);

-- A square shown by a worker, scanned by her: she sees who and what, then chooses her PIN. Dead after 15 minutes or one use.
create table hand_over (
  token_hash bytea primary key,
  id uuid not null default gen_random_uuid() unique,
  person_id uuid not null references person on delete cascade,
  hat_id uuid not null references hat,
  organisation_id uuid not null references organisation,
  worker_name text not null,
  -- How the worker knew it was her: at the first card, nothing is asked.
  known_by text not null check (known_by in ('first', 'face', 'fact')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (expires_at = made_at + interval '15 minutes')
);
create index hand_over_person on hand_over (person_id, made_at desc);

-- « Ça n’a pas marché », « je ne peux pas venir », « je veux parler à quelqu’un »: to somebody named, who answers by a day.
create table own_word (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  kind text not null check (kind in ('not-worked', 'cannot-come', 'talk')),
  step_id uuid references step on delete cascade,
  appointment_id uuid references appointment on delete cascade,
  referral_id uuid references referral on delete cascade,
  words text check (length(btrim(words)) between 1 and 1000),
  to_hat_id uuid not null references hat,
  to_organisation_id uuid not null references organisation,
  to_name text not null,
  said_at timestamptz not null,
  answer_by date not null,
  answer text check (length(btrim(answer)) between 1 and 1000),
  answered_at timestamptz,
  answered_by text check (length(answered_by) between 1 and 120),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (num_nonnulls(step_id, appointment_id, referral_id) <= 1)
);
create index own_word_pathway on own_word (pathway_id, said_at desc);
create index own_word_waiting on own_word (to_hat_id) where answered_at is null;

-- Who acts for herself, as the act says it; the application knows it from her session.
create function acting_person() returns uuid language sql stable
  set search_path = pg_catalog
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
-- Her card was shown without her PIN.
create function card_person() returns uuid language sql stable
  set search_path = pg_catalog
  as $$ select nullif(current_setting('app.card_person', true), '')::uuid $$;

create function own_pathways() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select w.id from public.pathway w where w.person_id = public.acting_person() $$;
-- What a card alone tells: when she is next awaited, and whom to call. Neither place, subject nor name of hers.
create function told_by_card() returns table (starts_at timestamptz, lead_name text, organisation text, phone text)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select (select min(a.starts_at) from public.appointment a
        where a.pathway_id = w.id and a.state = 'planned' and a.starts_at > public.acting_at()),
      w.lead_name, o.name, o.phone
    from public.pathway w join public.organisation o on o.id = w.lead_organisation_id
    where w.person_id = public.card_person() and w.state <> 'closed'
  $$;
-- Which structures may make her a new card: whoever leads, and those she chose to be known by.
create function may_hand_over(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    declare me public.hat := public.acting_hat();
    begin
      return me.role = 'worker' and (public.leads_person(wanted)
        or exists (select from public.agreement a join public.person p on p.id = a.person_id and p.protection <> 'closed'
          where a.person_id = wanted and a.organisation_id = me.organisation_id and a.way <> 'referral'
            and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()));
    end $$;
-- The question that she chose, for whoever may make her a new card; its answer is compared at the door.
create function fact_asked(wanted uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select f.question from public.recovery_fact f where f.person_id = wanted and public.may_hand_over(wanted) $$;
-- Whether a card of hers was already in use: the first is handed over by whoever opened her pathway.
create function has_pin(wanted uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select exists (select from public.person_pin p where p.person_id = wanted) and public.may_hand_over(wanted) $$;

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['own_pathways()', 'told_by_card()', 'may_hand_over(uuid)', 'fact_asked(uuid)', 'has_pin(uuid)'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
  end loop;
  revoke create on schema public from passerelles_definer;
  foreach name in array array['person_pin', 'recovery_fact', 'own_session', 'hand_over', 'own_word'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
grant execute on function own_pathways(), told_by_card() to passerelles_person;
grant execute on function may_hand_over(uuid), fact_asked(uuid), has_pin(uuid) to passerelles_app;
grant select (id, phone, name) on organisation to passerelles_definer;
grant select (pathway_id, starts_at, state) on appointment to passerelles_definer;
grant select (lead_name) on pathway to passerelles_definer;
grant select (person_id, question) on recovery_fact to passerelles_definer;
grant select (person_id) on person_pin to passerelles_definer;
create policy definer_reads on appointment for select to passerelles_definer using (true);
create policy definer_reads on recovery_fact for select to passerelles_definer using (true);
create policy definer_reads on person_pin for select to passerelles_definer using (true);

-- The public directory, as everybody reads it.
do $$
declare
  name text;
begin
  foreach name in array array['organisation', 'service', 'place', 'commune'] loop
    execute format('grant select on %I to passerelles_person', name);
    execute format('create policy public_read_own on %I for select to passerelles_person using (true)', name);
  end loop;
  -- All that is hers, and of nobody else.
  foreach name in array array['goal', 'step', 'appointment', 'document', 'signature', 'assessment', 'assessment_answer', 'relay', 'own_word'] loop
    execute format('grant select on %I to passerelles_person', name);
    execute format('create policy hers on %I for select to passerelles_person using (pathway_id in (select own_pathways()))', name);
  end loop;
  -- What an organisation keeps to itself is asked of it; she reads what is shared.
  foreach name in array array['note', 'attachment'] loop
    execute format('grant select on %I to passerelles_person', name);
    execute format('create policy hers on %I for select to passerelles_person using (shared and pathway_id in (select own_pathways()))', name);
  end loop;
  foreach name in array array['agreement', 'access_log', 'legal_ground', 'recovery_fact'] loop
    execute format('create policy hers on %I for select to passerelles_person using (person_id = (select acting_person()))', name);
  end loop;
  foreach name in array array['referral_field', 'referral_move', 'referral_message', 'referral_feedback'] loop
    execute format('grant select on %I to passerelles_person', name);
    execute format('create policy hers on %I for select to passerelles_person using (exists (select from referral r where r.id = referral_id))', name);
  end loop;
end $$;
grant select on person, agreement, legal_ground, access_log to passerelles_person;
grant select (person_id, question, chosen_at) on recovery_fact to passerelles_person;
grant select on pathway to passerelles_person;
create policy hers on person for select to passerelles_person using (id = (select acting_person()));
create policy hers on pathway for select to passerelles_person using (person_id = (select acting_person()));
-- A referral that is still being written, or was written by mistake, is none.
grant select on referral to passerelles_person;
create policy hers on referral for select to passerelles_person
  using (pathway_id in (select own_pathways()) and state not in ('draft', 'entered-in-error'));
grant select (id, person_id, worker_name, organisation_id, reason, opened_at, ends_at, told_at) on break_glass to passerelles_person;
create policy hers on break_glass for select to passerelles_person
  using (person_id = (select acting_person()) and told_at is not null);
grant select (person_id, made_at, expires_at, ended_at) on person_code to passerelles_person;
create policy hers on person_code for select to passerelles_person using (person_id = (select acting_person()));
grant select (person_id, worker_name, organisation_id, known_by, made_at, used_at) on hand_over to passerelles_person;
create policy hers on hand_over for select to passerelles_person using (person_id = (select acting_person()));
grant select (person_id, chosen_at, told_at), update (told_at) on person_pin to passerelles_person;
create policy hers on person_pin for select to passerelles_person using (person_id = (select acting_person()));
create policy told on person_pin for update to passerelles_person
  using (person_id = (select acting_person())) with check (told_at = (select acting_at()));
grant insert (person_id, question, answer_hash, chosen_at), update (question, answer_hash, chosen_at) on recovery_fact to passerelles_person;
create policy chosen on recovery_fact for insert to passerelles_person
  with check (person_id = (select acting_person()) and chosen_at = (select acting_at()));
create policy chosen_again on recovery_fact for update to passerelles_person
  using (person_id = (select acting_person())) with check (chosen_at = (select acting_at()));

-- She calls herself as she likes.
grant update (name, version) on person to passerelles_person;
create policy renames on person for update to passerelles_person using (id = (select acting_person()));

-- She stops what she shares, the whole or a part of it, from the next request on.
grant insert, update (revoked_at, revoked_by, revoked_way) on agreement to passerelles_person;
create policy she_stops on agreement for update to passerelles_person
  using (person_id = (select acting_person()) and revoked_at is null)
  with check (revoked_at = (select acting_at()) and revoked_by = 'person' and revoked_way = 'her-space');
grant execute on function narrows(uuid, uuid, integer, text[], timestamptz), tell_of_stopping(uuid, text) to passerelles_person;
create policy she_narrows on agreement for insert to passerelles_person
  with check (person_id = (select acting_person()) and starts_at = (select acting_at())
    and narrows(person_id, organisation_id, level, domains, ends_at));

-- She answers a step, moves her own and proposes others; her lead worker's organisation keeps them.
grant insert, update (state, accepted_by, accepted_at, reason, reason_by, ended_at, version) on step to passerelles_person;
create policy she_answers on step for update to passerelles_person using (pathway_id in (select own_pathways()));
create policy she_proposes on step for insert to passerelles_person
  with check (proposed_by = 'person' and state = 'proposed' and made_at = (select acting_at())
    and exists (select from pathway w where w.id = pathway_id and w.state <> 'closed' and w.lead_organisation_id = step.organisation_id));

-- She answers her assessment alone.
grant insert on assessment, assessment_answer to passerelles_person;
create policy she_answers on assessment for insert to passerelles_person
  with check (answered_by = 'person' and manner = 'alone' and hat_id is null and made_at = (select acting_at())
    and exists (select from pathway w where w.id = pathway_id and w.state <> 'closed' and w.lead_organisation_id = assessment.organisation_id));
create policy she_answers on assessment_answer for insert to passerelles_person
  with check (exists (select from assessment a where a.id = assessment_id and a.pathway_id = assessment_answer.pathway_id
    and a.answered_by = 'person' and a.made_at = (select acting_at())));

-- She says whether a referral helped, equal in weight to what the organisation says.
alter table referral_feedback drop constraint referral_feedback_channel_check;
alter table referral_feedback add constraint referral_feedback_channel_check
  check (channel in ('link', 'phone', 'paper', 'in-person', 'her-space'));
grant insert on referral_feedback to passerelles_person;
create policy her_space_says on referral_feedback for insert to passerelles_person
  with check (recorded_by_hat is null and channel = 'her-space' and said_at = (select acting_at())
    and exists (select from referral r where r.id = referral_id and r.ended_at is not null));

-- Her words to somebody named; whoever reads her steps in that organisation may answer.
grant insert on own_word to passerelles_person;
create policy she_says on own_word for insert to passerelles_person
  with check (said_at = (select acting_at()) and answer is null
    and exists (select from pathway w where w.id = pathway_id and w.state <> 'closed' and w.lead_hat_id = to_hat_id
      and w.lead_organisation_id = to_organisation_id));
grant select, update (answer, answered_at, answered_by) on own_word to passerelles_app;
create policy read_there on own_word for select to passerelles_app
  using (to_organisation_id = (select acting_organisation()) and pathway_id in (select open_pathways(3)));
create policy answered_there on own_word for update to passerelles_app
  using (to_organisation_id = (select acting_organisation()) and answered_at is null and writes_pathway(pathway_id))
  with check (answered_at = (select acting_at()));

-- What she does is written in the log under nobody's account: the subject is hers.
grant insert, select on event to passerelles_person;
create policy event_of_hers on event for insert to passerelles_person
  with check (account_id is null and hat_id is null and organisation_id is null and (subject = (select acting_person())
    or subject in (select own_pathways()) or subject in (select r.id from referral r)));
create policy hers on event for select to passerelles_person
  using (subject in (select own_pathways()) or subject = (select acting_person()));
grant insert on refused_act to passerelles_person;
create policy signed_by_her on refused_act for insert to passerelles_person
  with check (account_id is null and hat_id is null);

-- Hand-over: made by whoever may, watched by whoever made it.
grant select (id, person_id, hat_id, organisation_id, worker_name, known_by, made_at, expires_at, used_at), insert on hand_over to passerelles_app;
create policy made_here on hand_over for select to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker');
create policy handed_by_chosen on hand_over for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and organisation_id = (select acting_organisation()) and made_at = (select acting_at())
    and used_at is null and may_hand_over(person_id));
create policy chosen_makes on person_code for insert to passerelles_app
  with check (made_at = (select acting_at()) and may_hand_over(person_id));
create policy chosen_ends on person_code for update to passerelles_app
  using (may_hand_over(person_id)) with check (ended_at = (select acting_at()));
create policy chosen_reads on person_code for select to passerelles_app using (may_hand_over(person_id));
grant select (person_id, chosen_at), delete on person_pin to passerelles_app;
create policy chosen_reads on person_pin for select to passerelles_app using (may_hand_over(person_id));
create policy chosen_removes on person_pin for delete to passerelles_app using (may_hand_over(person_id));
grant delete on own_session to passerelles_app;
grant select (person_id) on own_session to passerelles_app;
create policy chosen_sees on own_session for select to passerelles_app using (may_hand_over(person_id));
create policy chosen_closes on own_session for delete to passerelles_app using (may_hand_over(person_id));

-- The door compares secrets and opens visits; it reads nobody's pathway.
grant select (code_hash, token_hash, person_id, expires_at, ended_at) on person_code to passerelles_door;
create policy door_reads on person_code for select to passerelles_door using (true);
grant select on hand_over, recovery_fact to passerelles_door;
grant update (used_at) on hand_over to passerelles_door;
create policy door_reads on hand_over for select to passerelles_door using (true);
create policy door_uses on hand_over for update to passerelles_door
  using (used_at is null and expires_at > acting_at()) with check (used_at = acting_at());
create policy door_reads on recovery_fact for select to passerelles_door using (true);
grant select, insert, update (pin_hash, chosen_at) on person_pin to passerelles_door;
create policy door_reads on person_pin for select to passerelles_door using (true);
create policy door_keeps on person_pin for insert to passerelles_door
  with check (exists (select from hand_over h where h.person_id = person_pin.person_id and h.used_at = acting_at()));
create policy door_changes on person_pin for update to passerelles_door using (true)
  with check (exists (select from hand_over h where h.person_id = person_pin.person_id and h.used_at = acting_at()));
grant select, insert, update (last_seen_at), delete on own_session to passerelles_door;
create policy door_reads on own_session for select to passerelles_door using (true);
create policy door_opens on own_session for insert to passerelles_door with check (expires_at > begun_at);
create policy door_keeps on own_session for update to passerelles_door using (true);
create policy door_closes on own_session for delete to passerelles_door using (true);
drop policy event_at_the_door on event;
create policy event_at_the_door on event for insert to passerelles_door
  with check (name ~ '^(account|session|hat|invitation)\.' or name = 'person.pin-chosen');
