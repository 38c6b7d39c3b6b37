-- Alerts: what a rule saw, since when, and what became of it. Codes and dates only: no word about anybody.
create table alert (
  -- Rule, subject and the fact's instant: the same whichever process computes it.
  id text primary key check (length(id) between 5 and 120),
  rule text not null check (rule ~ '^R([1-9]|1[0-9]|20)$'),
  level text not null check (level in ('attention', 'rupture', 'last-call')),
  subject_kind text not null check (length(subject_kind) between 1 and 30),
  subject uuid not null,
  person_id uuid not null references person on delete cascade,
  pathway_id uuid references pathway on delete cascade,
  -- The referral that it is about: whoever received it reads the alert too.
  referral_id uuid references referral on delete cascade,
  -- The organisation that the sentence is about, when it is another than the lead's.
  target_id uuid references organisation,
  owner text not null check (owner in ('target-organisation', 'source-worker', 'lead-worker', 'manager', 'coordination')),
  owner_organisation_id uuid references organisation,
  owner_hat_id uuid references hat on delete set null,
  actions text[] not null check (cardinality(actions) = 2),
  params jsonb not null,
  occurred_at timestamptz not null,
  since timestamptz not null,
  -- When it reached its level, and the day that was where she lives.
  risen_at timestamptz not null,
  day date not null,
  raised_at timestamptz not null,
  -- The fact is no more: repaired, or overtaken.
  ended_at timestamptz
);
create index alert_open on alert (pathway_id) where ended_at is null;
create index alert_person on alert (person_id);
create index alert_owner on alert (owner_organisation_id) where ended_at is null;
create index alert_referral on alert (referral_id) where referral_id is not null;
create index alert_day on alert (day);

-- Put off until a day, with a reason, for one organisation; the latest counts.
create table alert_snooze (
  id uuid primary key default gen_random_uuid(),
  alert_id text not null references alert on delete cascade,
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat on delete cascade,
  until date not null,
  reason text not null check (length(btrim(reason)) between 1 and 500),
  at timestamptz not null
);
create index alert_snooze_alert on alert_snooze (alert_id, at desc);

-- Whether an alert was of use to whoever read it: one word a worker, which she may change.
create table alert_use (
  alert_id text not null references alert on delete cascade,
  hat_id uuid not null references hat on delete cascade,
  organisation_id uuid not null references organisation,
  useful boolean not null,
  said_at timestamptz not null,
  primary key (alert_id, hat_id)
);

-- What worked when a rupture was repaired: one sentence, kept for practices.
create table alert_repair (
  alert_id text primary key references alert on delete cascade,
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat on delete cascade,
  words text not null check (length(btrim(words)) between 1 and 500),
  at timestamptz not null
);

-- People to look at again, since something happened: written with the event, so that no crash loses an alert. One row an
-- event: whoever writes waits for nobody, and a row seen is a fact that can be read.
create table alert_due (
  id bigint generated always as identity primary key,
  person_id uuid not null references person on delete cascade,
  since timestamptz not null
);
create index alert_due_person on alert_due (person_id);

-- Whose event it is; null for what is nobody's.
create function person_of_event(event_name text, wanted uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select case split_part(event_name, '.', 1)
      when 'person' then (select p.id from public.person p where p.id = wanted)
      when 'agreement' then (select p.id from public.person p where p.id = wanted)
      when 'referral' then (select w.person_id from public.referral r join public.pathway w on w.id = r.pathway_id where r.id = wanted)
      else coalesce((select w.person_id from public.pathway w where w.id = wanted),
        (select w.person_id from public.note n join public.pathway w on w.id = n.pathway_id where n.id = wanted))
    end
  $$;
create function note_alert_due() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
    declare whose uuid := public.person_of_event(new.name, new.subject);
    begin
      if whose is not null then
        insert into public.alert_due (person_id, since) values (whose, new.happened_at);
      end if;
      return new;
    end $$;
create trigger alert_due after insert on event for each row
  when (new.name like any (array['person.%', 'agreement.%', 'referral.%', 'pathway.%', 'goal.%', 'step.%', 'assessment.%',
    'relay.%', 'note.%', 'appointment.%', 'document.%', 'rupture.%']))
  execute function note_alert_due();

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['person_of_event(text, uuid)', 'note_alert_due()'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
  end loop;
  revoke create on schema public from passerelles_definer;
  foreach name in array array['alert', 'alert_snooze', 'alert_use', 'alert_repair', 'alert_due'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
grant select (id, pathway_id) on note, referral to passerelles_definer;
create policy definer_follows on note for select to passerelles_definer using (true);
grant insert on alert_due to passerelles_definer;
create policy definer_notes on alert_due for insert to passerelles_definer with check (true);

-- The clock raises, follows and ends; it reads no snooze's reason and no words.
grant select, delete on alert_due to passerelles_clock;
grant insert on alert_due to passerelles_clock;
create policy clock_reads on alert_due for select to passerelles_clock using (true);
create policy clock_makes on alert_due for insert to passerelles_clock with check (since = acting_at());
create policy clock_empties on alert_due for delete to passerelles_clock using (true);
grant select, insert, update (level, owner, owner_organisation_id, owner_hat_id, target_id, params, since, risen_at, day, ended_at)
  on alert to passerelles_clock;
create policy clock_follows on alert for all to passerelles_clock using (true) with check (true);

-- Read by whoever leads the pathway, by both sides of a referral, and by nobody else.
grant select on alert, alert_use, alert_repair to passerelles_app;
grant select, insert on alert_snooze to passerelles_app;
grant insert, update (useful, said_at) on alert_use to passerelles_app;
grant insert, update (words, at) on alert_repair to passerelles_app;
create policy lead_reads on alert for select to passerelles_app using (pathway_id in (select led_pathways()));
create policy source_reads on alert for select to passerelles_app
  using (owner = 'source-worker' and owner_organisation_id = (select acting_organisation()) and referral_side(referral_id) = 'source');
create policy target_reads on alert for select to passerelles_app
  using (referral_id in (select received_referrals()) and owner in ('target-organisation', 'manager', 'coordination'));
create policy ours on alert_snooze for select to passerelles_app using (organisation_id = (select acting_organisation()));
create policy put_off on alert_snooze for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and hat_id = (select chosen_hat())
    and alert_id in (select a.id from alert a));
create policy ours on alert_use for select to passerelles_app using (organisation_id = (select acting_organisation()));
create policy said on alert_use for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and hat_id = (select chosen_hat())
    and alert_id in (select a.id from alert a));
create policy changed on alert_use for update to passerelles_app using (hat_id = (select chosen_hat()));
create policy ours on alert_repair for select to passerelles_app using (organisation_id = (select acting_organisation()));
create policy told on alert_repair for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and hat_id = (select chosen_hat())
    and alert_id in (select a.id from alert a));
create policy retold on alert_repair for update to passerelles_app using (hat_id = (select chosen_hat()));

-- Thresholds that a territory decided: never before tomorrow, never taken back, replaced by the next decision.
create table rule_decision (
  id uuid primary key default gen_random_uuid(),
  -- A département by its INSEE code, or « all ».
  territory text not null check (territory ~ '^(all|[0-9][0-9AB][0-9]?)$'),
  decision text not null check (length(btrim(decision)) between 1 and 200),
  effective_on date not null,
  thresholds jsonb not null check (jsonb_typeof(thresholds) = 'array'),
  recorded_at timestamptz not null,
  organisation_id uuid references organisation,
  hat_id uuid not null references hat on delete cascade,
  check (effective_on > (recorded_at at time zone 'Europe/Paris')::date)
);
alter table rule_decision enable row level security;
alter table rule_decision force row level security;
grant select, insert on rule_decision to passerelles_app;
grant select on rule_decision to passerelles_clock;
create policy signed_in_reads on rule_decision for select to passerelles_app using ((select chosen_hat()) is not null);
create policy coordination_decides on rule_decision for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and (select acting_role()) in ('coordinator', 'administrator') and recorded_at = acting_at());
create policy clock_reads on rule_decision for select to passerelles_clock using (true);
