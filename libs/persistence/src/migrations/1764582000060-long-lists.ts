import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for approvers is read in the order in which it is due, and what missed its legal date newest first, however much
 * a shop has behind it. Both hold the few rows alone that such a list shows: what is paid by itself is in neither.
 */
export class LongLists1764582000060 implements MigrationInterface {
  readonly name = 'LongLists1764582000060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX approval_step_open_idx ON approval_step (merchant_id, due_at, id) WHERE status = 'open'`,
    );
    await db.query(`CREATE INDEX refund_pay_missed_at_idx ON refund (merchant_id, created_at, id) WHERE pay_missed`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX approval_step_open_idx; DROP INDEX refund_pay_missed_at_idx');
  }
}
