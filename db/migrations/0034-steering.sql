-- What a territory sees of ruptures: counts of distinct people, by rule, quarter, place and age. No name, no id, no word;
-- what is small is hidden before it leaves the server.

-- The people who live in the territory of whoever coordinates or facilitates it, and in which commune of today.
create function steered_people() returns table (person_id uuid, commune_code text) language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with me as materialized (select (public.acting_hat()).*),
    members as materialized (
      select t.commune_code from me join public.territory_commune t on t.kind = me.territory_kind and t.code = me.territory_code
      where me.role in ('coordinator', 'facilitator')
        and t.year = (select max(y.year) from public.territory y where y.kind = t.kind and y.code = t.code))
    select p.id, c.current_code from public.person p join public.commune c on c.code = p.commune_code
    where c.current_code in (select m.commune_code from members m)
  $$;

-- One row a figure: which part of the page, its rule or place, its column, and how many distinct people.
create function rupture_figures() returns table (part text, line text, col text, people integer, median_days numeric, late_days numeric)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    with today as (select (public.acting_at() at time zone 'Europe/Paris')::date as day),
    lives as materialized (select * from public.steered_people()),
    seen as materialized (
      select a.rule, a.person_id, a.level, a.day, a.risen_at, a.ended_at, lives.commune_code
      from public.alert a join lives using (person_id), today where a.ended_at is null or a.ended_at > today.day - 730),
    ruptures as (select * from seen where level in ('rupture', 'last-call')),
    -- Of each person and rule still open, the oldest alert; of each person, whether one of hers is a rupture.
    waiting as (select rule, person_id, min(day) as since from seen where ended_at is null group by rule, person_id),
    gravest as (
      select person_id, min(commune_code) as commune_code, bool_or(level in ('rupture', 'last-call')) as rupture
      from seen, today where ended_at is null group by person_id),
    places as (
      select t.commune_code, t.code, name.name from public.territory_commune t
        join public.territory name on name.kind = t.kind and name.code = t.code and name.year = t.year
      where t.kind = 'epci' and t.year = (select max(year) from public.territory where kind = 'epci'))
    select 'quarter', rule, to_char(ruptures.day, 'YYYY-"T"Q'), count(distinct person_id)::integer, null::numeric, null::numeric
      from ruptures, today where ruptures.day >= date_trunc('quarter', today.day) - interval '12 months' group by 2, 3
    union all
    select 'now', rule, case when today.day - since <= 7 then 'week' when today.day - since <= 30 then 'month' else 'older' end,
      count(distinct person_id)::integer, null, null from waiting, today group by 2, 3
    union all
    select 'place', coalesce(places.name, '-'), case when rupture then 'rupture' else 'attention' end, count(*)::integer, null, null
      from gravest left join places using (commune_code) group by 2, 3
    union all
    select 'delay', rule, 'repaired', count(distinct person_id)::integer,
      percentile_cont(0.5) within group (order by extract(epoch from ended_at - risen_at) / 86400)::numeric,
      percentile_cont(0.8) within group (order by extract(epoch from ended_at - risen_at) / 86400)::numeric
      from ruptures, today where ended_at > today.day - 365 group by 2
    union all
    select 'use', a.rule, to_char(u.said_at at time zone 'Europe/Paris', 'YYYY-"T"Q') || case when u.useful then ' yes' else ' no' end,
      count(*)::integer, null, null
      from public.alert_use u join public.alert a on a.id = u.alert_id join lives on lives.person_id = a.person_id, today
      where u.said_at > today.day - 365 group by 2, 3
  $$;

-- The collective of a territory agreed that figures be shown per organisation, until it says otherwise.
create table shown_per_organisation (
  id uuid primary key default gen_random_uuid(),
  territory_kind text not null,
  territory_code text not null,
  -- The decision, as the collective names it.
  decision text not null check (length(btrim(decision)) between 1 and 200),
  hat_id uuid not null references hat on delete cascade,
  recorded_at timestamptz not null,
  ended_at timestamptz
);
create unique index shown_per_organisation_now on shown_per_organisation (territory_kind, territory_code) where ended_at is null;
alter table shown_per_organisation enable row level security;
alter table shown_per_organisation force row level security;
grant select, insert, update (ended_at) on shown_per_organisation to passerelles_app;
grant select on shown_per_organisation to passerelles_definer;
create policy definer_reads on shown_per_organisation for select to passerelles_definer using (true);
create policy territory_reads on shown_per_organisation for select to passerelles_app
  using ((territory_kind, territory_code) in (select h.territory_kind, h.territory_code from acting_hat() h
    where h.role in ('coordinator', 'facilitator')));
create policy coordination_agrees on shown_per_organisation for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and recorded_at = acting_at() and ended_at is null
    and (territory_kind, territory_code) in (select h.territory_kind, h.territory_code from acting_hat() h where h.role = 'coordinator'));
create policy coordination_ends on shown_per_organisation for update to passerelles_app
  using ((territory_kind, territory_code) in (select h.territory_kind, h.territory_code from acting_hat() h where h.role = 'coordinator'))
  with check (ended_at = acting_at());

-- The départements where lives somebody of the territory that the acting hat steers: whose rules it may decide.
create function steered_departments() returns setof text language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select distinct c.department_code from public.acting_hat() h
      join public.territory_commune t on t.kind = h.territory_kind and t.code = h.territory_code
      join public.commune c on c.code = t.commune_code
    where h.role in ('coordinator', 'facilitator') and c.department_code is not null
      and t.year = (select max(y.year) from public.territory y where y.kind = t.kind and y.code = t.code)
  $$;
-- Thresholds are decided for one's own territory, and for everywhere by those who administer the platform.
drop policy coordination_decides on rule_decision;
create policy coordination_decides on rule_decision for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and recorded_at = acting_at()
    and ((select acting_role()) = 'coordinator' and territory in (select steered_departments())
      or (select acting_role()) = 'administrator'));

-- The same figures per organisation, of the rules that are about organisations; nothing until the collective has agreed.
create function rupture_figures_by_organisation() returns table (line text, rule text, people integer)
  language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select o.name, a.rule, count(distinct a.person_id)::integer
    from public.alert a join public.steered_people() lives on lives.person_id = a.person_id
      join public.organisation o on o.id = coalesce(a.target_id, a.owner_organisation_id)
    where exists (select from public.acting_hat() h join public.shown_per_organisation s
        on s.territory_kind = h.territory_kind and s.territory_code = h.territory_code and s.ended_at is null)
      and a.rule = any (array['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R12', 'R13', 'R14', 'R15', 'R19']) and a.level in ('rupture', 'last-call')
      and a.day > (public.acting_at() at time zone 'Europe/Paris')::date - 365
    group by o.id, o.name, a.rule
  $$;

grant select (id, rule, level, person_id, target_id, owner_organisation_id, day, risen_at, ended_at) on alert to passerelles_definer;
create policy definer_counts on alert for select to passerelles_definer using (true);
grant select (commune_code) on person to passerelles_definer;
grant select (name) on organisation to passerelles_definer;
grant select (alert_id, useful, said_at) on alert_use to passerelles_definer;
create policy definer_counts on alert_use for select to passerelles_definer using (true);
grant select on territory, territory_commune, commune to passerelles_definer;
create policy definer_counts on territory for select to passerelles_definer using (true);
create policy definer_counts on territory_commune for select to passerelles_definer using (true);
create policy definer_counts on commune for select to passerelles_definer using (true);

do $$
declare
  name text;
begin
  grant create on schema public to passerelles_definer;
  foreach name in array array['steered_people()', 'steered_departments()', 'rupture_figures()', 'rupture_figures_by_organisation()'] loop
    execute format('alter function %s owner to passerelles_definer', name);
    execute format('revoke execute on function %s from public', name);
  end loop;
  grant execute on function rupture_figures(), rupture_figures_by_organisation(), steered_departments() to passerelles_app;
  revoke create on schema public from passerelles_definer;
end $$;
grant execute on function steered_people() to passerelles_definer;
