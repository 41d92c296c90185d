import type { MigrationInterface, QueryRunner } from 'typeorm';
import { passageOf } from './wall';

/** Customers ask for a link by what they know: the number of their order, and how the shop reaches them. Nobody knows yet whose shop it is. */
export class AskedLinks1764582000100 implements MigrationInterface {
  readonly name = 'AskedLinks1764582000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(INDEXES);
    for (const [table, privileges] of PASSAGES) await db.query(passageOf('intake', table, privileges));
    await db.query(`GRANT SELECT (customer_id) ON refund TO zikui_intake`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE SELECT (customer_id) ON refund FROM zikui_intake`);
    for (const [table, privileges] of PASSAGES)
      await db.query(`DROP POLICY ${table}_of_intake ON ${table}; REVOKE ${privileges} ON ${table} FROM zikui_intake;`);
    await db.query(`DROP INDEX sale_sale_ref_idx; DROP INDEX message_link_asked_idx;`);
  }
}

const PASSAGES = [
  ['sale', 'SELECT (merchant_id, sale_ref, customer_id)'],
  ['customer', 'SELECT (id, merchant_id, email_hash, phone_hash)'],
] as const;
const INDEXES = `
CREATE INDEX sale_sale_ref_idx ON sale (sale_ref);
CREATE INDEX message_link_asked_idx ON message (merchant_id, created_at) WHERE kind = 'link_asked';`;
