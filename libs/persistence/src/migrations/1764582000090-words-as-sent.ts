import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a message said when it was sent, and to which address, under the key of its customer. What was sent before has none. */
export class WordsAsSent1764582000090 implements MigrationInterface {
  readonly name = 'WordsAsSent1764582000090';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
ALTER TABLE message
  ADD COLUMN sealed text,
  ADD CONSTRAINT message_sealed_check CHECK (sealed IS NULL OR (sent_at IS NOT NULL AND length(sealed) <= 90000))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE message DROP COLUMN sealed');
  }
}
