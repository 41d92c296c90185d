import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often somebody looked at bank accounts in clear is counted from the book, without walking over it. */
export class Unmaskings1764582000001 implements MigrationInterface {
  readonly name = 'Unmaskings1764582000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX audit_entry_unmasked_idx ON audit_entry (merchant_id, owner, at) WHERE action = 'payee.unmasked'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX audit_entry_unmasked_idx`);
  }
}
