-- The roles that Zikui's sessions become, and the login of its services. Safe to run again; by a superuser.
-- psql -v owner=zikui -v service=zikui_service -v service_password=... -f create-roles.sql
SELECT format('CREATE ROLE %I NOLOGIN', wanted) FROM unnest(ARRAY['zikui_application', 'zikui_auditor', 'zikui_intake', 'zikui_relay',
  'zikui_dispatcher', 'zikui_clock', 'zikui_reconciler', 'zikui_eraser', 'zikui_sealer', 'zikui_watcher', 'zikui_house']) AS wanted
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) \gexec
-- Whoever owns the tables migrates, audits and throws the switches of the house.
GRANT zikui_application, zikui_auditor, zikui_intake, zikui_relay, zikui_dispatcher, zikui_clock, zikui_reconciler, zikui_eraser, zikui_sealer,
  zikui_watcher, zikui_house TO :"owner" WITH INHERIT FALSE, SET TRUE;
-- The services own nothing, and become what their work needs.
SELECT format('CREATE ROLE %I LOGIN', :'service') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'service') \gexec
ALTER ROLE :"service" LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'service_password';
GRANT zikui_application, zikui_intake, zikui_relay, zikui_dispatcher, zikui_clock, zikui_reconciler, zikui_eraser, zikui_sealer, zikui_watcher
  TO :"service" WITH INHERIT FALSE, SET TRUE;
