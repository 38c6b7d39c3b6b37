-- Who was told that an organisation stays silent, and when: dates and counts, no word about anybody. Each step once.
create table silence_step (
  referral_id uuid not null references referral on delete cascade,
  step text not null check (step in ('reminder', 'managers', 'coordination')),
  at timestamptz not null,
  -- How many were written to: nobody to write to is said too.
  told integer not null check (told >= 0),
  primary key (referral_id, step)
);
alter table silence_step enable row level security;
alter table silence_step force row level security;

-- Both sides read the same dates; a guest, those of the referral whose link is held.
grant select on silence_step to passerelles_app, passerelles_guest, passerelles_clock;
create policy parties_read on silence_step for select to passerelles_app using (referral_side(referral_id) is not null);
create policy guest_reads on silence_step for select to passerelles_guest
  using (referral_id = (select (held_link('answer')).referral_id));
create policy clock_reads on silence_step for select to passerelles_clock using (true);
grant insert on silence_step to passerelles_clock;
create policy clock_tells on silence_step for insert to passerelles_clock with check (at = acting_at());

-- Whom a referral was sent to, or who was called: the clock writes to each of them.
grant select on referral_call to passerelles_clock;
create policy clock_reads on referral_call for select to passerelles_clock using (true);

-- Those who answer for a silent organisation (its providers), each account once.
create function silence_managers(wanted uuid[]) returns table (referral_id uuid, organisation_id uuid, hat_id uuid, email text)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with asked as (
      select r.id, r.to_organisation_id as organisation_id from public.referral r
        where r.id = any (wanted) and r.to_organisation_id is not null
      union all
      select r.id, c.organisation_id from public.referral r join public.referral_call c on c.referral_id = r.id
        where r.id = any (wanted) and r.to_organisation_id is null)
    select distinct on (asked.id, a.id) asked.id, h.organisation_id, h.id, a.email
    from asked join public.hat h on h.organisation_id = asked.organisation_id and h.role = 'provider' and h.ended_at is null
      join public.account a on a.id = h.account_id and a.suspended_at is null
    order by asked.id, a.id, h.id
  $$;

-- Those who coordinate the smallest territory that has somebody: of her commune, else of the département asked.
create function silence_coordinators(wanted uuid[]) returns table (referral_id uuid, hat_id uuid, email text)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with near as (
      select r.id, c.code as commune_code, null::text as department from public.referral r
        join public.commune known on known.code = r.commune_code join public.commune c on c.code = known.current_code
        where r.id = any (wanted)
      union all
      select r.id, null, r.department from public.referral r where r.id = any (wanted)
        and not exists (select from public.commune known where known.code = r.commune_code)),
    over_it as (
      select near.id, t.kind, t.code from near join public.territory_commune t on t.commune_code = near.commune_code
      union
      select near.id, t.kind, t.code from near join public.commune c on c.department_code = near.department
        join public.territory_commune t on t.commune_code = c.code and t.kind in ('department', 'region')),
    worn as (
      select over_it.id, h.id as hat_id, a.id as account_id, a.email,
        rank() over (partition by over_it.id order by array_position(array['region', 'department'], h.territory_kind) desc nulls first) as nth
      from over_it join public.hat h on h.territory_kind = over_it.kind and h.territory_code = over_it.code
          and h.role in ('coordinator', 'facilitator') and h.ended_at is null
        join public.account a on a.id = h.account_id and a.suspended_at is null)
    select distinct on (id, account_id) id, hat_id, email from worn where nth = 1 order by id, account_id, hat_id
  $$;
grant select on commune, territory_commune to passerelles_definer;
create policy definer_reads on commune for select to passerelles_definer using (true);
create policy definer_reads on territory_commune for select to passerelles_definer using (true);

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['silence_managers(uuid[])', 'silence_coordinators(uuid[])'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to passerelles_clock', name);
  end loop;
  revoke create on schema public from passerelles_definer;
end $$;
