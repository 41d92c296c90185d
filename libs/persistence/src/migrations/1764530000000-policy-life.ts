import type { MigrationInterface, QueryRunner } from 'typeorm';
import { passageOf, wallAround } from './wall';

/** The life of a policy: drafts, who wrote and who published them, and what a draft would have done to past refunds. */
export class PolicyLife1764530000000 implements MigrationInterface {
  readonly name = 'PolicyLife1764530000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(VERSIONS);
    await db.query(BACK_TESTS);
    for (const table of ['back_test', 'back_test_change']) await db.query(wallAround(table));
    await db.query(passageOf('relay', 'back_test', 'SELECT, UPDATE'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE back_test_change, back_test;
      DROP TRIGGER policy_version_text_stays ON policy_version;
      DROP FUNCTION refuse_other_policy_text();
      DELETE FROM policy_version WHERE status = 'draft';
      ALTER TABLE policy_version DROP CONSTRAINT policy_version_status_check, DROP CONSTRAINT policy_version_number_check;
      DROP INDEX policy_version_merchant_id_idx, policy_version_key_idx;
      ALTER TABLE policy_version DROP COLUMN drafted_by, DROP COLUMN drafted_by_owner, DROP COLUMN published_by,
        DROP COLUMN restores_id, DROP COLUMN key, DROP COLUMN body_hash, DROP COLUMN created_at, DROP COLUMN updated_at, ALTER COLUMN number SET NOT NULL;
      ALTER TABLE policy_version ALTER COLUMN published_at SET NOT NULL;
      ALTER TABLE policy_version ADD CONSTRAINT policy_version_status_check CHECK (status IN ('published', 'retired'));
    `);
  }
}

const VERSIONS = `
ALTER TABLE policy_version
  ADD COLUMN drafted_by varchar(160),
  ADD COLUMN drafted_by_owner varchar(120),
  ADD COLUMN published_by varchar(160),
  ADD COLUMN restores_id uuid CONSTRAINT policy_version_restores_id_fkey REFERENCES policy_version (id),
  ADD COLUMN key varchar(128),
  ADD COLUMN body_hash char(64),
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ALTER COLUMN number DROP NOT NULL,
  ALTER COLUMN published_at DROP NOT NULL,
  DROP CONSTRAINT policy_version_status_check;
UPDATE policy_version SET created_at = published_at, updated_at = published_at;
ALTER TABLE policy_version
  ADD CONSTRAINT policy_version_status_check CHECK (status IN ('draft', 'published', 'retired')),
  ADD CONSTRAINT policy_version_number_check
    CHECK ((status = 'draft') = (number IS NULL) AND (status = 'draft') = (published_at IS NULL));
CREATE UNIQUE INDEX policy_version_key_idx ON policy_version (merchant_id, key) WHERE key IS NOT NULL;
CREATE INDEX policy_version_merchant_id_idx ON policy_version (merchant_id, id);
CREATE FUNCTION refuse_other_policy_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND (NEW.source, NEW.hash, NEW.number, NEW.currency, NEW.name)
    IS DISTINCT FROM (OLD.source, OLD.hash, OLD.number, OLD.currency, OLD.name) THEN
    RAISE EXCEPTION 'a published policy does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_version_text_stays BEFORE UPDATE ON policy_version FOR EACH ROW EXECUTE FUNCTION refuse_other_policy_text();
`;

const BACK_TESTS = `
CREATE TABLE back_test (
  id uuid CONSTRAINT back_test_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT back_test_merchant_id_fkey REFERENCES merchant (id),
  policy_version_id uuid NOT NULL CONSTRAINT back_test_policy_version_id_fkey REFERENCES policy_version (id) ON DELETE CASCADE,
  source text NOT NULL,
  source_hash char(64) NOT NULL,
  currency char(3) NOT NULL,
  days integer NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  status varchar(16) NOT NULL,
  total integer,
  done integer NOT NULL DEFAULT 0,
  reached_id uuid,
  report jsonb NOT NULL,
  failure varchar(48),
  actor varchar(160) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  touched_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT back_test_merchant_id_key_key UNIQUE (merchant_id, key),
  CONSTRAINT back_test_status_check
    CHECK (status IN ('requested', 'running', 'done', 'failed') AND (status IN ('done', 'failed')) = (ended_at IS NOT NULL)),
  CONSTRAINT back_test_days_check CHECK (days BETWEEN 1 AND 366)
);
CREATE INDEX back_test_policy_version_id_idx ON back_test (policy_version_id, id);
CREATE UNIQUE INDEX back_test_open_idx ON back_test (merchant_id) WHERE status IN ('requested', 'running');
CREATE TABLE back_test_change (
  merchant_id uuid NOT NULL CONSTRAINT back_test_change_merchant_id_fkey REFERENCES merchant (id),
  back_test_id uuid NOT NULL CONSTRAINT back_test_change_back_test_id_fkey REFERENCES back_test (id) ON DELETE CASCADE,
  refund_id uuid NOT NULL CONSTRAINT back_test_change_refund_id_fkey REFERENCES refund (id),
  no integer NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  CONSTRAINT back_test_change_pkey PRIMARY KEY (back_test_id, no)
);
CREATE INDEX back_test_change_refund_id_idx ON back_test_change (refund_id);
`;
