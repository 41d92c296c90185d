import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallAround } from './wall';

/** Steps that ask for several approvals, authority that is delegated, and what is known of approvers beside their grants. */
export class ApprovalLadders1764550000000 implements MigrationInterface {
  readonly name = 'ApprovalLadders1764550000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(wallAround('approver'));
    await db.query(wallAround('delegation'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE decision DROP CONSTRAINT decision_step_id_owner_key, DROP CONSTRAINT decision_delegation_check,
        DROP COLUMN on_behalf_of, DROP COLUMN delegation_id, DROP COLUMN fits,
        ADD CONSTRAINT decision_step_id_key UNIQUE (step_id);
      DROP TABLE delegation, approver;
      ALTER TABLE approval_step DROP COLUMN slots, DROP COLUMN needed, DROP COLUMN escalated_at, DROP COLUMN escalation_cause,
        DROP COLUMN remind_at, DROP COLUMN reminded_at, DROP COLUMN assigned_to;
    `);
  }
}

const TABLES = `
ALTER TABLE approval_step
  ADD COLUMN slots jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN needed integer NOT NULL DEFAULT 1,
  ADD COLUMN escalated_at timestamptz,
  ADD COLUMN escalation_cause varchar(16),
  ADD COLUMN remind_at timestamptz,
  ADD COLUMN reminded_at timestamptz,
  ADD COLUMN assigned_to varchar(120),
  ADD CONSTRAINT approval_step_needed_check CHECK (needed BETWEEN 1 AND 10),
  ADD CONSTRAINT approval_step_escalation_check CHECK ((escalated_at IS NULL) = (escalation_cause IS NULL)
    AND (escalation_cause IS NULL OR escalation_cause IN ('silence', 'nobody')));
CREATE TABLE approver (
  id uuid CONSTRAINT approver_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT approver_merchant_id_fkey REFERENCES merchant (id),
  person varchar(120) NOT NULL,
  teams text[] NOT NULL,
  locale varchar(2) NOT NULL,
  digest boolean NOT NULL,
  contact text,
  email_hash char(64),
  phone_hash char(64),
  absent_from timestamptz,
  absent_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT approver_merchant_id_person_key UNIQUE (merchant_id, person),
  CONSTRAINT approver_absence_check CHECK ((absent_from IS NULL) = (absent_until IS NULL) AND absent_until > absent_from)
);
CREATE TABLE delegation (
  id uuid CONSTRAINT delegation_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT delegation_merchant_id_fkey REFERENCES merchant (id),
  from_person varchar(120) NOT NULL,
  to_person varchar(120) NOT NULL,
  amount_limit bigint,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  made_by varchar(160) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  ended_by varchar(160),
  CONSTRAINT delegation_merchant_id_key_key UNIQUE (merchant_id, key),
  CONSTRAINT delegation_time_check CHECK (ends_at > starts_at),
  CONSTRAINT delegation_persons_check CHECK (from_person <> to_person),
  CONSTRAINT delegation_limit_check CHECK (amount_limit >= 0),
  CONSTRAINT delegation_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX delegation_to_person_idx ON delegation (merchant_id, to_person, ends_at) WHERE ended_at IS NULL;
CREATE INDEX delegation_from_person_idx ON delegation (merchant_id, from_person, ends_at) WHERE ended_at IS NULL;
ALTER TABLE decision
  DROP CONSTRAINT decision_step_id_key,
  ADD COLUMN on_behalf_of varchar(120),
  ADD COLUMN delegation_id uuid CONSTRAINT decision_delegation_id_fkey REFERENCES delegation (id),
  ADD COLUMN fits jsonb NOT NULL DEFAULT '[0]',
  ADD CONSTRAINT decision_step_id_owner_key UNIQUE (step_id, owner),
  ADD CONSTRAINT decision_delegation_check CHECK ((on_behalf_of IS NULL) = (delegation_id IS NULL));
`;
