-- Applied after the queue's own migrations, each time: jobs are taken by passerelles_queue and added through one function.
grant usage on schema graphile_worker to passerelles_queue;
grant select, insert, update, delete on all tables in schema graphile_worker to passerelles_queue;
grant usage on all sequences in schema graphile_worker to passerelles_queue;
grant execute on all functions in schema graphile_worker to passerelles_queue;

do $$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity loop
    execute format('alter table graphile_worker.%I force row level security', name);
    if not exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = name) then
      execute format('create policy queue_only on graphile_worker.%I to passerelles_queue using (true) with check (true)', name);
    end if;
  end loop;
end $$;

-- A job exists if and only if its cause was committed; it carries the actor who asked, under whose rights it will run.
create or replace function public.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
  language sql security definer set search_path = pg_catalog, graphile_worker
  as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12) $$;
grant create on schema public to passerelles_queue;
alter function public.enqueue(text, json, timestamptz, text) owner to passerelles_queue;
revoke create on schema public from passerelles_queue;
revoke execute on function public.enqueue(text, json, timestamptz, text) from public;
grant execute on function public.enqueue(text, json, timestamptz, text) to passerelles_app, passerelles_door, passerelles_operator, passerelles_definer, passerelles_guest, passerelles_clock, passerelles_person;
