import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION } from '../database/row-scope';
import { passageOf, wallAround } from './wall';

/** People who work for a merchant: their roles, their limits, their sign-ins; and keys that an administrator keeps. */
export class Staff1764560000000 implements MigrationInterface {
  readonly name = 'Staff1764560000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PEOPLE);
    await db.query(KEYS);
    await db.query(COMMANDS);
    for (const table of WALLED) await db.query(wallAround(table));
    for (const table of WALLED) await db.query(passageOf('intake', table, 'SELECT'));
    await db.query(RIGHTS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW credential;
      REVOKE UPDATE (last_used_at) ON api_key FROM zikui_intake;
      DELETE FROM refund_command WHERE key_id IS NULL;
      ALTER TABLE refund_command DROP CONSTRAINT refund_command_credential_check, DROP COLUMN staff_id, DROP COLUMN role, ALTER COLUMN key_id SET NOT NULL;
      ALTER TABLE api_key DROP CONSTRAINT api_key_merchant_id_key_key, DROP COLUMN name, DROP COLUMN addresses, DROP COLUMN activated_at,
        DROP COLUMN last_used_at, DROP COLUMN family, DROP COLUMN created_by, DROP COLUMN key, DROP COLUMN body_hash;
      DROP TABLE access_failure, staff_session, role_grant, staff_user;
    `);
  }
}

const WALLED = ['staff_user', 'role_grant', 'staff_session'];

/**
 * Whoever comes with a cookie is known by it before his merchant is; failures are nobody's. The view shows what whoever
 * asks may see.
 */
const RIGHTS = `
GRANT SELECT ON credential TO ${APPLICATION};
GRANT UPDATE (last_used_at) ON api_key TO zikui_intake;
GRANT SELECT, INSERT, UPDATE, DELETE ON access_failure TO zikui_intake;
`;

const PEOPLE = `
CREATE TABLE staff_user (
  id uuid CONSTRAINT staff_user_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT staff_user_merchant_id_fkey REFERENCES merchant (id),
  person varchar(120) NOT NULL,
  name varchar(120) NOT NULL,
  issuer varchar(255),
  subject varchar(255),
  amount_limit bigint,
  created_by varchar(160) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_sign_in_at timestamptz,
  disabled_at timestamptz,
  CONSTRAINT staff_user_merchant_id_person_key UNIQUE (merchant_id, person),
  CONSTRAINT staff_user_amount_limit_check CHECK (amount_limit IS NULL OR amount_limit > 0),
  CONSTRAINT staff_user_identity_check CHECK ((issuer IS NULL) = (subject IS NULL))
);
CREATE UNIQUE INDEX staff_user_identity_idx ON staff_user (merchant_id, issuer, subject) WHERE subject IS NOT NULL;
CREATE INDEX staff_user_merchant_id_idx ON staff_user (merchant_id, id);
CREATE TABLE role_grant (
  id uuid CONSTRAINT role_grant_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT role_grant_merchant_id_fkey REFERENCES merchant (id),
  staff_id uuid NOT NULL CONSTRAINT role_grant_staff_id_fkey REFERENCES staff_user (id),
  role varchar(16) NOT NULL,
  source varchar(8) NOT NULL,
  granted_by varchar(160) NOT NULL,
  proposal_id uuid CONSTRAINT role_grant_proposal_id_fkey REFERENCES proposal (id),
  granted_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  ended_by varchar(160),
  CONSTRAINT role_grant_source_check CHECK (source IN ('admin', 'claim', 'command')),
  CONSTRAINT role_grant_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX role_grant_open_idx ON role_grant (staff_id, role) WHERE ended_at IS NULL;
CREATE INDEX role_grant_merchant_id_idx ON role_grant (merchant_id, role);
CREATE INDEX role_grant_proposal_id_idx ON role_grant (proposal_id);
CREATE TABLE staff_session (
  id uuid CONSTRAINT staff_session_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT staff_session_merchant_id_fkey REFERENCES merchant (id),
  staff_id uuid NOT NULL CONSTRAINT staff_session_staff_id_fkey REFERENCES staff_user (id),
  token_hash char(64) NOT NULL,
  refresh_token text,
  address varchar(64),
  signed_in_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  refreshed_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_because varchar(24),
  CONSTRAINT staff_session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT staff_session_ended_check CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
CREATE INDEX staff_session_staff_id_idx ON staff_session (staff_id);
CREATE TABLE access_failure (
  address varchar(64) CONSTRAINT access_failure_pkey PRIMARY KEY,
  count integer NOT NULL,
  blocks integer NOT NULL,
  window_ends_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
CREATE INDEX access_failure_window_ends_at_idx ON access_failure (window_ends_at);
`;

/** A key that is made without more works at once, as before. Keys of one family are one key that was rotated. */
const KEYS = `
ALTER TABLE api_key ADD COLUMN name varchar(120), ADD COLUMN addresses text[] NOT NULL DEFAULT '{}',
  ADD COLUMN activated_at timestamptz DEFAULT now(), ADD COLUMN last_used_at timestamptz, ADD COLUMN family uuid,
  ADD COLUMN created_by varchar(160), ADD COLUMN key varchar(128), ADD COLUMN body_hash char(64);
ALTER TABLE api_key ADD CONSTRAINT api_key_merchant_id_key_key UNIQUE (merchant_id, key);
`;

/** Whose command it is: a key's, or a person's in one of his roles. What either may do is read when the command is carried out. */
const COMMANDS = `
ALTER TABLE refund_command ALTER COLUMN key_id DROP NOT NULL, ADD COLUMN role varchar(16),
  ADD COLUMN staff_id uuid CONSTRAINT refund_command_staff_id_fkey REFERENCES staff_user (id);
ALTER TABLE refund_command ADD CONSTRAINT refund_command_credential_check CHECK ((key_id IS NULL) <> (staff_id IS NULL));
CREATE VIEW credential WITH (security_invoker = true) AS
SELECT k.id, k.merchant_id, k.owner, k.role, k.amount_limit, k.scopes, NULL::text AS person,
  k.revoked_at IS NULL AND k.activated_at IS NOT NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AS valid
FROM api_key k
UNION ALL
SELECT s.id, s.merchant_id, s.person, g.role, s.amount_limit, ARRAY['refunds:create', 'refunds:decide'], 'staff', s.disabled_at IS NULL
FROM staff_user s JOIN role_grant g ON g.staff_id = s.id AND g.ended_at IS NULL;
`;
