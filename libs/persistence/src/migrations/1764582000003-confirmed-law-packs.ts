import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which law packs a merchant confirmed, by whom and when. */
export class ConfirmedLawPacks1764582000003 implements MigrationInterface {
  readonly name = 'ConfirmedLawPacks1764582000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE merchant ADD law_packs jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE merchant DROP law_packs');
  }
}
