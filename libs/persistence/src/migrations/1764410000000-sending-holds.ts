import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps money from being sent for a while, the transfers that wait for it, and the signals that wake them. */
export class SendingHolds1764410000000 implements MigrationInterface {
  readonly name = 'SendingHolds1764410000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(HOLDS);
    await db.query(WAITING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX transfer_held_idx;
      ALTER TABLE transfer DROP COLUMN held_at;
      DROP TABLE outbox_signal, sending_hold;
    `);
  }
}

/** A column that is null holds for all: a hold without a merchant is the house's own. */
const HOLDS = `
CREATE TABLE sending_hold (
  id uuid CONSTRAINT sending_hold_pkey PRIMARY KEY,
  merchant_id uuid CONSTRAINT sending_hold_merchant_id_fkey REFERENCES merchant (id),
  reason varchar(32) NOT NULL,
  gateway varchar(32),
  currency char(3),
  requested_by varchar(120),
  limit_name varchar(32),
  note text,
  begun_by varchar(160) NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  until timestamptz,
  failures integer NOT NULL DEFAULT 0,
  probe_transfer_id uuid CONSTRAINT sending_hold_probe_transfer_id_fkey REFERENCES transfer (id),
  ended_by varchar(160),
  ended_at timestamptz,
  CONSTRAINT sending_hold_reason_check CHECK (reason IN ('kill_switch', 'breaker', 'gateway_paused')),
  CONSTRAINT sending_hold_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT sending_hold_until_check CHECK ((reason = 'kill_switch') = (until IS NULL))
);
CREATE UNIQUE INDEX sending_hold_open_idx ON sending_hold (merchant_id, reason, gateway, currency, requested_by, limit_name) NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE INDEX sending_hold_until_idx ON sending_hold (until) WHERE ended_at IS NULL;
CREATE INDEX sending_hold_probe_idx ON sending_hold (probe_transfer_id) WHERE ended_at IS NULL;
CREATE INDEX sending_hold_merchant_id_idx ON sending_hold (merchant_id, begun_at);
`;

const WAITING = `
ALTER TABLE transfer ADD COLUMN held_at timestamptz;
CREATE INDEX transfer_held_idx ON transfer (merchant_id, gateway, held_at) WHERE hold_reason IS NOT NULL;
CREATE TABLE outbox_signal (
  id uuid CONSTRAINT outbox_signal_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT outbox_signal_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT outbox_signal_refund_id_fkey REFERENCES refund (id),
  name varchar(32) NOT NULL,
  event jsonb NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT outbox_signal_name_check CHECK (name IN ('holdLifted'))
);
CREATE INDEX outbox_signal_next_try_at_idx ON outbox_signal (next_try_at);
CREATE INDEX outbox_signal_refund_id_idx ON outbox_signal (refund_id);
`;
