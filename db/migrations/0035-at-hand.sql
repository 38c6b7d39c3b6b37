-- The pathway that an act is about, said once: its rows are decided by one question, however many people the organisation
-- follows. Saying it opens nothing: each policy below asks whether the actor may read it, as the others do for sets.
create function at_hand() returns uuid language sql stable
  as $$ select nullif(current_setting('app.pathway', true), '')::uuid $$;
revoke execute on function at_hand() from public;
grant execute on function at_hand() to passerelles_app, passerelles_definer;

create function pathway_at_hand(needed integer) returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select w from (select public.at_hand() as w) one where w is not null and public.reads_pathway(w, needed) $$;
-- Level 1 is also how an emergency and an agreement at any level know her.
create function person_at_hand() returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select p.person_id from public.pathway p where p.id = public.pathway_at_hand(1) $$;
create function led_at_hand() returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select w from (select public.at_hand() as w) one where w is not null and public.leads_pathway(w) $$;
create function led_person_at_hand() returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select p.person_id from public.pathway p where p.id = public.led_at_hand() $$;
-- The question of open_subjects, for the pathway at hand.
create function subjects_at_hand() returns table (pathway_id uuid, subject text) language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select w, s from public.led_at_hand() w, unnest(array['housing', 'food', 'money', 'rights', 'mobility', 'digital', 'reading',
      'training', 'work', 'links', 'health', 'addiction', 'justice', 'violence', 'migration', 'children']) s
    where w is not null
    union
    select w.id, s from me join public.pathway w on w.id = public.at_hand()
      join public.agreement a on a.person_id = w.person_id and a.organisation_id = me.organisation_id, unnest(a.domains) s
      where me.role = 'worker' and a.level in (4, 5) and a.way <> 'referral'
        and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()
  $$;
-- A referral leads to its pathway: whoever moves it does not learn whose it is, the policies decide as ever.
create function hold_referral(wanted uuid) returns void language sql volatile security definer
  set search_path = pg_catalog, public
  as $$ select set_config('app.pathway', r.pathway_id::text, true) from public.referral r where r.id = wanted $$;

-- Asked of one pathway at a time, wherever it is asked.
create or replace function pathway_words(wanted uuid) returns table (id uuid, words text, pause_reason text, closing_words text)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select w.id, w.words, w.pause_reason, w.closing_words from public.pathway w
    where w.id = wanted and public.reads_pathway(wanted, 3)
  $$;

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['pathway_at_hand(integer)', 'person_at_hand()', 'led_at_hand()', 'led_person_at_hand()', 'subjects_at_hand()',
    'hold_referral(uuid)'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to passerelles_app', name);
  end loop;
  revoke create on schema public from passerelles_definer;

  -- PostgreSQL tries policies from the last name to the first: these spare the sets when they say yes.
  foreach name in array array['goal', 'step', 'appointment', 'document', 'signature', 'unmet_need'] loop
    execute format('create policy when_at_hand on %I for select to passerelles_app using (pathway_id = (select pathway_at_hand(3)))', name);
  end loop;
  foreach name in array array['relay', 'referral', 'alert'] loop
    execute format('create policy when_at_hand on %I for select to passerelles_app using (pathway_id = (select led_at_hand()))', name);
  end loop;
  foreach name in array array['agreement', 'legal_ground', 'break_glass', 'person_code', 'access_log'] loop
    execute format('create policy when_at_hand on %I for select to passerelles_app using (person_id = (select led_person_at_hand()))', name);
  end loop;
  foreach name in array array['note', 'attachment'] loop
    execute format('create policy when_at_hand on %I for select to passerelles_app
      using (shared and subject is null and pathway_id = (select pathway_at_hand(3)))', name);
    execute format('create policy when_at_hand_ours on %I for select to passerelles_app
      using (organisation_id = (select acting_organisation()) and pathway_id = (select pathway_at_hand(1)))', name);
    execute format('create policy when_at_hand_subject on %I for select to passerelles_app
      using (shared and (pathway_id, subject) in (select s.pathway_id, s.subject from subjects_at_hand() s))', name);
  end loop;
end $$;
create policy when_at_hand on person for select to passerelles_app using (id = (select person_at_hand()));
create policy when_at_hand on pathway for select to passerelles_app using (id = (select pathway_at_hand(1)));
create policy when_at_hand on assessment for select to passerelles_app
  using (pathway_id in (select pathway_id from subjects_at_hand()));
create policy when_at_hand on assessment_answer for select to passerelles_app
  using ((pathway_id, subject) in (select s.pathway_id, s.subject from subjects_at_hand() s));
create policy when_at_hand on event for select to passerelles_app
  using (name like any (array['pathway.%', 'goal.%', 'step.%', 'assessment.%', 'relay.%', 'note.%', 'attachment.%', 'appointment.%', 'document.%'])
    and subject = (select pathway_at_hand(3)));
create policy when_at_hand on referral_field for select to passerelles_app
  using (referral_id in (select r.id from referral r where r.pathway_id = (select led_at_hand())));
-- What the lead organisation sent, it moves.
create policy when_at_hand_moves on referral for update to passerelles_app
  using (from_organisation_id = (select acting_organisation()) and pathway_id = (select led_at_hand()));
