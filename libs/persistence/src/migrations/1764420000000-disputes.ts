import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disputes of payments, and the ledger transactions that belong to one instead of to a refund. */
export class Disputes1764420000000 implements MigrationInterface {
  readonly name = 'Disputes1764420000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(DISPUTES);
    await db.query(LEDGER);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE posting DISABLE TRIGGER USER;
      ALTER TABLE ledger_transaction DISABLE TRIGGER USER;
      DELETE FROM posting WHERE transaction_id IN (SELECT id FROM ledger_transaction WHERE refund_id IS NULL);
      DELETE FROM ledger_transaction WHERE refund_id IS NULL;
      ALTER TABLE posting ENABLE TRIGGER USER;
      ALTER TABLE ledger_transaction ENABLE TRIGGER USER;
      ALTER TABLE ledger_transaction DROP CONSTRAINT ledger_transaction_owner_check;
      ALTER TABLE ledger_transaction DROP COLUMN dispute_id;
      ALTER TABLE ledger_transaction ALTER COLUMN refund_id SET NOT NULL;
      DROP TABLE dispute;
    `);
  }
}

const DISPUTES = `
CREATE TABLE dispute (
  id uuid CONSTRAINT dispute_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT dispute_merchant_id_fkey REFERENCES merchant (id),
  payment_id uuid NOT NULL CONSTRAINT dispute_payment_id_fkey REFERENCES payment (id),
  gateway varchar(32) NOT NULL,
  dispute_ref varchar(120) NOT NULL,
  status varchar(8) NOT NULL,
  status_at timestamptz NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  amount_at timestamptz NOT NULL,
  withdrawn bigint NOT NULL DEFAULT 0,
  funds_at timestamptz,
  reason varchar(64),
  actor varchar(160) NOT NULL,
  key varchar(128),
  body_hash char(64),
  version integer NOT NULL DEFAULT 1,
  opened_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT dispute_merchant_id_gateway_dispute_ref_key UNIQUE (merchant_id, gateway, dispute_ref),
  CONSTRAINT dispute_status_check CHECK (status IN ('open', 'won', 'lost')),
  CONSTRAINT dispute_amount_check CHECK (amount > 0 AND withdrawn >= 0)
);
CREATE INDEX dispute_payment_id_idx ON dispute (payment_id);
CREATE INDEX dispute_merchant_id_idx ON dispute (merchant_id, id);
CREATE UNIQUE INDEX dispute_key_idx ON dispute (merchant_id, key) WHERE key IS NOT NULL;
`;

/** A transaction belongs to a refund or to a dispute. */
const LEDGER = `
ALTER TABLE ledger_transaction ALTER COLUMN refund_id DROP NOT NULL;
ALTER TABLE ledger_transaction ADD COLUMN dispute_id uuid CONSTRAINT ledger_transaction_dispute_id_fkey REFERENCES dispute (id);
ALTER TABLE ledger_transaction ADD CONSTRAINT ledger_transaction_owner_check CHECK (refund_id IS NOT NULL OR dispute_id IS NOT NULL);
CREATE INDEX ledger_transaction_dispute_id_idx ON ledger_transaction (dispute_id) WHERE dispute_id IS NOT NULL;
`;
