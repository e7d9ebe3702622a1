-- Roles of one service, run by a superuser in the database "postgres". Runs any number of times.
-- psql variables: service, migrate_password, app_password, relay_password (psql -v service=patient ... -f roles.sql).
--
--   <service>_owner    owns every table, cannot log in
--   <service>_migrate  logs in for Flyway alone and becomes the owner by SET ROLE
--   <service>_app      what the service works as: owns nothing, cannot pass row-level security
--   <service>_relay    moves the outbox to the broker and reads nothing clinical

select set_config('stillpoint.service', :'service', false);

do $$
declare
  service text := current_setting('stillpoint.service');
  suffix text;
begin
  if service !~ '^[a-z][a-z0-9]{0,30}$' then
    raise exception 'not a service name: %', service;
  end if;
  foreach suffix in array array['owner', 'migrate', 'app', 'relay'] loop
    if not exists (select from pg_roles where rolname = service || '_' || suffix) then
      execute format('create role %I', service || '_' || suffix);
    end if;
    execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls %s',
      service || '_' || suffix, case when suffix = 'owner' then 'nologin' else 'login' end);
  end loop;
  execute format('grant %I to %I', service || '_owner', service || '_migrate');
end
$$;

select set_config('stillpoint.password', :'migrate_password', false);
do $$ begin execute format('alter role %I password %L', current_setting('stillpoint.service') || '_migrate', current_setting('stillpoint.password')); end $$;
select set_config('stillpoint.password', :'app_password', false);
do $$ begin execute format('alter role %I password %L', current_setting('stillpoint.service') || '_app', current_setting('stillpoint.password')); end $$;
select set_config('stillpoint.password', :'relay_password', false);
do $$ begin execute format('alter role %I password %L', current_setting('stillpoint.service') || '_relay', current_setting('stillpoint.password')); end $$;
select set_config('stillpoint.password', '', false);
