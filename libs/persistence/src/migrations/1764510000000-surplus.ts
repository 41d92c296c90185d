import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a customer has beside what was owed, until people have seen to it. */
export class Surplus1764510000000 implements MigrationInterface {
  readonly name = 'Surplus1764510000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE refund ADD surplus bigint NOT NULL DEFAULT 0;
      ALTER TABLE refund ADD CONSTRAINT refund_surplus_check CHECK (surplus >= 0) NOT VALID;
      ALTER TABLE refund VALIDATE CONSTRAINT refund_surplus_check`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE refund DROP CONSTRAINT refund_surplus_check, DROP surplus');
  }
}
