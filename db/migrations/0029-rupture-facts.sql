-- What the rules of rupture look at beyond pathways and referrals: dates and codes, no word about anybody.

-- A right, a paper, a contract or a home that ends on a date; tied to the step that deals with it, or settled.
create table ending (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  kind text not null check (kind in ('residence-permit', 'right', 'paper', 'contract', 'housing')),
  -- The sensitive subject that it tells, if any: read under its own agreement.
  subject text generated always as (case kind when 'residence-permit' then 'migration' end) stored,
  ends_on date not null,
  step_id uuid references step,
  tied_at timestamptz,
  settled_at timestamptz,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null,
  version integer not null default 1,
  check ((step_id is null) = (tied_at is null))
);
create index ending_pathway on ending (pathway_id);

-- A hospital, a prison, child care or a shelter that she leaves on a date; confirmed once somebody outside waits for her.
create table institution_exit (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  kind text not null check (kind in ('hospital', 'prison', 'child-care', 'shelter')),
  subject text generated always as (case kind when 'hospital' then 'health' when 'prison' then 'justice' when 'child-care' then 'children' end) stored,
  leaves_on date not null,
  relayed_at timestamptz,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null,
  version integer not null default 1
);
create index institution_exit_pathway on institution_exit (pathway_id);

-- A try to reach her that reached nobody, outside any referral.
create table contact_attempt (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  channel text not null check (channel in ('phone', 'message', 'email', 'letter', 'visit', 'helper')),
  on_day date not null,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null,
  check (on_day <= (noted_at at time zone 'Europe/Paris')::date + 1)
);
create index contact_attempt_pathway on contact_attempt (pathway_id);

-- What she entered, whose news are taken after one month, three and six; then each time they were.
create table outcome (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  kind text not null check (kind in ('job', 'training', 'housing', 'other')),
  entered_on date not null,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null
);
create index outcome_pathway on outcome (pathway_id);
create table outcome_check (
  id uuid primary key default gen_random_uuid(),
  outcome_id uuid not null references outcome on delete cascade,
  pathway_id uuid not null references pathway on delete cascade,
  on_day date not null,
  still boolean not null,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null,
  check (on_day <= (noted_at at time zone 'Europe/Paris')::date + 1)
);
create index outcome_check_outcome on outcome_check (outcome_id);
create index outcome_check_pathway on outcome_check (pathway_id);

-- From which day a European guarantee runs: the young without work or training, the long out of work.
create table guarantee (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  kind text not null check (kind in ('young', 'long-term')),
  since date not null,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null,
  unique (pathway_id, kind)
);

-- Young, on the street or alone: her silence is noticed twice as early. The latest counts.
create table contact_rhythm (
  id uuid primary key default gen_random_uuid(),
  pathway_id uuid not null references pathway on delete cascade,
  close boolean not null,
  organisation_id uuid not null references organisation,
  noted_at timestamptz not null
);
create index contact_rhythm_pathway on contact_rhythm (pathway_id, noted_at);

-- Which day a worker leaves her post; told by herself or by her organisation.
alter table hat add unique (id, organisation_id);
create table departure (
  hat_id uuid primary key,
  organisation_id uuid not null,
  leaves_on date not null,
  told_at timestamptz not null,
  -- A colleague's, never another organisation's.
  foreign key (hat_id, organisation_id) references hat (id, organisation_id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['ending', 'institution_exit', 'contact_attempt', 'outcome', 'outcome_check', 'guarantee',
    'contact_rhythm', 'departure'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert on %I to passerelles_app', name);
  end loop;
  -- Read with the steps, a sensitive subject apart; written where steps are written, each organisation keeping what it wrote.
  foreach name in array array['contact_attempt', 'outcome', 'outcome_check', 'guarantee', 'contact_rhythm'] loop
    execute format('create policy shared on %I for select to passerelles_app using (pathway_id in (select open_pathways(3)))', name);
  end loop;
  foreach name in array array['ending', 'institution_exit'] loop
    execute format('create policy shared on %I for select to passerelles_app
      using (subject is null and pathway_id in (select open_pathways(3)))', name);
    execute format('create policy shared_subject on %I for select to passerelles_app
      using ((pathway_id, subject) in (select s.pathway_id, s.subject from open_subjects() s))', name);
  end loop;
  foreach name in array array['ending', 'institution_exit', 'contact_attempt', 'outcome', 'outcome_check', 'guarantee',
    'contact_rhythm'] loop
    execute format('create policy own_act on %I for select to passerelles_app using (organisation_id = (select acting_organisation()) and (select acting_role()) = ''worker'' and pathway_id not in (select hidden_pathways()))', name);
    execute format('create policy written on %I for insert to passerelles_app with check (organisation_id = (select acting_organisation()) and writes_pathway(pathway_id))', name);
  end loop;
  foreach name in array array['ending', 'institution_exit'] loop
    execute format('create policy moved on %I for update to passerelles_app using (writes_pathway(pathway_id))', name);
  end loop;
end $$;
grant update (ends_on, step_id, tied_at, settled_at, version) on ending to passerelles_app;
grant update (leaves_on, relayed_at, version) on institution_exit to passerelles_app;

create policy colleagues_read on departure for select to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker');
create policy colleagues_tell on departure for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker' and told_at = (select acting_at()));
grant update (leaves_on, told_at), delete on departure to passerelles_app;
create policy colleagues_change on departure for update to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker');
create policy colleagues_forget on departure for delete to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker');

-- The clock: codes, days and instants of everybody; never a name, never a word.
grant select (id, birth_year, commune_code) on person to passerelles_clock;
create policy clock_follows on person for select to passerelles_clock using (true);
grant select (id, person_id, lead_hat_id, lead_organisation_id, state, opened_at, review_on, closed_at, closing_reason, reopened_at)
  on pathway to passerelles_clock;
create policy clock_follows on pathway for select to passerelles_clock using (true);
grant select (id, pathway_id, domain, set_at, ended_at) on goal to passerelles_clock;
grant select (id, pathway_id, goal_id, state, due_on, review_on, organisation_id, owner_hat_id, proposed_by, made_at, accepted_at, ended_at)
  on step to passerelles_clock;
grant select (id, referral_id, from_state, to_state, side, reason_code, at) on referral_move to passerelles_clock;
grant select (id, referral_id, kind, side, channel, on_day, at) on referral_message to passerelles_clock;
grant select (id, pathway_id, contact_on, contact_way, written_at) on note to passerelles_clock;
grant select (id, pathway_id, starts_at, state, made_at) on appointment to passerelles_clock;
grant select (id, pathway_id, answered_on, manner, made_at) on assessment to passerelles_clock;
grant select (id, kind) on document to passerelles_clock;
grant select (document_id, pathway_id, signer, signed_at) on signature to passerelles_clock;
grant select (id, person_id, organisation_id, starts_at, ends_at, recorded_at, revoked_at, way) on agreement to passerelles_clock;
create policy clock_follows on agreement for select to passerelles_clock using (true);
grant select (id, pathway_id, from_hat_id, to_organisation_id, to_hat_id, state, proposed_at, answered_at, effective_at) on relay to passerelles_clock;
grant select (id, role, ended_at) on hat to passerelles_clock;
grant select (seq, name, subject, details, happened_at) on event to passerelles_clock;
create policy clock_follows on event for select to passerelles_clock
  using (name in ('pathway.activated', 'pathway.paused', 'pathway.resumed', 'pathway.closed', 'pathway.reopened', 'step.moved', 'relay.effective'));
grant select on ending, institution_exit, contact_attempt, outcome, outcome_check, guarantee, contact_rhythm, departure
  to passerelles_clock;
do $$
declare
  name text;
begin
  foreach name in array array['goal', 'step', 'referral_move', 'referral_message', 'note', 'appointment', 'assessment', 'document',
    'signature', 'relay', 'hat', 'ending', 'institution_exit', 'contact_attempt', 'outcome', 'outcome_check', 'guarantee',
    'contact_rhythm', 'departure'] loop
    execute format('create policy clock_follows on %I for select to passerelles_clock using (true)', name);
  end loop;
end $$;
