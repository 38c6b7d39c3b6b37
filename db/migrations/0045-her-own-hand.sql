-- In her space she agrees to a request or refuses it, shares with a place that she chooses, and sets goals of her own.
alter table agreement drop constraint agreement_way_check;
alter table agreement add constraint agreement_way_check
  check (way in ('code', 'referral', 'invitation', 'relay', 'her-space'));
-- Given by her own hand, nobody recorded it.
alter table agreement alter column recorded_by drop not null;
alter table agreement add constraint agreement_recorded_by_somebody_or_her
  check (recorded_by is not null or (proof = 'click' and way in ('referral', 'her-space')));

create policy she_shares on agreement for insert to passerelles_person
  with check (person_id = (select acting_person()) and recorded_by is null and proof = 'click' and way in ('referral', 'her-space')
    and level <= 4 and starts_at = (select acting_at()) and recorded_at = (select acting_at()) and revoked_at is null);

-- What a request says of her: she strikes a field before anything leaves.
create function own_waiting_referrals() returns setof uuid language sql stable security definer
  set search_path = pg_catalog, public
  as $$
    select r.id from public.referral r where r.state = 'awaiting-person'
      and r.pathway_id in (select public.own_pathways())
  $$;
do $$
begin
  grant create on schema public to passerelles_definer;
  alter function own_waiting_referrals() owner to passerelles_definer;
  revoke execute on function own_waiting_referrals() from public;
  grant execute on function own_waiting_referrals() to passerelles_person;
  revoke create on schema public from passerelles_definer;
end $$;
grant execute on function own_pathways() to passerelles_definer;
grant delete on referral_field to passerelles_person;
create policy she_strikes on referral_field for delete to passerelles_person
  using (referral_id in (select own_waiting_referrals()));
grant select on referral_call, referral_pause to passerelles_person;
create policy hers on referral_call for select to passerelles_person
  using (exists (select from referral r where r.id = referral_id));
create policy everybody_reads_own on referral_pause for select to passerelles_person using (ended_at is null);

-- She says yes to what waits for her, or no to anything that is not over; her move is signed by nobody else.
grant update (state, agreement_id, sent_at, state_since, answer_by, ended_at, version) on referral to passerelles_person;
create policy she_moves on referral for update to passerelles_person
  using (pathway_id in (select own_pathways()) and ended_at is null)
  with check (state in ('sent', 'declined-by-person') and state_since = (select acting_at())
    and (state <> 'sent' or (sent_at = (select acting_at()) and exists (select from agreement a where a.id = agreement_id
      and a.person_id = (select acting_person()) and a.recorded_at = (select acting_at())))));
grant insert on referral_move to passerelles_person;
create policy she_signs on referral_move for insert to passerelles_person
  with check (side = 'person' and account_id is null and hat_id is null and organisation_id is null
    and to_state in ('sent', 'declined-by-person') and at = (select acting_at())
    and exists (select from referral r where r.id = referral_id));

-- A domain that she ticks as her goal.
grant insert on goal to passerelles_person;
create policy she_sets on goal for insert to passerelles_person
  with check (said_by = 'person' and state = 'open' and set_at = (select acting_at())
    and exists (select from pathway w where w.id = pathway_id and w.state <> 'closed' and w.lead_organisation_id = goal.organisation_id));
