#!/bin/bash
# Keycloak takes passwords from its environment only; they come here from files, into this one process.
set -euo pipefail
export KC_DB_PASSWORD="$(< /run/secrets/keycloak-database)"
export KC_BOOTSTRAP_ADMIN_PASSWORD="$(< /run/secrets/keycloak-operator)"
export STILLPOINT_PARTNER_HARBOR_SECRET="$(< /run/secrets/partner-harbor)"
exec /opt/keycloak/bin/kc.sh start --import-realm
