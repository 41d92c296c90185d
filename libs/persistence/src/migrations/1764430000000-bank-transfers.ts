import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transfers by hand: whom they pay, and the files in which banks are asked to pay. */
export class BankTransfers1764430000000 implements MigrationInterface {
  readonly name = 'BankTransfers1764430000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE bank_file_item, bank_file;
      ALTER TABLE transfer DROP COLUMN payee_id;
      DROP TABLE payee;
    `);
  }
}

const TABLES = `
CREATE TABLE payee (
  id uuid CONSTRAINT payee_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT payee_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT payee_refund_id_fkey REFERENCES refund (id),
  customer_id uuid NOT NULL CONSTRAINT payee_customer_id_fkey REFERENCES customer (id),
  format varchar(16) NOT NULL,
  sealed text,
  masked_name varchar(32) NOT NULL,
  masked_account varchar(32) NOT NULL,
  details_hash char(64) NOT NULL,
  actor varchar(160) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  erased_at timestamptz,
  CONSTRAINT payee_refund_id_key_key UNIQUE (refund_id, key),
  CONSTRAINT payee_format_check CHECK (format IN ('iban', 'israeli')),
  CONSTRAINT payee_erased_check CHECK ((sealed IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX payee_kept_idx ON payee (created_at) WHERE sealed IS NOT NULL;
ALTER TABLE transfer ADD COLUMN payee_id uuid CONSTRAINT transfer_payee_id_fkey REFERENCES payee (id);
ALTER TABLE transfer ADD CONSTRAINT transfer_payee_check CHECK ((destination = 'manual') = (payee_id IS NOT NULL));
CREATE TABLE bank_file (
  id uuid CONSTRAINT bank_file_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT bank_file_merchant_id_fkey REFERENCES merchant (id),
  legal_entity_id uuid NOT NULL CONSTRAINT bank_file_legal_entity_id_fkey REFERENCES legal_entity (id),
  currency char(3) NOT NULL,
  format varchar(16) NOT NULL,
  execute_on date NOT NULL,
  transfers integer NOT NULL,
  total bigint NOT NULL,
  content text,
  content_hash char(64) NOT NULL,
  bytes integer NOT NULL,
  actor varchar(160) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  erased_at timestamptz,
  CONSTRAINT bank_file_merchant_id_key_key UNIQUE (merchant_id, key),
  CONSTRAINT bank_file_format_check CHECK (format IN ('sepa', 'csv')),
  CONSTRAINT bank_file_total_check CHECK (transfers > 0 AND total > 0),
  CONSTRAINT bank_file_erased_check CHECK ((content IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX bank_file_created_at_idx ON bank_file (merchant_id, created_at, id);
CREATE INDEX bank_file_kept_idx ON bank_file (created_at) WHERE content IS NOT NULL;
CREATE TABLE bank_file_item (
  id uuid CONSTRAINT bank_file_item_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT bank_file_item_merchant_id_fkey REFERENCES merchant (id),
  bank_file_id uuid NOT NULL CONSTRAINT bank_file_item_bank_file_id_fkey REFERENCES bank_file (id),
  transfer_id uuid NOT NULL CONSTRAINT bank_file_item_transfer_id_fkey REFERENCES transfer (id),
  position integer NOT NULL,
  end_to_end_id varchar(35) NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT bank_file_item_transfer_id_key UNIQUE (transfer_id),
  CONSTRAINT bank_file_item_bank_file_id_position_key UNIQUE (bank_file_id, position),
  CONSTRAINT bank_file_item_merchant_id_end_to_end_id_key UNIQUE (merchant_id, end_to_end_id),
  CONSTRAINT bank_file_item_amount_check CHECK (amount > 0)
);
CREATE TRIGGER bank_file_item_append_only BEFORE UPDATE OR DELETE ON bank_file_item FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE INDEX transfer_by_hand_idx ON transfer (merchant_id, currency, refund_id) WHERE destination = 'manual' AND status = 'planned';
`;
