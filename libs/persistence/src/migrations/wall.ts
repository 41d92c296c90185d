import { APPLICATION, AUDITOR, roleName, WIDER_ROLES, type WiderRole } from '../database/row-scope';

/** Every role that the services and tools become. None can log in, owns anything or passes row-level security by. */
export const ROLES = [APPLICATION, AUDITOR, ...WIDER_ROLES.map(roleName)];

/** The merchant whom the transaction is about. Nobody when it says none: a setting that was made and is over is an empty text. */
const MERCHANT = `nullif(current_setting('app.merchant', true), '')::uuid`;

/**
 * `=` that no index can serve: else the planner, while it knows little of a young table, comes by a row of one key through
 * an index on its merchant, and keeps that plan as the table grows. Estimates are those of `=`.
 */
const isTheirs = (merchant: string): string =>
  `${merchant} IS NOT NULL AND ${merchant} IS NOT DISTINCT FROM ${MERCHANT}`;

/**
 * Raises the wall around a table of merchants: the application sees and writes rows of the merchant whom its transaction
 * names, the auditor reads all of them, and whoever owns the table, as which migrations run, works on all of them by a
 * policy of his own. Everybody else needs a grant and a policy (`passageOf`). Every table with `merchant_id` has one.
 */
export const wallAround = (table: string, merchant = 'merchant_id'): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_of_merchant ON ${table} TO ${APPLICATION} USING (${isTheirs(merchant)});
CREATE POLICY ${table}_of_owner ON ${table} TO CURRENT_USER USING (true);
CREATE POLICY ${table}_of_auditor ON ${table} FOR SELECT TO ${AUDITOR} USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${APPLICATION};
GRANT SELECT ON ${table} TO ${AUDITOR};`;

/** Takes the wall away again; policies and grants on the table go. */
export const noWallAround = (table: string, roles: readonly string[]): string => `
${['merchant', 'owner', 'auditor', ...roles].map((who) => `DROP POLICY IF EXISTS ${table}_of_${who} ON ${table};`).join('\n')}
ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON ${table} FROM ${ROLES.join(', ')};`;

/** Lets a wider role do exactly that to rows of every merchant. */
export const passageOf = (role: WiderRole, table: string, privileges: string): string => `
GRANT ${privileges} ON ${table} TO ${roleName(role)};
CREATE POLICY ${table}_of_${role} ON ${table} TO ${roleName(role)} USING (true);`;

const OF_NOBODY = `merchant_id IS NULL AND ${MERCHANT} IS NOT NULL`;

/**
 * Lets merchants see rows that are nobody's, such as switches of the house, inside a transaction of some merchant, and
 * hold them as they are (FOR SHARE, for which PostgreSQL asks the rule of updates too). They change none: what a row
 * would become has to be theirs, and whose it is they cannot write (`columns` are all that they may).
 */
export const showNobodys = (table: string, columns: readonly string[]): string => `
CREATE POLICY ${table}_of_nobody ON ${table} FOR SELECT TO ${APPLICATION} USING (${OF_NOBODY});
CREATE POLICY ${table}_of_nobody_held ON ${table} FOR UPDATE TO ${APPLICATION} USING (${OF_NOBODY}) WITH CHECK (false);
REVOKE UPDATE ON ${table} FROM ${APPLICATION};
GRANT UPDATE (${columns.join(', ')}) ON ${table} TO ${APPLICATION};`;

/** Makes the roles where they are missing: they are of the whole server, so another database may have made them. Whoever migrates may become each of them. */
export const MAKE_ROLES = `
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[${ROLES.map((role) => `'${role}'`).join(', ')}] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role % is missing, and % may not make it: let a superuser run docker/postgres/create-roles.sql once', wanted, current_user;
    END;
    BEGIN
      IF NOT pg_has_role(current_user, wanted, 'SET') THEN
        EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE', wanted, current_user);
      END IF;
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE EXCEPTION '% may not become the role %: let a superuser run docker/postgres/create-roles.sql once', current_user, wanted;
    END;
  END LOOP;
END $$`;
