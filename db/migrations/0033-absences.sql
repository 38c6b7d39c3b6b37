-- Who is away, until when, and to whom her day is handed over; and what a worker set aside from her own day.
create table absence (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  hat_id uuid not null references hat on delete cascade,
  to_hat_id uuid not null references hat on delete cascade,
  from_day date not null,
  until_day date not null,
  said_by_hat_id uuid not null references hat on delete cascade,
  said_at timestamptz not null,
  -- Back earlier, or said by mistake: it stays written.
  ended_at timestamptz,
  check (to_hat_id <> hat_id),
  check (until_day >= from_day and until_day - from_day < 366)
);
create index absence_organisation on absence (organisation_id, until_day) where ended_at is null;

-- « C’est vu »: one line of her list comes back another day. The matter itself does not change.
create table set_aside (
  hat_id uuid not null references hat on delete cascade,
  subject uuid not null,
  until date not null,
  at timestamptz not null,
  primary key (hat_id, subject)
);

do $$
declare
  name text;
begin
  foreach name in array array['absence', 'set_aside'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

-- Somebody may fall ill: a colleague says it for her. What she alone may read stays with her.
grant select, insert, update (ended_at) on absence to passerelles_app;
create policy colleagues_read on absence for select to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker');
create policy colleagues_say on absence for insert to passerelles_app
  with check (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker'
    and said_by_hat_id = (select chosen_hat()) and said_at = (select acting_at()) and ended_at is null
    and hat_id in (select c.hat_id from colleagues() c where c.role = 'worker')
    and to_hat_id in (select c.hat_id from colleagues() c where c.role = 'worker'));
create policy colleagues_end on absence for update to passerelles_app
  using (organisation_id = (select acting_organisation()) and (select acting_role()) = 'worker' and ended_at is null)
  with check (ended_at = (select acting_at()));

grant select, insert, update (until, at) on set_aside to passerelles_app;
create policy own on set_aside for select to passerelles_app using (hat_id = (select chosen_hat()));
create policy put on set_aside for insert to passerelles_app
  with check (hat_id = (select chosen_hat()) and hat_id = (select (acting_hat()).id) and at = (select acting_at()));
create policy put_again on set_aside for update to passerelles_app
  using (hat_id = (select chosen_hat()) and hat_id = (select (acting_hat()).id)) with check (at = (select acting_at()));
