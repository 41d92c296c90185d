#!/bin/sh
# Runs once, when the data folder of PostgreSQL is new: one database and one owner for Zikui, two databases for Temporal.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" \
  -v zikui_password="$ZIKUI_DATABASE_PASSWORD" -v temporal_password="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE zikui LOGIN PASSWORD :'zikui_password';
CREATE DATABASE zikui OWNER zikui;
CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
SQL
