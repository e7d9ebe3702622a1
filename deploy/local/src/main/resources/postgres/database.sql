-- The database of one service, run by a superuser inside it (create database <service>, then this). Runs any number of times.
-- psql variable: service (psql -d patient -v service=patient -f database.sql).

select set_config('stillpoint.service', :'service', false);

do $$
declare
  service text := current_setting('stillpoint.service');
  suffix text;
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('alter database %I owner to %I', current_database(), service || '_owner');
  execute format('alter schema public owner to %I', service || '_owner');
  execute 'revoke all on schema public from public';
  foreach suffix in array array['migrate', 'app', 'relay'] loop
    execute format('grant connect on database %I to %I', current_database(), service || '_' || suffix);
    execute format('grant usage on schema public to %I', service || '_' || suffix);
  end loop;
end
$$;

create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
