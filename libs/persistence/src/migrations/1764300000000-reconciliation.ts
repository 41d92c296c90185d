import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a gateway says beside what stands here: runs, the reports that were imported for them, and what differed. */
export class Reconciliation1764300000000 implements MigrationInterface {
  readonly name = 'Reconciliation1764300000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE reconciliation_difference, report_movement, reconciliation');
  }
}

const TABLES = `
CREATE TABLE reconciliation (
  id uuid CONSTRAINT reconciliation_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT reconciliation_merchant_id_fkey REFERENCES merchant (id),
  gateway varchar(32) NOT NULL,
  source varchar(16) NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  key varchar(160) NOT NULL,
  body_hash char(64) NOT NULL,
  actor varchar(160) NOT NULL,
  status varchar(16) NOT NULL,
  failure varchar(48),
  totals jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT reconciliation_merchant_id_key_key UNIQUE (merchant_id, key),
  CONSTRAINT reconciliation_source_check CHECK (source IN ('gateway', 'report')),
  CONSTRAINT reconciliation_status_check CHECK (status IN ('reading', 'requested', 'running', 'done', 'failed')),
  CONSTRAINT reconciliation_days_check CHECK (from_day <= to_day)
);
CREATE INDEX reconciliation_created_at_idx ON reconciliation (merchant_id, created_at, id);
CREATE INDEX reconciliation_open_idx ON reconciliation (created_at) WHERE status IN ('requested', 'running');
CREATE UNIQUE INDEX reconciliation_report_idx ON reconciliation (merchant_id, gateway, body_hash) WHERE source = 'report';
CREATE TABLE report_movement (
  id uuid CONSTRAINT report_movement_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT report_movement_merchant_id_fkey REFERENCES merchant (id),
  reconciliation_id uuid NOT NULL CONSTRAINT report_movement_reconciliation_id_fkey REFERENCES reconciliation (id),
  line integer NOT NULL,
  gateway_refund_id varchar(120) NOT NULL,
  reference varchar(120),
  gateway_ref varchar(120),
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  status varchar(16) NOT NULL,
  moved_at timestamptz NOT NULL,
  CONSTRAINT report_movement_reconciliation_id_gateway_refund_id_key UNIQUE (reconciliation_id, gateway_refund_id),
  CONSTRAINT report_movement_amount_check CHECK (amount > 0),
  CONSTRAINT report_movement_status_check CHECK (status IN ('settled', 'pending', 'declined', 'unknown'))
);
CREATE TABLE reconciliation_difference (
  id uuid CONSTRAINT reconciliation_difference_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT reconciliation_difference_merchant_id_fkey REFERENCES merchant (id),
  reconciliation_id uuid CONSTRAINT reconciliation_difference_reconciliation_id_fkey REFERENCES reconciliation (id),
  source varchar(16) NOT NULL,
  gateway varchar(32) NOT NULL,
  kind varchar(32) NOT NULL,
  subject varchar(160) NOT NULL,
  owner varchar(16) NOT NULL,
  day date NOT NULL,
  refund_id uuid CONSTRAINT reconciliation_difference_refund_id_fkey REFERENCES refund (id),
  transfer_id uuid CONSTRAINT reconciliation_difference_transfer_id_fkey REFERENCES transfer (id),
  gateway_refund_id varchar(120),
  ours jsonb,
  theirs jsonb,
  note varchar(120),
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  resolved_at timestamptz,
  CONSTRAINT reconciliation_difference_subject_key UNIQUE (merchant_id, source, gateway, kind, subject),
  CONSTRAINT reconciliation_difference_source_check CHECK (source IN ('gateway', 'report', 'process'))
);
CREATE INDEX reconciliation_difference_reconciliation_id_idx ON reconciliation_difference (reconciliation_id, id);
CREATE INDEX reconciliation_difference_open_idx ON reconciliation_difference (merchant_id, source, gateway, day) WHERE resolved_at IS NULL;
CREATE INDEX reconciliation_difference_refund_id_idx ON reconciliation_difference (refund_id);
`;
