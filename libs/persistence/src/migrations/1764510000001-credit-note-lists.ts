import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents are listed for each merchant, newest first, and found by the number that is printed on them. */
export class CreditNoteLists1764510000001 implements MigrationInterface {
  readonly name = 'CreditNoteLists1764510000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX credit_note_merchant_id_idx ON credit_note (merchant_id, id);
      CREATE INDEX credit_note_display_number_idx ON credit_note (merchant_id, display_number) WHERE display_number IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX credit_note_merchant_id_idx, credit_note_display_number_idx');
  }
}
