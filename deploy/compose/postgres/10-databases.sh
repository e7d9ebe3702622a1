#!/bin/bash
# Runs once, when the data directory is new: a database a service with its four roles, and one for Keycloak.
# The templates are those of the embedded stack (deploy/local/src/main/resources/postgres).
set -euo pipefail

password() { sed -n "s/^$1=//p" /run/secrets/database-passwords; }

# Answers go nowhere: the templates select what they set, passwords among it. Errors still reach the log.
sql() { psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --quiet --output /dev/null "$@"; }

for service in patient session outcome; do
  # By environment and \getenv, not as arguments: the list of processes is no place for a password.
  MIGRATE_PASSWORD="$(password "${service}_migrate")" APP_PASSWORD="$(password "${service}_app")" \
    RELAY_PASSWORD="$(password "${service}_relay")" sql --dbname postgres --set service="$service" <<'SQL'
\getenv migrate_password MIGRATE_PASSWORD
\getenv app_password APP_PASSWORD
\getenv relay_password RELAY_PASSWORD
\i /stillpoint/postgres/roles.sql
create database :"service";
SQL
  sql --dbname "$service" --set service="$service" --file /stillpoint/postgres/database.sql
done

KEYCLOAK_PASSWORD="$(password keycloak)" sql --dbname postgres <<'SQL'
\getenv keycloak_password KEYCLOAK_PASSWORD
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak;
revoke all on database keycloak from public;
SQL
