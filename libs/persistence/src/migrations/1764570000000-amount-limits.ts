import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleName } from '../database/row-scope';

/** Limits of amounts of a day and of a reason: which sums a policy needs, and holds on refunds for one reason. */
export class AmountLimits1764570000000 implements MigrationInterface {
  readonly name = 'AmountLimits1764570000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE policy_version ADD COLUMN watched_limits text[] NOT NULL DEFAULT '{}';
      ALTER TABLE sending_hold ADD COLUMN refund_reason varchar(32);
      GRANT SELECT (reason) ON refund TO ${roleName('house')};
      DROP INDEX sending_hold_open_idx;
      ${openIndex('requested_by, refund_reason, limit_name')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX sending_hold_open_idx;
      DELETE FROM sending_hold WHERE refund_reason IS NOT NULL;
      ALTER TABLE sending_hold DROP COLUMN refund_reason;
      REVOKE SELECT (reason) ON refund FROM ${roleName('house')};
      ${openIndex('requested_by, limit_name')}
      ALTER TABLE policy_version DROP COLUMN watched_limits;
    `);
  }
}

const openIndex = (last: string): string =>
  `CREATE UNIQUE INDEX sending_hold_open_idx ON sending_hold (merchant_id, reason, gateway, currency, ${last}) NULLS NOT DISTINCT WHERE ended_at IS NULL;`;
