import type { MigrationInterface, QueryRunner } from 'typeorm';
import { passageOf } from './wall';

/** The clock of the legal date to pay by: when it speaks next, when that date ends, and whether it was missed. */
export class LegalClock1764540000000 implements MigrationInterface {
  readonly name = 'LegalClock1764540000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE refund ADD pay_ends_at timestamptz, ADD clock_at timestamptz');
    await db.query('ALTER TABLE refund ADD pay_missed boolean NOT NULL DEFAULT false');
    await db.query(
      'ALTER TABLE refund ADD CONSTRAINT refund_clock_check CHECK (pay_ends_at IS NOT NULL OR (clock_at IS NULL AND NOT pay_missed))',
    );
    await db.query('CREATE INDEX refund_pay_by_idx ON refund (merchant_id, pay_by, id) WHERE pay_by IS NOT NULL');
    await db.query('CREATE INDEX refund_pay_missed_idx ON refund (merchant_id, pay_by, id) WHERE pay_missed');
    await db.query(
      `CREATE INDEX refund_clock_at_idx ON refund (clock_at) WHERE clock_at IS NOT NULL AND status NOT IN ('completed', 'rejected', 'expired', 'cancelled', 'failed')`,
    );
    await db.query(passageOf('clock', 'refund', 'SELECT (id, merchant_id, status, clock_at)'));
    // Whoever waits today is warned from today on; what is long past is told as missed once.
    await db.query(`
      UPDATE refund r SET
        pay_ends_at = (r.pay_by + 1)::timestamp AT TIME ZONE (s.snapshot ->> 'timeZone'),
        clock_at = CASE WHEN r.status <> 'completed' THEN (r.pay_by - 5)::timestamp AT TIME ZONE (s.snapshot ->> 'timeZone') END
      FROM sale s WHERE s.id = r.sale_id AND r.pay_by IS NOT NULL AND r.statutory`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP POLICY refund_of_clock ON refund');
    await db.query('REVOKE ALL ON refund FROM zikui_clock');
    await db.query('DROP INDEX refund_clock_at_idx, refund_pay_missed_idx, refund_pay_by_idx');
    await db.query('ALTER TABLE refund DROP CONSTRAINT refund_clock_check');
    await db.query('ALTER TABLE refund DROP pay_missed, DROP clock_at, DROP pay_ends_at');
  }
}
