import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refunds whose money came back are repaired; refunds that were made at a gateway itself are recorded. */
export class Reversal1764400000000 implements MigrationInterface {
  readonly name = 'Reversal1764400000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(NOTES);
    await db.query(REPAIRS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX credit_note_counter_idx; DROP INDEX transfer_replaces_id_idx;
      ALTER TABLE credit_note DROP transfers;
      ALTER TABLE transfer DROP CONSTRAINT transfer_replaces_id_fkey, DROP replaces_id;
      ALTER TABLE refund DROP CONSTRAINT refund_origin_check, DROP CONSTRAINT refund_repairs_check, DROP origin, DROP repairs;
    `);
  }
}

const COLUMNS = `
ALTER TABLE refund ADD origin varchar(16) NOT NULL DEFAULT 'request', ADD repairs integer NOT NULL DEFAULT 0;
ALTER TABLE refund ADD CONSTRAINT refund_origin_check CHECK (origin IN ('request', 'external')) NOT VALID;
ALTER TABLE refund VALIDATE CONSTRAINT refund_origin_check;
ALTER TABLE refund ADD CONSTRAINT refund_repairs_check CHECK (repairs >= 0) NOT VALID;
ALTER TABLE refund VALIDATE CONSTRAINT refund_repairs_check;
ALTER TABLE transfer ADD replaces_id uuid;
ALTER TABLE transfer ADD CONSTRAINT transfer_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES transfer (id) NOT VALID;
ALTER TABLE transfer VALIDATE CONSTRAINT transfer_replaces_id_fkey;
CREATE UNIQUE INDEX transfer_replaces_id_idx ON transfer (replaces_id) WHERE replaces_id IS NOT NULL AND status <> 'released';
ALTER TABLE credit_note ADD transfers jsonb NOT NULL DEFAULT '[]';
`;

// Until now a refund had one note, over all that had settled. The document itself stays as it is.
const NOTES = `
ALTER TABLE credit_note DISABLE TRIGGER credit_note_immutable;
UPDATE credit_note SET transfers = (
  SELECT coalesce(jsonb_agg(t.id ORDER BY t.no), '[]') FROM transfer t WHERE t.refund_id = credit_note.refund_id AND t.settled_at IS NOT NULL)
WHERE document_type = 'credit_note';
ALTER TABLE credit_note ENABLE TRIGGER credit_note_immutable;
CREATE UNIQUE INDEX credit_note_counter_idx ON credit_note ((transfers ->> 0)) WHERE document_type = 'counter_note';
`;

// What came back before there were repairs gets one now. The durations are those of the house.
const REPAIRS = `
WITH owed AS (
  UPDATE refund r SET repairs = 1 WHERE r.status = 'completed' AND r.was_reversed
    AND NOT EXISTS (SELECT FROM outbox o WHERE o.refund_id = r.id) RETURNING r.id, r.merchant_id, r.sale_id, r.reason, r.payout
)
INSERT INTO outbox (refund_id, merchant_id, start)
SELECT owed.id, owed.merchant_id, jsonb_build_object('merchantId', owed.merchant_id, 'refundId', owed.id, 'repair', 1,
  'input', jsonb_build_object('v', 2, 'merchantId', owed.merchant_id, 'refundId', owed.id, 'repair', 1,
    'lookUpsMs', '[60000, 300000, 1800000, 7200000, 21600000, 86400000, 172800000, 259200000, 345600000, 432000000, 518400000, 604800000]'::jsonb,
    'pendingLimitMs', 1209600000),
  'searchAttributes', jsonb_build_object('merchant', owed.merchant_id, 'saleRef', s.sale_ref, 'reason', owed.reason, 'status', 'completed',
    'amountMinor', owed.payout, 'dueAt', NULL,
    'gateway', (SELECT t.gateway FROM transfer t WHERE t.refund_id = owed.id ORDER BY t.no LIMIT 1)))
FROM owed JOIN sale s ON s.id = owed.sale_id;
`;
