import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which transfer another one was made instead of, also where that one was given up before it moved anything. */
export class StandIns1764570000001 implements MigrationInterface {
  readonly name = 'StandIns1764570000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE transfer ADD COLUMN instead_of_id uuid;
      UPDATE transfer SET instead_of_id = replaces_id WHERE replaces_id IS NOT NULL;
      ALTER TABLE transfer ADD CONSTRAINT transfer_instead_of_id_fkey FOREIGN KEY (instead_of_id) REFERENCES transfer (id) NOT VALID;
      ALTER TABLE transfer VALIDATE CONSTRAINT transfer_instead_of_id_fkey;
      CREATE INDEX transfer_instead_of_id_idx ON transfer (instead_of_id) WHERE instead_of_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX transfer_instead_of_id_idx;
      ALTER TABLE transfer DROP CONSTRAINT transfer_instead_of_id_fkey, DROP COLUMN instead_of_id;
    `);
  }
}
