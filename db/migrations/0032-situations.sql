-- Situations brought in a spreadsheet: what a worker gave and what was refused are hers alone, sealed, and gone within a
-- day; what she opened so may be taken back for a day, as long as nobody has touched it.
create table situation_import (
  -- Drawn with the form: the same form sent twice begins one import.
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  hat_id uuid not null references hat on delete cascade,
  organisation_id uuid not null references organisation,
  state text not null default 'open' check (state in ('open', 'done', 'undone')),
  -- Which column says what, by rank, and what to do without a step; nothing until she has said so.
  choices jsonb,
  -- What she confirms is what she saw.
  version integer not null default 1,
  lines integer not null check (lines between 1 and 500),
  people integer not null default 0,
  steps integer not null default 0,
  refused_lines integer not null default 0,
  skipped_lines integer not null default 0,
  removed integer not null default 0,
  made_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  check ((state = 'open') = (done_at is null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index situation_import_hat on situation_import (hat_id, made_at desc);

create table situation_file (
  import_id uuid not null references situation_import on delete cascade,
  kind text not null check (kind in ('given', 'refused')),
  -- By the installation's secret: the database and its copies read nothing of it.
  sealed text not null check (length(sealed) <= 30000000),
  kept_until timestamptz not null,
  primary key (import_id, kind)
);
create index situation_file_old on situation_file (kept_until);

create table situation_pathway (
  import_id uuid not null references situation_import on delete cascade,
  pathway_id uuid not null references pathway on delete cascade,
  primary key (import_id, pathway_id)
);
create index situation_pathway_pathway on situation_pathway (pathway_id);

do $$
declare
  name text;
begin
  foreach name in array array['situation_import', 'situation_file', 'situation_pathway'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

grant select, insert, update (state, choices, version, people, steps, refused_lines, skipped_lines, removed, done_at, undone_at), delete
  on situation_import to passerelles_app;
create policy own on situation_import for select to passerelles_app
  using (hat_id = (select (acting_hat()).id) and (select acting_role()) = 'worker');
create policy begun on situation_import for insert to passerelles_app
  with check (hat_id = (select (acting_hat()).id) and account_id = (select acting_account())
    and organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker'
    and state = 'open' and made_at = (select acting_at()));
create policy moved on situation_import for update to passerelles_app
  using (hat_id = (select (acting_hat()).id) and (select acting_role()) = 'worker' and state <> 'undone')
  with check (hat_id = (select (acting_hat()).id));
create policy given_up on situation_import for delete to passerelles_app
  using (hat_id = (select (acting_hat()).id) and (select acting_role()) = 'worker' and state = 'open');

-- Past its day a file is as if it did not exist, even before the clock has thrown it away.
grant select, insert, delete on situation_file to passerelles_app;
create policy own on situation_file for select to passerelles_app
  using (kept_until > (select acting_at()) and import_id in (select i.id from situation_import i));
create policy kept on situation_file for insert to passerelles_app
  with check (kept_until <= (select acting_at()) + interval '24 hours' and import_id in (select i.id from situation_import i));
create policy thrown on situation_file for delete to passerelles_app
  using (import_id in (select i.id from situation_import i));

-- Only what this very act opens can be taken back later.
grant select, insert on situation_pathway to passerelles_app;
create policy own on situation_pathway for select to passerelles_app using (import_id in (select i.id from situation_import i));
create policy opened_now on situation_pathway for insert to passerelles_app
  with check (import_id in (select i.id from situation_import i where i.state = 'open') and pathway_id in (
    select w.id from pathway w join person p on p.id = w.person_id
    where p.opened_at = (select acting_at()) and p.opened_by = (select acting_organisation())
      and w.lead_hat_id = (select chosen_hat())));

-- The clock throws away what is a day old, and reads none of it.
grant select (import_id, kept_until), delete on situation_file to passerelles_clock;
create policy clock_sees_age on situation_file for select to passerelles_clock using (true);
create policy clock_throws on situation_file for delete to passerelles_clock using (kept_until <= acting_at());
grant select (id, state, made_at), delete on situation_import to passerelles_clock;
create policy clock_sees_age on situation_import for select to passerelles_clock using (true);
create policy clock_throws on situation_import for delete to passerelles_clock
  using (state = 'open' and made_at <= acting_at() - interval '24 hours');

-- Somebody followed before she was known here: her silences count from the day she is.
grant select (opened_at) on person to passerelles_clock;

-- Takes back what one import opened and nobody has touched since: no event but its own, nothing written, sent or agreed.
-- Returns how many pathways went; null where there is nothing to take back any more.
create function undo_situations(wanted uuid) returns integer language plpgsql volatile security definer
  set search_path = pg_catalog, public
  as $$
    declare
      me public.hat := public.acting_hat();
      own bigint;
      gone integer;
    begin
      if me.role is distinct from 'worker' or not exists (select from public.situation_import i where i.id = wanted and i.hat_id = me.id
          and i.state = 'done' and i.done_at > public.acting_at() - interval '24 hours') then
        return null;
      end if;
      -- Whoever is writing there now ends first, and is then seen below.
      perform w.id from public.pathway w
        where w.id in (select s.pathway_id from public.situation_pathway s where s.import_id = wanted)
        order by w.id for update;
      select min(e.seq) into own from public.event e where e.subject = wanted and e.name = 'situations.imported';
      delete from public.person p where p.id in (
        select w.person_id from public.situation_pathway s join public.pathway w on w.id = s.pathway_id
        where s.import_id = wanted and w.lead_hat_id = me.id
          and not exists (select from public.event e where e.subject in (w.id, w.person_id) and e.seq > own)
          and not exists (select from public.pathway o where o.person_id = w.person_id and o.id <> w.id)
          and not exists (select from public.note n where n.pathway_id = w.id)
          and not exists (select from public.attachment f where f.pathway_id = w.id)
          and not exists (select from public.referral r where r.pathway_id = w.id)
          and not exists (select from public.agreement a where a.person_id = w.person_id));
      get diagnostics gone = row_count;
      return gone;
    end $$;
grant create on schema public to passerelles_definer;
alter function undo_situations(uuid) owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function undo_situations(uuid) from public;
grant execute on function undo_situations(uuid) to passerelles_app;
grant select (id, hat_id, state, done_at) on situation_import to passerelles_definer;
grant select on situation_pathway to passerelles_definer;
grant select (seq, name, subject) on event to passerelles_definer;
grant select (id, pathway_id) on attachment to passerelles_definer;
grant delete on person to passerelles_definer;
create policy definer_reads on situation_import for select to passerelles_definer using (true);
create policy definer_reads on situation_pathway for select to passerelles_definer using (true);
create policy definer_reads on event for select to passerelles_definer using (true);
create policy definer_reads on attachment for select to passerelles_definer using (true);
create policy definer_holds on pathway for update to passerelles_definer
  using (id in (select s.pathway_id from situation_pathway s)) with check (false);
create policy definer_takes_back on person for delete to passerelles_definer
  using (id in (select w.person_id from situation_pathway s join pathway w on w.id = s.pathway_id));
