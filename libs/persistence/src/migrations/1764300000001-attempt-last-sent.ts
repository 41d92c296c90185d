import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an attempt was sent last: how long nothing found proves nothing counts from there. */
export class AttemptLastSent1764300000001 implements MigrationInterface {
  readonly name = 'AttemptLastSent1764300000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE attempt ADD COLUMN last_sent_at timestamptz');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE attempt DROP COLUMN last_sent_at');
  }
}
