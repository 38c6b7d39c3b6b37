-- What makes a pathway: goals in her words, steps, assessments, relays, notes, appointments, documents.
create table goal (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  domain text not null check (domain in ('housing', 'food', 'money', 'rights', 'health', 'family', 'mobility', 'digital', 'reading', 'training', 'work', 'links')),
  -- In her own words.
  words text not null check (length(btrim(words)) between 1 and 1000),
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  said_by text not null check (said_by in ('person', 'worker')),
  organisation_id uuid not null references organisation,
  set_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  check ((state = 'open') = (ended_at is null))
);
create index goal_pathway on goal (pathway_id);

create table step (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  goal_id uuid references goal,
  words text not null check (length(btrim(words)) between 1 and 500),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined', 'planned', 'in-progress', 'done',
    'missed', 'suspended', 'abandoned', 'replaced')),
  -- Who moves it, by name: the person herself, or a worker.
  owner text not null check (owner in ('person', 'worker')),
  owner_hat_id uuid references hat,
  owner_name text not null check (length(btrim(owner_name)) between 1 and 120),
  due_on date not null,
  proposed_by text not null check (proposed_by in ('person', 'worker')),
  -- Accepted by her, by her mandated helper, or told aloud to a worker before a witness.
  accepted_by text check (accepted_by in ('person', 'helper', 'oral')),
  accepted_before text check (length(accepted_before) between 1 and 120),
  accepted_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  reason_by text check (reason_by in ('person', 'worker')),
  review_on date,
  replaced_by uuid references step deferrable initially deferred,
  ended_at timestamptz,
  reopened_at timestamptz,
  -- The organisation that wrote it, which keeps reading its own act.
  organisation_id uuid not null references organisation,
  made_at timestamptz not null,
  version integer not null default 1,
  check (owner = 'person' or owner_hat_id is not null),
  check ((state = 'suspended') = (review_on is not null)),
  check ((state = 'replaced') = (replaced_by is not null)),
  check ((state in ('done', 'declined', 'abandoned', 'replaced')) = (ended_at is not null)),
  check (state not in ('suspended', 'abandoned') or reason is not null),
  check (accepted_by is distinct from 'oral' or accepted_before is not null),
  check (state in ('proposed', 'declined', 'abandoned', 'replaced') or accepted_by is not null)
);
create index step_pathway on step (pathway_id);

create table assessment (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  answered_by text not null check (answered_by in ('person', 'worker')),
  -- Alone, together, or written on paper then typed.
  manner text not null check (manner in ('alone', 'together', 'paper')),
  answered_on date not null,
  organisation_id uuid not null references organisation,
  hat_id uuid references hat,
  worker_name text not null default '',
  made_at timestamptz not null
);
create index assessment_pathway on assessment (pathway_id, answered_on);
create table assessment_answer (
  assessment_id uuid not null references assessment on delete cascade,
  pathway_id uuid not null references pathway on delete cascade,
  domain text not null check (domain in ('housing', 'food', 'money', 'rights', 'health', 'family', 'mobility', 'digital', 'reading', 'training', 'work', 'links')),
  -- Under which agreement it is read: two domains are sensitive.
  subject text not null generated always as (case domain when 'family' then 'children' else domain end) stored,
  level smallint check (level between 1 and 5),
  skipped text check (skipped in ('not-discussed', 'does-not-wish')),
  her_goal boolean not null default false,
  words text check (length(words) between 1 and 1000),
  primary key (assessment_id, domain),
  check ((level is null) <> (skipped is null))
);
create index assessment_answer_pathway on assessment_answer (pathway_id);

-- The lead passes from one worker to another: effective only when the receiver and the person have said yes.
create table relay (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  from_hat_id uuid not null references hat,
  from_organisation_id uuid not null references organisation,
  from_name text not null,
  to_organisation_id uuid not null references organisation,
  -- A named colleague, or whoever of the other organisation accepts.
  to_hat_id uuid references hat,
  to_name text check (length(to_name) between 1 and 120),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused', 'withdrawn', 'effective')),
  reason text not null check (length(btrim(reason)) between 1 and 500),
  meeting_on date,
  person_present boolean,
  person_accepted_at timestamptz,
  person_proof text check (person_proof in ('signed', 'oral', 'click', 'helper')),
  person_witness text check (length(person_witness) between 1 and 120),
  answer_words text check (length(answer_words) between 1 and 500),
  proposed_at timestamptz not null,
  answered_at timestamptz,
  effective_at timestamptz,
  check (state <> 'effective' or (person_accepted_at is not null and to_hat_id is not null and effective_at is not null)),
  check (person_proof not in ('oral', 'helper') or person_witness is not null)
);
create unique index relay_one_open on relay (pathway_id) where state in ('proposed', 'accepted');
create index relay_to on relay (to_organisation_id) where state in ('proposed', 'accepted');

create table note (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat,
  author_name text not null,
  -- Shared with those who read the steps, or kept inside the author's organisation.
  shared boolean not null,
  -- A sensitive subject: read only under its own agreement.
  subject text check (subject in ('health', 'addiction', 'justice', 'violence', 'migration', 'children')),
  words text not null check (length(btrim(words)) between 1 and 20000),
  -- A real exchange with her, its day and its way; null for an internal note.
  contact_on date,
  contact_way text check (contact_way in ('meeting', 'visit', 'phone', 'message', 'letter')),
  written_at timestamptz not null,
  check ((contact_on is null) = (contact_way is null))
);
create index note_pathway on note (pathway_id, written_at desc);

create table attachment (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat,
  author_name text not null,
  shared boolean not null,
  subject text check (subject in ('health', 'addiction', 'justice', 'violence', 'migration', 'children')),
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
  bytes bytea not null check (octet_length(bytes) between 1 and 10485760),
  size integer not null,
  added_at timestamptz not null
);
create index attachment_pathway on attachment (pathway_id, added_at desc);

create table appointment (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  step_id uuid references step,
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat,
  -- What it is for, read by those who read the steps; never in a reminder.
  subject_line text not null check (length(btrim(subject_line)) between 1 and 200),
  with_name text not null check (length(btrim(with_name)) between 1 and 120),
  starts_at timestamptz not null,
  minutes smallint not null default 60 check (minutes between 5 and 1440),
  place text check (length(place) between 1 and 300),
  phone text check (length(phone) <= 40),
  state text not null default 'planned' check (state in ('planned', 'kept', 'missed', 'cancelled')),
  reason text check (length(reason) between 1 and 500),
  remind boolean not null default false,
  made_at timestamptz not null,
  version integer not null default 1
);
create index appointment_pathway on appointment (pathway_id, starts_at);
create index appointment_hat on appointment (hat_id, starts_at) where state = 'planned';

-- Commitments and papers to agree on, by hand or in words; what was signed does not change.
create table document (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat,
  kind text not null check (kind in ('commitment', 'summary', 'other')),
  title text not null check (length(btrim(title)) between 1 and 200),
  words text not null check (length(btrim(words)) between 1 and 20000),
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
create index document_pathway on document (pathway_id);
create table signature (
  document_id uuid not null references document on delete cascade,
  pathway_id uuid not null references pathway on delete cascade,
  signer text not null check (signer in ('person', 'helper', 'worker')),
  name text not null check (length(btrim(name)) between 1 and 120),
  proof text not null check (proof in ('signed', 'oral', 'click')),
  witness text check (length(witness) between 1 and 120),
  signed_at timestamptz not null,
  primary key (document_id, signer),
  check (proof <> 'oral' or witness is not null)
);

-- An active pathway has an open step with an owner and a date, whatever way one came to write it.
create function keep_pathway_moving() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
    declare moved uuid := to_jsonb(new) ->> case tg_table_name when 'pathway' then 'id' else 'pathway_id' end;
    begin
      -- Two acts that each end a step see one another.
      perform pg_advisory_xact_lock(hashtextextended(moved::text, 0));
      if exists (select from public.pathway w where w.id = moved and w.state = 'active'
          and not exists (select from public.step s where s.pathway_id = w.id
            and s.state in ('proposed', 'accepted', 'planned', 'in-progress', 'missed', 'suspended'))) then
        raise exception 'an active pathway has no open step' using errcode = 'check_violation', constraint = 'pathway_next_step';
      end if;
      return null;
    end $$;
grant create on schema public to passerelles_definer;
alter function keep_pathway_moving() owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function keep_pathway_moving() from public;
create constraint trigger pathway_moves after insert or update of state on pathway
  deferrable initially deferred for each row execute function keep_pathway_moving();
create constraint trigger step_moves after update of state on step
  deferrable initially deferred for each row execute function keep_pathway_moving();

-- The first step sets a pathway going, whichever organisation that writes there proposed it.
create function set_going(wanted uuid) returns void language sql security definer
  set search_path = pg_catalog, public
  as $$
    update public.pathway set state = 'active', version = version + 1
    where id = wanted and state = 'to-open' and id in (select public.written_pathways())
      and exists (select from public.step s where s.pathway_id = wanted)
  $$;
grant create on schema public to passerelles_definer;
alter function set_going(uuid) owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function set_going(uuid) from public;
grant execute on function set_going(uuid) to passerelles_app;
grant select (version), update (state, version) on pathway to passerelles_definer;
create policy definer_sets_going on pathway for update to passerelles_definer
  using (state = 'to-open') with check (state = 'active');

do $$
declare
  name text;
begin
  foreach name in array array['goal', 'step', 'assessment', 'assessment_answer', 'relay', 'note', 'attachment',
    'appointment', 'document', 'signature'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert on %I to passerelles_app', name);
  end loop;
  -- Read with the steps, written where steps are written, each organisation keeping what it wrote.
  foreach name in array array['goal', 'step', 'appointment'] loop
    execute format('create policy shared on %I for select to passerelles_app using (pathway_id in (select open_pathways(3)))', name);
    execute format('create policy own_act on %I for select to passerelles_app using (organisation_id = (select acting_organisation()) and (select acting_role()) = ''worker'' and pathway_id not in (select hidden_pathways()))', name);
    execute format('create policy written on %I for insert to passerelles_app with check (organisation_id = (select acting_organisation()) and writes_pathway(pathway_id))', name);
    execute format('create policy moved on %I for update to passerelles_app using (writes_pathway(pathway_id))', name);
  end loop;
end $$;
grant update (words, state, ended_at, version) on goal to passerelles_app;
grant update (goal_id, words, state, owner, owner_hat_id, owner_name, due_on, accepted_by, accepted_before, accepted_at, reason, reason_by,
  review_on, replaced_by, ended_at, reopened_at, version) on step to passerelles_app;
grant update (subject_line, with_name, starts_at, minutes, place, phone, state, reason, remind, version) on appointment to passerelles_app;
grant select (id, pathway_id, state) on step to passerelles_definer;
create policy definer_reads on step for select to passerelles_definer using (true);

create policy shared on assessment for select to passerelles_app
  using (pathway_id in (select pathway_id from open_subjects()));
create policy own_act on assessment for select to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker' and pathway_id not in (select hidden_pathways()));
create policy written on assessment for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and writes_pathway(pathway_id));
create policy shared on assessment_answer for select to passerelles_app
  using ((pathway_id, subject) in (select s.pathway_id, s.subject from open_subjects() s));
create policy own_act on assessment_answer for select to passerelles_app
  using (exists (select from assessment a where a.id = assessment_id and a.organisation_id = (select acting_organisation())));
create policy written on assessment_answer for insert to passerelles_app
  with check (exists (select from assessment a where a.id = assessment_id and a.pathway_id = assessment_answer.pathway_id
    and a.organisation_id = (select acting_organisation())));

-- Whoever receives a relay accepts it himself, and the lead goes nowhere else.
create function keep_relay_true() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
    begin
      if old.state = 'proposed' and new.state in ('accepted', 'effective') and new.to_hat_id is distinct from public.chosen_hat()
        or old.to_hat_id is not null and new.to_hat_id is distinct from old.to_hat_id then
        raise exception 'a relay is accepted by whoever receives it' using errcode = 'check_violation', constraint = 'relay_accepted_by_receiver';
      end if;
      return new;
    end $$;
create function keep_lead() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
    begin
      if (new.lead_hat_id, new.lead_organisation_id) is distinct from (old.lead_hat_id, old.lead_organisation_id)
        -- Whoever welcomes her back, in the same organisation, opens it again and leads it.
        and not (old.state = 'closed' and new.state = 'active' and new.lead_organisation_id = old.lead_organisation_id
          and new.lead_hat_id = public.chosen_hat())
        and not exists (select from public.relay r where r.pathway_id = new.id and r.state = 'effective'
          and r.to_hat_id = new.lead_hat_id and r.to_organisation_id = new.lead_organisation_id
          and r.effective_at = public.acting_at()) then
        raise exception 'the lead changes by an accepted relay' using errcode = 'check_violation', constraint = 'pathway_lead_by_relay';
      end if;
      return new;
    end $$;
grant create on schema public to passerelles_definer;
alter function keep_relay_true() owner to passerelles_definer;
alter function keep_lead() owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function keep_relay_true(), keep_lead() from public;
grant execute on function chosen_hat() to passerelles_definer;
grant select (id, pathway_id, state, from_hat_id, to_hat_id, to_organisation_id, reason, person_accepted_at, effective_at)
  on relay to passerelles_definer;
create policy definer_reads on relay for select to passerelles_definer using (true);
create trigger relay_true before update on relay for each row execute function keep_relay_true();
create trigger lead_by_relay before update on pathway for each row execute function keep_lead();

create policy lead_reads on relay for select to passerelles_app using (pathway_id in (select led_pathways()));
create policy parties_read on relay for select to passerelles_app
  using ((select acting_organisation()) in (from_organisation_id, to_organisation_id) and (select acting_role()) = 'worker');
create policy lead_proposes on relay for insert to passerelles_app
  with check (leads_pathway(pathway_id) and from_organisation_id = (select acting_organisation())
    and from_hat_id = (select chosen_hat()) and state = 'proposed');
grant update (state, to_hat_id, to_name, meeting_on, person_present, person_accepted_at, person_proof, person_witness, answer_words, answered_at, effective_at)
  on relay to passerelles_app;
create policy parties_move on relay for update to passerelles_app
  using (state in ('proposed', 'accepted') and (select acting_role()) = 'worker'
    and ((select acting_organisation()) = to_organisation_id or leads_pathway(pathway_id)))
  with check (to_hat_id is null or to_organisation_id <> (select acting_organisation()) or to_hat_id = (select chosen_hat()) or state <> 'accepted');
-- Whoever accepted takes the lead, once the person has said yes: the relay says so before the pathway does.
create policy relay_takes on pathway for update to passerelles_app
  using (exists (select from relay r where r.pathway_id = pathway.id and r.state = 'effective'
    and r.to_organisation_id = (select acting_organisation()) and r.to_hat_id = (select chosen_hat())
    and r.effective_at = (select acting_at())))
  with check (lead_hat_id = (select chosen_hat()) and lead_organisation_id = (select acting_organisation()));
create function relayed_now(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    begin
      return exists (select from public.relay r where r.pathway_id = wanted and r.state = 'effective'
        and r.to_hat_id = (public.acting_hat()).id and r.effective_at = public.acting_at());
    end $$;
grant create on schema public to passerelles_definer;
alter function relayed_now(uuid) owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function relayed_now(uuid) from public;
grant execute on function relayed_now(uuid) to passerelles_app;
-- Why a relay is proposed are words about her: whoever receives it reads them once she has said yes (relay_reason).
revoke select on relay from passerelles_app;
grant select (id, pathway_id, from_hat_id, from_organisation_id, from_name, to_organisation_id, to_hat_id, to_name, state, meeting_on,
  person_present, person_accepted_at, person_proof, person_witness, answer_words, proposed_at, answered_at, effective_at)
  on relay to passerelles_app;
create function relay_reason(wanted uuid) returns text language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select r.reason from me join public.relay r on r.id = wanted
    where me.role = 'worker' and (r.from_hat_id = me.id or public.leads_pathway(r.pathway_id)
      or (r.person_accepted_at is not null and r.to_organisation_id = me.organisation_id
        and (r.to_hat_id is null or r.to_hat_id = me.id)))
  $$;
grant create on schema public to passerelles_definer;
alter function relay_reason(uuid) owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function relay_reason(uuid) from public;
grant execute on function relay_reason(uuid) to passerelles_app;
create policy relayed_pathway on pathway for select to passerelles_app using (relayed_now(id));

do $$
declare
  name text;
begin
  foreach name in array array['note', 'attachment'] loop
    execute format('create policy shared on %I for select to passerelles_app
      using (shared and subject is null and pathway_id in (select open_pathways(3)))', name);
    execute format('create policy shared_subject on %I for select to passerelles_app
      using (shared and (pathway_id, subject) in (select s.pathway_id, s.subject from open_subjects() s))', name);
    execute format('create policy ours on %I for select to passerelles_app
      using (organisation_id = (select acting_organisation()) and pathway_id in (select open_pathways(1)))', name);
    execute format('create policy written on %I for insert to passerelles_app
      with check (organisation_id = (select acting_organisation()) and hat_id = (select chosen_hat()) and writes_pathway(pathway_id))', name);
  end loop;
end $$;

create policy shared on document for select to passerelles_app using (pathway_id in (select open_pathways(3)));
create policy written on document for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and hat_id = (select chosen_hat()) and writes_pathway(pathway_id));
grant update (withdrawn_at) on document to passerelles_app;
create policy withdrawn on document for update to passerelles_app
  using (organisation_id = (select acting_organisation()) and withdrawn_at is null) with check (withdrawn_at is not null);
create policy shared on signature for select to passerelles_app using (pathway_id in (select open_pathways(3)));
create policy written on signature for insert to passerelles_app
  with check (writes_pathway(pathway_id)
    and exists (select from document d where d.id = document_id and d.pathway_id = signature.pathway_id and d.withdrawn_at is null));

-- The timeline of a pathway is the log of events whose subject it is: without a word of what was written.
create policy timeline on event for select to passerelles_app
  using (name like any (array['pathway.%', 'goal.%', 'step.%', 'assessment.%', 'relay.%', 'note.%', 'attachment.%', 'appointment.%', 'document.%'])
    and subject in (select open_pathways(3)));
