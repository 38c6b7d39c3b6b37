-- The address of a private calendar: one a hat, known by its hash alone; whoever has the address reads without names.
create table calendar_feed (
  hat_id uuid primary key references hat on delete cascade,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  read_at timestamptz
);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;

-- The door finds whose calendar an address is; its owner makes it, makes another in its place, or removes it.
grant select on calendar_feed to passerelles_door;
create policy door_reads on calendar_feed for select to passerelles_door using (true);
grant select (hat_id, made_at, read_at), insert (hat_id, token_hash, made_at), update (token_hash, made_at, read_at), delete
  on calendar_feed to passerelles_app;
create policy own on calendar_feed for select to passerelles_app using (hat_id = (select (acting_hat()).id));
create policy own_made on calendar_feed for insert to passerelles_app
  with check (hat_id = (select (acting_hat()).id) and (select acting_role()) = 'worker' and made_at = (select acting_at()));
create policy own_kept on calendar_feed for update to passerelles_app using (hat_id = (select (acting_hat()).id));
create policy own_removed on calendar_feed for delete to passerelles_app using (hat_id = (select (acting_hat()).id));

-- What a calendar looks for, whatever came of it.
create index appointment_of_hat on appointment (hat_id, starts_at) where state <> 'cancelled';
