-- When an entry last changed here, so that other software asks only for what is new.
alter table organisation add modified_at timestamptz not null default now();
alter table service add modified_at timestamptz not null default now();

create function mark_modified() returns trigger language plpgsql
  set search_path = pg_catalog, public
  as $$
begin
  new.modified_at := coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now());
  return new;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['organisation', 'service'] loop
    execute format('create trigger %I before insert on %I for each row execute function mark_modified()', name || '_added_at', name);
    execute format('create trigger %I before update on %I for each row when (old.* is distinct from new.*) execute function mark_modified()', name || '_modified_at', name);
  end loop;
end $$;

-- The instant of a change is no change of its own: the history leaves it out, with the inner accounting.
create or replace function write_field_changes() returns trigger language plpgsql
  set search_path = pg_catalog, public
  as $$
begin
  insert into public.field_change (entry_id, kind, field, before, after, told_by, account_id, import_run, changed_at)
  select o.id, tg_argv[0], n.key, coalesce(b.row -> n.key, 'null'), n.value,
    coalesce(nullif(current_setting('app.told_by', true), ''), 'here'), public.acting_account(),
    nullif(current_setting('app.import_run', true), '')::uuid,
    coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now())
  from former o join current_rows c using (id), to_jsonb(o) b(row), jsonb_each(to_jsonb(c)) n
  where n.value is distinct from b.row -> n.key
    and n.key not in ('imported_at', 'added_by', 'modified_at')
    and not (n.key in ('phone', 'email', 'contact_name') and (o.contact_private or c.contact_private))
    and not (n.key in ('stops', 'place_id') and (o.confidential or c.confidential));
  return null;
end $$;
