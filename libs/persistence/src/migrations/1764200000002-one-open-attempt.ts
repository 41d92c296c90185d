import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A transfer has one attempt whose outcome is open: no key is made while an older one may still move the money. */
export class OneOpenAttempt1764200000002 implements MigrationInterface {
  readonly name = 'OneOpenAttempt1764200000002';
  /** Built beside the writers of a busy table, which a transaction cannot do. */
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    // A build that was cut off leaves an invalid index behind.
    await db.query(`DROP INDEX CONCURRENTLY IF EXISTS attempt_open_idx`);
    await db.query(
      `CREATE UNIQUE INDEX CONCURRENTLY attempt_open_idx ON attempt (transfer_id) WHERE status IN ('prepared', 'sent', 'pending', 'unknown')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX attempt_open_idx`);
  }
}
