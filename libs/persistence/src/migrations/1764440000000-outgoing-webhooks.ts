import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where merchants want to be told of status changes, and what was told there. */
export class OutgoingWebhooks1764440000000 implements MigrationInterface {
  readonly name = 'OutgoingWebhooks1764440000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook_delivery, webhook_endpoint');
  }
}

// `transaction_no` and `number` are the place up to which the endpoint's events have become deliveries.
const TABLES = `
CREATE TABLE webhook_endpoint (
  id uuid CONSTRAINT webhook_endpoint_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT webhook_endpoint_merchant_id_fkey REFERENCES merchant (id),
  url varchar(2000) NOT NULL,
  description varchar(120),
  status varchar(16) NOT NULL,
  disabled_reason varchar(16),
  disabled_at timestamptz,
  secret text NOT NULL,
  previous_secret text,
  previous_until timestamptz,
  transaction_no bigint NOT NULL,
  number bigint NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  owner varchar(120) NOT NULL,
  created_by varchar(160) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  rotation_key varchar(128),
  rotation_body_hash char(64),
  rotated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  CONSTRAINT webhook_endpoint_merchant_id_key_key UNIQUE (merchant_id, key),
  CONSTRAINT webhook_endpoint_status_check CHECK (status IN ('enabled', 'disabled') AND (status = 'disabled') = (disabled_reason IS NOT NULL)),
  CONSTRAINT webhook_endpoint_previous_check CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
);
CREATE INDEX webhook_endpoint_merchant_id_idx ON webhook_endpoint (merchant_id, id);
CREATE TABLE webhook_delivery (
  id uuid CONSTRAINT webhook_delivery_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT webhook_delivery_merchant_id_fkey REFERENCES merchant (id),
  endpoint_id uuid NOT NULL CONSTRAINT webhook_delivery_endpoint_id_fkey REFERENCES webhook_endpoint (id),
  refund_id uuid NOT NULL CONSTRAINT webhook_delivery_refund_id_fkey REFERENCES refund (id),
  sequence integer NOT NULL,
  status varchar(16) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  tries_before integer NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  leased_until timestamptz,
  expires_at timestamptz NOT NULL,
  log jsonb NOT NULL DEFAULT '[]',
  owner varchar(120),
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT webhook_delivery_endpoint_id_refund_id_sequence_key UNIQUE (endpoint_id, refund_id, sequence),
  CONSTRAINT webhook_delivery_status_check CHECK (status IN ('pending', 'delivered', 'dead', 'cancelled') AND (status = 'pending') = (next_try_at IS NOT NULL)),
  CONSTRAINT webhook_delivery_owner_check CHECK (status <> 'dead' OR owner IS NOT NULL)
);
CREATE INDEX webhook_delivery_due_idx ON webhook_delivery (endpoint_id, next_try_at) WHERE status = 'pending';
CREATE INDEX webhook_delivery_expires_at_idx ON webhook_delivery (expires_at) WHERE status = 'pending';
CREATE INDEX webhook_delivery_endpoint_id_idx ON webhook_delivery (endpoint_id, id);
CREATE INDEX webhook_delivery_refund_id_idx ON webhook_delivery (refund_id);
`;
