-- Coming in by a code sent to her number: six figures, ten minutes, one use, for whoever may be contacted without danger.
create table own_sms_code (
  person_id uuid primary key references person on delete cascade,
  code_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at = made_at + interval '10 minutes')
);
alter table own_sms_code enable row level security;
alter table own_sms_code force row level security;

-- A number as it is compared: figures alone, the French prefix made national.
create function plain_phone(written text) returns text language sql immutable
  set search_path = pg_catalog
  as $$ select regexp_replace(regexp_replace(written, '[^0-9+]', '', 'g'), '^(\+|00)33(0?)(?=[0-9]{9}$)', '0') $$;

-- Whose number it is: of exactly one person with an open pathway, who may be contacted freely; nobody otherwise.
create function person_of_phone(said text) returns uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select min(p.id::text)::uuid from public.person p
    where length(public.plain_phone(said)) between 9 and 16 and public.plain_phone(p.phone) = public.plain_phone(said)
      and exists (select from public.pathway w where w.person_id = p.id and w.state <> 'closed')
    having count(*) = 1 and bool_and(p.contact_rule = 'free')
  $$;
grant create on schema public to passerelles_definer;
alter function person_of_phone(text) owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function person_of_phone(text) from public;
grant execute on function person_of_phone(text) to passerelles_door;
grant select (phone, contact_rule) on person to passerelles_definer;
create index person_phone on person (plain_phone(phone)) where phone is not null;

grant select, insert, update (code_hash, made_at, expires_at), delete on own_sms_code to passerelles_door;
create policy door_reads on own_sms_code for select to passerelles_door using (true);
create policy door_makes on own_sms_code for insert to passerelles_door with check (made_at = acting_at());
create policy door_makes_again on own_sms_code for update to passerelles_door using (true) with check (made_at = acting_at());
create policy door_uses on own_sms_code for delete to passerelles_door using (true);
