#!/bin/sh
# Makes the passwords that docker-compose.yml mounts: random, one file a use, in deploy/compose/secrets (not in git).
# Runs once; a file that is there is kept. To start over: docker compose down --volumes, and remove the folder.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets

random() { LC_ALL=C tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 40; }

# The containers read these as their own users, so the files are readable and the folder around them is not.
keep() {
  if [ ! -s "secrets/$1" ]; then
    cat > "secrets/$1.new"
    chmod 444 "secrets/$1.new"
    mv "secrets/$1.new" "secrets/$1"
    echo "made secrets/$1"
  else
    cat > /dev/null
    echo "kept secrets/$1"
  fi
}

random | keep postgres-superuser
random | keep keycloak-database
random | keep keycloak-operator
random | keep partner-harbor

if [ ! -s secrets/database-passwords ]; then
  {
    for database in patient session outcome; do
      for use in app migrate relay; do
        echo "${database}_${use}=$(random)"
      done
    done
    echo "keycloak=$(cat secrets/keycloak-database)"
  } | keep database-passwords
fi

password() { sed -n "s/^$1=//p" secrets/database-passwords; }

for database in patient session outcome; do
  {
    echo "quarkus.datasource.password=$(password "${database}_app")"
    echo "stillpoint.database.migration.password=$(password "${database}_migrate")"
    echo "stillpoint.database.relay.password=$(password "${database}_relay")"
  } | keep "$database-service.properties"
done
