-- Other software of an organisation reads and moves referrals and steps with a key, and is told of what happened.

-- A key may also serve for steps: those of the pathways that its hat leads, or that are shared with its organisation.
alter table api_key drop constraint api_key_scopes_check;
alter table api_key drop constraint api_key_check;
alter table api_key add constraint api_key_scopes_check
  check (scopes <@ array['read', 'webhooks', 'referrals', 'steps'] and scopes <> '{}');
-- A key that touches people acts as one hat and sees what it sees: it ends with it. No other key has one.
alter table api_key add constraint api_key_hat_check
  check ((scopes && array['referrals', 'steps']) = (hat_id is not null));
drop policy own_referral_keys_made on api_key;
create policy own_personal_keys_made on api_key for insert to passerelles_app
  with check (account_id = (select acting_account()) and (select acting_organisation()) is not null and hat_id = (select chosen_hat())
    and ((select acting_role()) = 'worker' and scopes <@ array['referrals', 'steps']
      or (select acting_role()) = 'provider' and scopes = array['referrals']));

-- When a row last changed, so that a reader asks only for what is new; two changes of one row never bear the same instant.
create function note_change() returns trigger language plpgsql
  set search_path = pg_catalog
  as $$
    begin
      new.changed_at := date_trunc('milliseconds', public.acting_at());
      if tg_op = 'UPDATE' and new.changed_at <= old.changed_at then
        new.changed_at := old.changed_at + interval '1 millisecond';
      end if;
      return new;
    end $$;
do $$
declare
  name text;
begin
  foreach name in array array['referral', 'step'] loop
    execute format('alter table %I add column changed_at timestamptz not null default date_trunc(''milliseconds'', now())', name);
    execute format('create trigger changed_first before insert on %I for each row execute function note_change()', name);
    execute format('create trigger changed_again before update on %I for each row when (new.version <> old.version)
      execute function note_change()', name);
  end loop;
end $$;
create index referral_from_changed on referral (from_organisation_id, changed_at, id);
create index referral_to_changed on referral (to_organisation_id, changed_at, id);

-- A webhook that tells of people belongs to a hat: it is told in its name, and only of what that hat may then read.
alter table webhook add column hat_id uuid references hat on delete cascade;
alter table webhook add constraint webhook_hat_check check (case when hat_id is null
  then not events && array['referral.received', 'referral.answered', 'referral.ended', 'step.due', 'step.changed']
  else events <@ array['referral.received', 'referral.answered', 'referral.ended', 'step.due', 'step.changed'] end);
create index webhook_hat on webhook (hat_id) where ended_at is null and hat_id is not null;
drop policy own_webhooks on webhook;
create policy own_webhooks on webhook for all to passerelles_app
  using (account_id = (select acting_account()))
  with check (account_id = (select acting_account()) and (hat_id is null or hat_id = (select chosen_hat())
    and (select acting_organisation()) is not null and ((select acting_role()) = 'worker'
      or (select acting_role()) = 'provider' and not events && array['step.due', 'step.changed'])));

-- Told once, whatever happens to the job that tells.
create unique index webhook_delivery_once on webhook_delivery (webhook_id, event_id);
-- A step becomes due by the mere passing of days: the hat that waits for it adds the delivery, of a step that it reads.
grant insert (webhook_id, event_id, event_name, body, created_at) on webhook_delivery to passerelles_app;

-- One delivery for each webhook of an organisation that takes part in what happened, in the event's own transaction; it
-- leaves as the hat that owns it, which must still read the subject by then. Only identifiers travel.
create function tell_partners() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$
declare
  told text;
  what uuid;
  data jsonb;
  organisations uuid[];
  waiting record;
  delivery uuid;
begin
  if new.name = 'referral.moved' then
    what := new.subject;
    data := jsonb_build_object('kind', 'referral');
    told := case
      when new.details ->> 'to' = 'sent' then 'referral.received'
      when new.details ->> 'to' in ('withdrawn', 'declined-by-person', 'unanswered', 'completed', 'failed', 'entered-in-error')
        then 'referral.ended'
      else 'referral.answered' end;
    -- Of an open call that waits, those who were called.
    select array_agg(o) into organisations from (
      select r.to_organisation_id as o from public.referral r where r.id = what and r.sent_at is not null
      union
      select c.organisation_id from public.referral_call c join public.referral r on r.id = c.referral_id
        where r.id = what and r.sent_at is not null and r.to_organisation_id is null
      union
      select r.from_organisation_id from public.referral r where r.id = what and r.sent_at is not null and told <> 'referral.received'
    ) parties where o is not null;
  else
    what := (new.details ->> 'step')::uuid;
    data := jsonb_build_object('kind', 'step', 'pathwayId', new.subject);
    told := 'step.changed';
    select array_agg(o) into organisations from (
      select w.lead_organisation_id as o from public.pathway w where w.id = new.subject
      union
      select a.organisation_id from public.pathway w join public.agreement a on a.person_id = w.person_id
        where w.id = new.subject and a.level in (3, 4) and a.way <> 'referral'
          and a.revoked_at is null and a.starts_at <= new.happened_at and a.ends_at > new.happened_at
    ) parties;
  end if;
  if what is null or organisations is null then return null; end if;
  for waiting in
    select k.id, k.account_id, k.hat_id from public.webhook k
      join public.hat h on h.id = k.hat_id and h.ended_at is null and h.organisation_id = any (organisations)
      join public.account a on a.id = k.account_id and a.suspended_at is null
    where k.ended_at is null and told = any (k.events)
  loop
    insert into public.webhook_delivery (webhook_id, event_id, event_name, body, created_at)
    values (waiting.id, new.id, told,
      jsonb_build_object('id', new.id, 'type', told, 'timestamp', new.happened_at, 'subject', what, 'data', data), new.happened_at)
    returning id into delivery;
    perform public.enqueue('deliver-webhook',
      json_build_object('actor', json_build_object('accountId', waiting.account_id, 'hatId', waiting.hat_id),
        'payload', json_build_object('deliveryId', delivery)), null, delivery::text);
  end loop;
  return null;
end $$;
grant create on schema public to passerelles_definer;
alter function tell_partners() owner to passerelles_definer;
revoke create on schema public from passerelles_definer;
revoke execute on function tell_partners() from public;
grant select (hat_id) on webhook to passerelles_definer;
create trigger event_told_to_partners after insert on event for each row
  when (new.name in ('referral.moved', 'step.proposed', 'step.moved', 'step.taken'))
  execute function tell_partners();
