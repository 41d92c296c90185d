import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody decided is listed newest first, however long he has decided. */
export class DecisionsOfOne1764582000085 implements MigrationInterface {
  readonly name = 'DecisionsOfOne1764582000085';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX decision_owner_idx ON decision (merchant_id, owner, at, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX decision_owner_idx');
  }
}
