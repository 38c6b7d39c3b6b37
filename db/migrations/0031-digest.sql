-- The mail of the day: who asked for it and for which hour, what each one told, and the buttons that it carries.
create table digest_choice (
  hat_id uuid primary key references hat on delete cascade,
  daily boolean not null,
  -- A whole hour of the clocks where she works.
  hour smallint not null check (hour between 0 and 23),
  urgent boolean not null,
  chosen_at timestamptz not null
);

-- One decision a hat and a day, whether or not a mail came of it: the next one tells only what this one did not know.
create table digest (
  id uuid primary key,
  hat_id uuid not null references hat on delete cascade,
  day date not null,
  decided_at timestamptz not null,
  -- Ids and codes of everything that awaited her; `fresh` is what no mail had told yet.
  marks text[] not null,
  fresh text[] not null,
  posted_at timestamptz,
  unique (hat_id, day)
);

-- An alert mailed at once: one mail, to one hat, ever.
create table digest_urgent (
  alert_id text primary key references alert on delete cascade,
  hat_id uuid not null references hat on delete cascade,
  level text not null check (level in ('rupture', 'last-call')),
  told_at timestamptz not null,
  posted_at timestamptz
);
create index digest_urgent_hat on digest_urgent (hat_id);

-- A button of a mail: one alert, put off once, by the hat it was sent to; known by its hash alone.
create table digest_button (
  token_hash bytea primary key,
  hat_id uuid not null references hat on delete cascade,
  alert_id text not null references alert on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz
);
create index digest_button_hat on digest_button (hat_id);
create index digest_button_alert on digest_button (alert_id);
create index digest_button_expiry on digest_button (expires_at);

do $$
declare
  name text;
begin
  foreach name in array array['digest_choice', 'digest', 'digest_urgent', 'digest_button'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own on %I for select to passerelles_app using (hat_id = (select (acting_hat()).id))', name);
  end loop;
end $$;

-- The door finds whose hour has come, and whose button this is.
grant select on digest_choice, digest_button to passerelles_door;
grant select (hat_id, day) on digest to passerelles_door;
create policy door_reads on digest_choice for select to passerelles_door using (true);
create policy door_reads on digest for select to passerelles_door using (true);
create policy door_reads on digest_button for select to passerelles_door using (true);

-- Everything else is hers: she chooses, her day is read with her own rights, and her button acts as she would.
grant select, insert, update (daily, hour, urgent, chosen_at) on digest_choice to passerelles_app;
create policy own_chosen on digest_choice for insert to passerelles_app
  with check (hat_id = (select (acting_hat()).id) and (select acting_role()) = 'worker' and chosen_at = (select acting_at()));
create policy own_changed on digest_choice for update to passerelles_app
  using (hat_id = (select (acting_hat()).id)) with check (chosen_at = (select acting_at()));
grant select, insert, update (posted_at) on digest to passerelles_app;
create policy own_decided on digest for insert to passerelles_app
  with check (hat_id = (select (acting_hat()).id) and decided_at = (select acting_at()) and posted_at is null);
create policy own_posted on digest for update to passerelles_app
  using (hat_id = (select (acting_hat()).id) and posted_at is null) with check (posted_at is not null);
grant select, insert, update (posted_at) on digest_urgent to passerelles_app;
create policy own_told on digest_urgent for insert to passerelles_app
  with check (hat_id = (select (acting_hat()).id) and told_at = (select acting_at()) and posted_at is null
    and alert_id in (select a.id from alert a));
create policy own_posted on digest_urgent for update to passerelles_app
  using (hat_id = (select (acting_hat()).id) and posted_at is null) with check (posted_at is not null);
grant select, insert, update (used_at) on digest_button to passerelles_app;
create policy own_made on digest_button for insert to passerelles_app
  with check (hat_id = (select (acting_hat()).id) and made_at = (select acting_at()) and used_at is null
    and alert_id in (select a.id from alert a));
create policy own_pressed on digest_button for update to passerelles_app
  using (hat_id = (select (acting_hat()).id) and used_at is null and expires_at > (select acting_at()))
  with check (used_at = (select acting_at()));

-- The clock sees to whom an urgent alert goes, and forgets what no longer serves.
grant select on digest_choice, digest_urgent to passerelles_clock;
grant select (hat_id, day), delete on digest to passerelles_clock;
grant select (expires_at), delete on digest_button to passerelles_clock;
grant select (protection) on person to passerelles_clock;
grant select (organisation_id) on hat to passerelles_clock;
create policy clock_reads on digest_choice for select to passerelles_clock using (true);
create policy clock_reads on digest_urgent for select to passerelles_clock using (true);
create policy clock_reads on digest for select to passerelles_clock using (true);
create policy clock_forgets on digest for delete to passerelles_clock using (day < (acting_at() at time zone 'Europe/Paris')::date - 60);
create policy clock_reads on digest_button for select to passerelles_clock using (true);
create policy clock_forgets on digest_button for delete to passerelles_clock using (expires_at <= acting_at());
