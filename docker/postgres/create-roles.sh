#!/bin/sh
# Runs before each migration, as a superuser: also a database that is older than the roles gets them.
set -eu
psql -v ON_ERROR_STOP=1 -h postgres -U postgres -d zikui \
  -v owner=zikui -v service=zikui_service -v service_password="$ZIKUI_SERVICE_PASSWORD" -f /scripts/create-roles.sql
