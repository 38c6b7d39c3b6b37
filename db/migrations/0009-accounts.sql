-- Invented people never open a public door; what protects an account is sealed, hashed, and can be begun again.

-- The password of these accounts is published: the door refuses them on an address that others reach.
alter table account add demo boolean not null default false;
-- Row security is forced on the owner too: lifted for this one statement, inside the migration's own transaction.
alter table account no force row level security;
update account set demo = true where email like '%@demo.example.org';
alter table account force row level security;

-- The secret of a second factor is kept sealed by a key that is not in the database. Those written before are sealed
-- when the installation next opens, hence "not valid": from now on nothing else can be written.
alter table account add constraint account_totp_sealed check (totp_secret is null or totp_secret like 'v1.%') not valid;

-- What opens an account whose telephone is lost: Argon2id, one salt a sheet, each code once.
create table recovery_code (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account on delete cascade,
  code_hash text not null check (code_hash like '$argon2id$%'),
  created_at timestamptz not null,
  used_at timestamptz,
  unique (account_id, code_hash)
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
grant select, insert, delete on recovery_code to passerelles_door;
grant update (used_at) on recovery_code to passerelles_door;
create policy door_reads on recovery_code for select to passerelles_door using (true);
create policy door_makes on recovery_code for insert to passerelles_door with check (used_at is null);
create policy door_uses on recovery_code for update to passerelles_door
  using (used_at is null) with check (used_at is not null);
create policy door_forgets on recovery_code for delete to passerelles_door using (true);

-- An address that never answered, or answered long ago, is not kept.
grant delete on invitation to passerelles_door;
create policy door_forgets on invitation for delete to passerelles_door using (true);

-- The operator takes a second factor away, and closes what was open: secrets stay unreadable.
grant select (demo, totp_confirmed_at), update (totp_secret, totp_confirmed_at, totp_last_step) on account to passerelles_operator;
grant select (id, account_id, hat_id), delete on session to passerelles_operator;
create policy operator_reads on session for select to passerelles_operator using (true);
create policy operator_closes on session for delete to passerelles_operator using (true);
grant select (account_id, used_at), delete on one_time_link to passerelles_operator;
create policy operator_reads on one_time_link for select to passerelles_operator using (true);
create policy operator_forgets on one_time_link for delete to passerelles_operator using (true);
grant select (account_id), delete on recovery_code to passerelles_operator;
create policy operator_reads on recovery_code for select to passerelles_operator using (true);
create policy operator_forgets on recovery_code for delete to passerelles_operator using (true);

-- What is invented can be taken away; nobody real can.
grant delete on account, hat, invitation to passerelles_operator;
create policy operator_removes on account for delete to passerelles_operator using (demo);
create policy operator_removes on hat for delete to passerelles_operator using (
  exists (select from account where account.id = hat.account_id and account.demo)
  or exists (select from organisation where organisation.id = hat.organisation_id and organisation.fictional));
create policy operator_removes on invitation for delete to passerelles_operator using (
  exists (select from organisation where organisation.id = invitation.organisation_id and organisation.fictional));
-- An invitation to a real place stays, without the invented hat that sent it.
grant update (invited_by) on invitation to passerelles_operator;
create policy operator_unsigns on invitation for update to passerelles_operator using (true) with check (invited_by is null);
