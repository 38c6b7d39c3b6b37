-- People, and who may read what about them, from whom, until when. Nothing is shared by default: a second organisation
-- knows a person only by her own code, by a referral she agreed to or by an invitation she accepted, each an agreement.
create function acting_at() returns timestamptz language sql stable
  set search_path = pg_catalog
  as $$ select coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()) $$;

create table person (
  id uuid primary key default gen_random_uuid(),
  -- A first name or a pseudonym: the only thing asked. Never a social security number.
  name text not null check (length(btrim(name)) between 1 and 80),
  -- Protected: seen in an emergency, with a reason. Closed (violence, witness): by the lead worker and named agreements only.
  protection text not null default 'ordinary' check (protection in ('ordinary', 'protected', 'closed')),
  -- What travels with every payload: whether and how she may be contacted without danger.
  contact_rule text not null default 'free' check (contact_rule in ('free', 'careful', 'never')),
  safe_contact text check (length(safe_contact) between 1 and 500),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 254),
  language text check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  interpreter boolean not null default false,
  birth_year smallint check (birth_year between 1900 and 2100),
  commune_code text references commune,
  opened_by uuid not null references organisation,
  opened_at timestamptz not null,
  version integer not null default 1
);
create index person_opened_by on person (opened_by);

-- The spoken or printed code by which a person makes herself known elsewhere; only its hash is kept.
create table person_code (
  code_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index person_code_person on person_code (person_id);

create table pathway (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  state text not null default 'to-open' check (state in ('to-open', 'active', 'paused', 'closed')),
  -- One named lead worker, always. The name is kept: other organisations and the person read it.
  lead_hat_id uuid not null references hat,
  lead_organisation_id uuid not null references organisation,
  lead_name text not null,
  -- « Commencez par une phrase de la personne. »
  words text check (length(words) between 1 and 2000),
  opened_at timestamptz not null,
  pause_reason text check (length(pause_reason) between 1 and 500),
  review_on date,
  closed_at timestamptz,
  closing_reason text check (closing_reason in ('goals-reached', 'moved', 'no-longer-wishes', 'lost-contact', 'relayed', 'died', 'other')),
  closing_words text check (length(closing_words) between 1 and 1000),
  no_further_support boolean,
  -- Six months after closing: taking news.
  check_on date,
  reopened_at timestamptz,
  version integer not null default 1,
  check ((state = 'paused') = (review_on is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state <> 'closed' or (closing_reason is not null and check_on is not null))
);
create unique index pathway_one_open on pathway (person_id) where state <> 'closed';
create index pathway_lead on pathway (lead_organisation_id, lead_hat_id);
create index pathway_person on pathway (person_id);

-- What is shared: person × level × named organisation × purpose × until × proof × language. Never without an end.
-- Levels: 1 identity and contact; 2 this request; 3 steps and appointments; 4 assessment, by domain; 5 sensitive
-- subjects, which no other level contains.
create table agreement (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  team text check (length(team) between 1 and 80),
  level smallint not null check (level between 1 and 5),
  domains text[] not null default '{}',
  purpose text not null check (purpose in ('follow-up', 'referral', 'relay', 'open-rights', 'lodging', 'health', 'work')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  proof text not null check (proof in ('signed', 'oral', 'click', 'helper', 'code')),
  witness text check (length(witness) between 1 and 120),
  language text not null default 'fr',
  -- Which version of the sentences she was read.
  text_version text not null,
  way text not null check (way in ('code', 'referral', 'invitation', 'relay')),
  recorded_by uuid not null references organisation,
  recorded_by_hat uuid references hat,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by text check (revoked_by in ('person', 'helper', 'worker')),
  revoked_way text check (revoked_way in ('in-person', 'phone', 'paper', 'her-space')),
  check (ends_at > starts_at and ends_at <= starts_at + interval '366 days'),
  check ((level in (4, 5)) = (domains <> '{}')),
  check (level <> 4 or domains <@ array['housing', 'food', 'money', 'rights', 'mobility', 'digital', 'reading', 'training', 'work', 'links']),
  check (level <> 5 or domains <@ array['health', 'addiction', 'justice', 'violence', 'migration', 'children']),
  check (proof not in ('oral', 'helper') or witness is not null),
  check (level <> 5 or (proof <> 'code' and cardinality(domains) = 1)),
  check ((revoked_at is null) = (revoked_by is null))
);
create index agreement_person on agreement (person_id);
create index agreement_organisation on agreement (organisation_id, ends_at) where revoked_at is null;
create index agreement_ending on agreement (ends_at) where revoked_at is null;

-- Which end the lead worker was told of, how many days before: once each.
create table agreement_reminder (
  agreement_id uuid not null references agreement on delete cascade,
  days smallint not null check (days in (30, 14, 7)),
  told_at timestamptz not null,
  primary key (agreement_id, days)
);

-- Why the law allows it, kept apart from what she agreed to: an agreement is not a legal basis.
create table legal_ground (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  -- CASF L121-6-2; CSP L1110-4; CASF L226-2-2; RGPD 6-1-d; RGPD 6-1-c.
  ground text not null check (ground in ('social-work', 'care-team', 'child-protection', 'vital-interest', 'legal-duty')),
  explanation text not null check (length(btrim(explanation)) between 10 and 1000),
  recorded_by uuid not null references organisation,
  recorded_by_hat uuid not null references hat,
  recorded_at timestamptz not null
);
create index legal_ground_person on legal_ground (person_id);

-- An emergency opens a protected file for three hours, to one worker, with a reason; never a closed one.
create table break_glass (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  account_id uuid not null,
  hat_id uuid not null references hat,
  organisation_id uuid not null references organisation,
  worker_name text not null,
  reason text not null check (reason in ('danger', 'lodging-tonight', 'legal-duty')),
  explanation text not null check (length(btrim(explanation)) between 10 and 1000),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  -- The person is told within a day; later only for her safety, and the motive is written.
  told_at timestamptz,
  delayed_because text check (length(delayed_because) between 10 and 500),
  reviewed_at timestamptz,
  reviewed_by uuid references hat,
  review text check (review in ('justified', 'not-justified')),
  check (ends_at = opened_at + interval '3 hours'),
  check ((reviewed_at is null) = (review is null))
);
create index break_glass_hat on break_glass (hat_id, ends_at);
create index break_glass_person on break_glass (person_id);

-- Who opened what, and when: the person reads it in plain words. Nobody changes it.
create table access_log (
  id bigint generated always as identity primary key,
  person_id uuid not null references person on delete cascade,
  at timestamptz not null,
  account_id uuid,
  hat_id uuid,
  organisation_id uuid,
  worker_name text not null default '',
  what text not null check (what in ('identity', 'pathway', 'assessment', 'referral', 'attachment', 'notes', 'break-glass', 'printed'))
);
create index access_log_person on access_log (person_id, at desc);

-- An act refused: who tried what on what. Kept although the act itself was undone.
create table refused_act (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id uuid,
  hat_id uuid,
  act text not null check (act ~ '^[a-z-]+\.[a-z-]+$'),
  subject uuid not null
);
create index refused_act_at on refused_act (at);

-- What is being typed, kept on the server until it is sent; read by its author alone.
create table draft (
  account_id uuid not null references account on delete cascade,
  key text not null check (length(key) between 1 and 120),
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, key)
);

-- The person whose code was just typed, as the act says it; the code itself is never told to the database.
create function person_of_code() returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select person_id from public.person_code
    where code_hash = decode(nullif(current_setting('app.code', true), ''), 'hex')
      and ended_at is null and expires_at > public.acting_at()
  $$;

-- The people of whom the acting worker may read a level from 1 to 3, once per statement.
create function open_people(wanted integer) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select w.person_id from me join public.pathway w on w.lead_organisation_id = me.organisation_id
      join public.person p on p.id = w.person_id
      where me.role = 'worker' and (p.protection <> 'closed' or w.lead_hat_id = me.id)
    union all
    select a.person_id from me join public.agreement a on a.organisation_id = me.organisation_id
      -- a referral opens what it carries, field by field, and nothing else
      where me.role = 'worker' and a.level between wanted and 4 and a.way <> 'referral'
        and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()
    union all
    select b.person_id from me join public.break_glass b on b.hat_id = me.id
      join public.person p on p.id = b.person_id
      where me.role = 'worker' and wanted <= 3 and b.ends_at > public.acting_at() and p.protection = 'protected'
  $$;
create function open_pathways(wanted integer) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select w.id from public.open_people(wanted) p join public.pathway w on w.person_id = p $$;

-- The pathways that the acting worker's organisation leads.
create function led_pathways() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select w.id from me join public.pathway w on w.lead_organisation_id = me.organisation_id
      join public.person p on p.id = w.person_id
      where me.role = 'worker' and (p.protection <> 'closed' or w.lead_hat_id = me.id)
  $$;
-- Words about her: why she is here, why it paused, how it closed. Read with the steps.
create function pathway_words(wanted uuid) returns table (id uuid, words text, pause_reason text, closing_words text)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select w.id, w.words, w.pause_reason, w.closing_words from public.pathway w
    where w.id = wanted and w.id in (select public.open_pathways(3))
  $$;
create function led_people() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select w.person_id from public.led_pathways() led join public.pathway w on w.id = led $$;

-- The closed files that her organisation leads by another: even what colleagues wrote there is theirs no more to read.
create function hidden_pathways() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select w.id from me join public.pathway w on w.lead_organisation_id = me.organisation_id and w.lead_hat_id <> me.id
      join public.person p on p.id = w.person_id and p.protection = 'closed'
  $$;

-- Where the acting worker may write: where she leads, and where steps are shared; an emergency only reads.
create function written_pathways() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select public.led_pathways()
    union all
    select w.id from me join public.agreement a on a.organisation_id = me.organisation_id
      join public.pathway w on w.person_id = a.person_id
      where me.role = 'worker' and a.level in (3, 4) and a.way <> 'referral'
        and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()
  $$;

-- What is shared beyond steps, subject by subject: domains of the assessment (level 4), sensitive subjects (level 5).
create function open_subjects() returns table (pathway_id uuid, subject text) language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select w.id, s from public.led_pathways() led join public.pathway w on w.id = led, unnest(array['housing', 'food', 'money',
      'rights', 'mobility', 'digital', 'reading', 'training', 'work', 'links',
      'health', 'addiction', 'justice', 'violence', 'migration', 'children']) s
    union
    select w.id, s from me join public.agreement a on a.organisation_id = me.organisation_id
      join public.pathway w on w.person_id = a.person_id, unnest(a.domains) s
      where me.role = 'worker' and a.level in (4, 5) and a.way <> 'referral'
        and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()
  $$;

-- The same questions for one pathway or one person: what is written is asked row by row, whatever the size of the organisation.
create function leads_pathway(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    declare me public.hat := public.acting_hat();
    begin
      return me.role = 'worker' and exists (select from public.pathway w join public.person p on p.id = w.person_id
        where w.id = wanted and w.lead_organisation_id = me.organisation_id and (p.protection <> 'closed' or w.lead_hat_id = me.id));
    end $$;
create function reads_pathway(wanted uuid, needed integer) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    declare me public.hat := public.acting_hat();
    begin
      return me.role = 'worker' and (public.leads_pathway(wanted)
        or exists (select from public.pathway w join public.agreement a on a.person_id = w.person_id
          where w.id = wanted and a.organisation_id = me.organisation_id and a.level between needed and 4 and a.way <> 'referral'
            and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at())
        or (needed <= 3 and exists (select from public.pathway w join public.break_glass b on b.person_id = w.person_id
          join public.person p on p.id = w.person_id and p.protection = 'protected'
          where w.id = wanted and b.hat_id = me.id and b.ends_at > public.acting_at())));
    end $$;
create function writes_pathway(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$
    declare me public.hat := public.acting_hat();
    begin
      return me.role = 'worker' and (public.leads_pathway(wanted)
        or exists (select from public.pathway w join public.agreement a on a.person_id = w.person_id
          where w.id = wanted and a.organisation_id = me.organisation_id and a.level in (3, 4) and a.way <> 'referral'
            and a.revoked_at is null and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()));
    end $$;
create function leads_person(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$ begin return exists (select from public.pathway w where w.person_id = wanted and public.leads_pathway(w.id)); end $$;
create function writes_person(wanted uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public
  as $$ begin return exists (select from public.pathway w where w.person_id = wanted and public.writes_pathway(w.id)); end $$;

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['person_of_code()', 'leads_pathway(uuid)', 'reads_pathway(uuid, integer)', 'writes_pathway(uuid)', 'leads_person(uuid)', 'writes_person(uuid)',
    'open_people(integer)', 'open_pathways(integer)', 'led_pathways()',
    'pathway_words(uuid)', 'led_people()', 'hidden_pathways()', 'written_pathways()', 'open_subjects()'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to passerelles_app', name);
  end loop;
  revoke create on schema public from passerelles_definer;
  foreach name in array array['person', 'person_code', 'pathway', 'agreement', 'agreement_reminder', 'legal_ground', 'break_glass',
    'access_log', 'refused_act', 'draft'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  -- What the functions above look at to decide, and nothing else.
  foreach name in array array['person', 'person_code', 'pathway', 'agreement', 'break_glass'] loop
    execute format('create policy definer_reads on %I for select to passerelles_definer using (true)', name);
  end loop;
end $$;
grant select (id, protection) on person to passerelles_definer;
grant select on person_code, agreement, break_glass to passerelles_definer;
grant select (id, person_id, lead_hat_id, lead_organisation_id, state, words, pause_reason, closing_words) on pathway to passerelles_definer;
grant execute on function acting_hat() to passerelles_definer;

grant select, insert, update (name, protection, contact_rule, safe_contact, phone, email, language, interpreter, birth_year, commune_code, version)
  on person to passerelles_app;
create policy shared_identity on person for select to passerelles_app using (id in (select open_people(1)));
create policy open_person on person for insert to passerelles_app
  with check (opened_by = (select acting_organisation()) and (select acting_role()) = 'worker');
create policy lead_changes on person for update to passerelles_app using (leads_person(id));

grant select (person_id, made_at, expires_at, ended_at), insert, update (ended_at) on person_code to passerelles_app;
create policy lead_reads on person_code for select to passerelles_app using (person_id in (select led_people()));
create policy lead_makes on person_code for insert to passerelles_app with check (leads_person(person_id));
create policy lead_ends on person_code for update to passerelles_app using (leads_person(person_id));

-- Words about her are told with the steps (pathway_words), not with her identity.
grant select (id, person_id, state, lead_hat_id, lead_organisation_id, lead_name, opened_at, review_on, closed_at, closing_reason,
  no_further_support, check_on, reopened_at, version), insert on pathway to passerelles_app;
grant update (state, lead_hat_id, lead_organisation_id, lead_name, words, pause_reason, review_on, closed_at, closing_reason,
  closing_words, no_further_support, check_on, reopened_at, version) on pathway to passerelles_app;
create policy known_pathway on pathway for select to passerelles_app using (person_id in (select open_people(1)));
create policy open_pathway on pathway for insert to passerelles_app
  with check (lead_organisation_id = (select acting_organisation()) and lead_hat_id = (select chosen_hat())
    and (select acting_role()) = 'worker');
create policy lead_moves on pathway for update to passerelles_app
  using (leads_pathway(id)) with check (lead_organisation_id is not null);

grant select, insert, update (revoked_at, revoked_by, revoked_way) on agreement to passerelles_app;
create policy lead_reads on agreement for select to passerelles_app using (person_id in (select led_people()));
create policy ours on agreement for select to passerelles_app using (organisation_id = (select acting_organisation()));
create policy recorded_here on agreement for select to passerelles_app using (recorded_by = (select acting_organisation()));
create policy lead_records on agreement for insert to passerelles_app
  with check (recorded_by = (select acting_organisation()) and recorded_by_hat = (select chosen_hat())
    and way <> 'code' and leads_person(person_id));
create policy known_by_her_code on agreement for insert to passerelles_app
  with check (recorded_by = (select acting_organisation()) and recorded_by_hat = (select chosen_hat())
    and organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker'
    and way = 'code' and level = 1 and person_id = (select person_of_code()));
create policy stopped on agreement for update to passerelles_app
  using (revoked_at is null and (leads_person(person_id) or organisation_id = (select acting_organisation()))
    and (select acting_role()) = 'worker')
  with check (revoked_at = (select acting_at()));
-- Stopping a part: what is left of an agreement stopped in this very act, for the same organisation, until the same end.
create function narrows(whose uuid, recipient uuid, wanted integer, named text[], until timestamptz) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select exists (select from public.agreement a
      where a.person_id = whose and a.organisation_id = recipient and a.revoked_at = public.acting_at() and a.ends_at = until
        and (a.level = wanted and a.domains @> named and a.domains <> named
          or a.level between wanted + 1 and 4 and named = '{}'))
  $$;
-- She may tell any organisation that knows her that she stops all: it learns nothing of whom the others are.
create function stop_all_sharing(whose uuid, said text) returns setof uuid language sql volatile security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    update public.agreement set revoked_at = public.acting_at(), revoked_by = 'person', revoked_way = said
    where person_id = whose and revoked_at is null and ends_at > public.acting_at()
      and exists (select from me where me.role = 'worker' and (whose in (select public.led_people())
        or exists (select from public.agreement known where known.person_id = whose and known.organisation_id = me.organisation_id
          and known.revoked_at is null and known.ends_at > public.acting_at())))
    returning id
  $$;
grant update (revoked_at, revoked_by, revoked_way) on agreement to passerelles_definer;
create policy definer_stops on agreement for update to passerelles_definer
  using (revoked_at is null) with check (revoked_at = acting_at());

grant select, insert on legal_ground to passerelles_app;
create policy lead_reads on legal_ground for select to passerelles_app using (person_id in (select led_people()));
create policy lead_explains on legal_ground for insert to passerelles_app
  with check (recorded_by = (select acting_organisation()) and recorded_by_hat = (select chosen_hat()) and leads_person(person_id));

-- An end is announced once, by the clock; nobody else looks.
grant select on agreement_reminder to passerelles_definer;
create policy definer_reads on agreement_reminder for select to passerelles_definer using (true);

grant select, insert, update (told_at, delayed_because, reviewed_at, reviewed_by, review) on break_glass to passerelles_app;
create policy own_emergency on break_glass for select to passerelles_app using (hat_id = (select chosen_hat()));
create policy lead_reads on break_glass for select to passerelles_app using (person_id in (select led_people()));
-- Only for somebody the organisation already knows, or whose code was spoken: an emergency is no search. One at a time.
create function may_break_glass(wanted uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*)
    select exists (select from me join public.person p on p.id = wanted and p.protection = 'protected'
      where me.role = 'worker' and (public.person_of_code() = wanted
        or exists (select from public.agreement a where a.person_id = wanted and a.organisation_id = me.organisation_id))
        -- nothing to open where all that an emergency opens is read already
        and not exists (select from public.pathway w where w.person_id = wanted and w.lead_organisation_id = me.organisation_id)
        and not exists (select from public.agreement a where a.person_id = wanted and a.organisation_id = me.organisation_id
          and a.level in (3, 4) and a.way <> 'referral' and a.revoked_at is null
          and a.starts_at <= public.acting_at() and a.ends_at > public.acting_at()))
  $$;
create function in_emergency() returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select exists (select from public.break_glass where hat_id = public.chosen_hat() and ends_at > public.acting_at()) $$;
-- The person of a pathway that the acting worker cannot read, when an emergency may open it.
create function person_in_danger(pathway uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select person_id from public.pathway w where w.id = pathway and public.may_break_glass(w.person_id) $$;
-- What the collective reads: how many, never who.
create function emergencies_of_month(month date) returns table (opened bigint, justified bigint, not_justified bigint)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select count(*), count(*) filter (where review = 'justified'), count(*) filter (where review = 'not-justified')
    from public.break_glass
    where date_trunc('month', opened_at at time zone 'Europe/Paris') = date_trunc('month', month::timestamp)
  $$;
do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['narrows(uuid, uuid, integer, text[], timestamptz)', 'stop_all_sharing(uuid, text)', 'may_break_glass(uuid)',
    'in_emergency()', 'person_in_danger(uuid)', 'emergencies_of_month(date)'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to passerelles_app', name);
  end loop;
  revoke create on schema public from passerelles_definer;
end $$;
create policy narrowed on agreement for insert to passerelles_app
  with check (recorded_by = (select acting_organisation()) and recorded_by_hat = (select chosen_hat())
    and (select acting_role()) = 'worker' and organisation_id = (select acting_organisation())
    and narrows(person_id, organisation_id, level, domains, ends_at));
create policy emergency on break_glass for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and account_id = (select acting_account()) and organisation_id = (select acting_organisation())
    and opened_at = (select acting_at()) and told_at is null and reviewed_at is null
    and may_break_glass(person_id) and not (select in_emergency()));
-- Told and judged by the lead organisation, never by whoever opened it.
create policy lead_follows on break_glass for update to passerelles_app
  using (leads_person(person_id) and account_id <> (select acting_account()))
  with check (reviewed_by is null or reviewed_by = (select chosen_hat()));

grant select, insert on access_log to passerelles_app;
create policy lead_reads on access_log for select to passerelles_app using (person_id in (select led_people()));
create policy own_reading on access_log for select to passerelles_app using (hat_id = (select chosen_hat()) and account_id = (select acting_account()));
create policy signed on access_log for insert to passerelles_app
  with check (account_id = (select acting_account()) and hat_id = (select chosen_hat()) and organisation_id = (select acting_organisation()));

grant insert on refused_act to passerelles_app;
grant select on refused_act to passerelles_operator;
create policy signed on refused_act for insert to passerelles_app
  with check (account_id is not distinct from (select acting_account()));
create policy operator_reads on refused_act for select to passerelles_operator using (true);

grant select, insert, update, delete on draft to passerelles_app;
create policy own_drafts on draft for all to passerelles_app
  using (account_id = (select acting_account())) with check (account_id = (select acting_account()));
