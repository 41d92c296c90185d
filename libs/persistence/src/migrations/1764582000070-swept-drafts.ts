import type { MigrationInterface, QueryRunner } from 'typeorm';
import { passageOf } from './wall';

/** Drafts whose time is over, and those about sales whose customer was erased, go also where nobody keeps a new one. */
export class SweptDrafts1764582000070 implements MigrationInterface {
  readonly name = 'SweptDrafts1764582000070';

  async up(db: QueryRunner): Promise<void> {
    for (const [table, privileges] of PASSAGES) await db.query(passageOf('eraser', table, privileges));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [table, privileges] of PASSAGES)
      await db.query(`
DROP POLICY ${table}_of_eraser ON ${table};
REVOKE ${privileges} ON ${table} FROM zikui_eraser;`);
  }
}

const PASSAGES = [
  ['refund_draft', 'SELECT (id, merchant_id, name, expires_at), DELETE'],
  ['sale', 'SELECT (merchant_id, sale_ref, customer_id)'],
  ['customer', 'SELECT (id, data_key)'],
] as const;
