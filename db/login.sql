-- Applied by the owner when the application's login of this database does not open: admit.login and admit.password
-- say which. Roles are common to the server: each database has a login of its own, and lets no other one in.
do $$
declare
  login text := current_setting('admit.login');
begin
  begin
    execute format('create role %I nologin noinherit nobypassrls', login);
  exception when duplicate_object or unique_violation then null; -- another process was faster
  end;
  execute format('grant passerelles_app, passerelles_door, passerelles_queue, passerelles_guest, passerelles_clock, passerelles_person to %I', login);
  execute format('alter role %I login password %L', login, current_setting('admit.password'));
  execute format('revoke connect on database %I from public', current_database());
  execute format('grant connect on database %I to %I', current_database(), login);
end $$;

-- The login that older versions shared by the whole server is closed once no other database lets it in.
do $$
begin
  if exists (select from pg_roles where rolname = 'passerelles_login' and rolcanlogin) and not exists (
    select from pg_database where datallowconn and not datistemplate and datname <> 'postgres'
      and has_database_privilege('passerelles_login', oid, 'connect'))
  then
    alter role passerelles_login nologin password null;
  end if;
exception when insufficient_privilege then null; -- the owner of another installation made it, and will close it
end $$;
