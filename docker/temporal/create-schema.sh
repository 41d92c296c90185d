#!/bin/sh
# Brings both of Temporal's databases to the schema of this server version. Safe to run again.
set -eu
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  schema=${pair##*:}
  tool="temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u temporal --db $database"
  # A database that has its version table already refuses this step; the update below then does the rest.
  $tool setup-schema -v 0.0 || echo "$database already has a schema"
  $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$schema/versioned"
done
