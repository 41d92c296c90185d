import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refund that ends short gives shipping and goodwill back, as its lines do. */
export class ShortClose1764200000001 implements MigrationInterface {
  readonly name = 'ShortClose1764200000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE refund
        ADD given_back_shipping_gross bigint NOT NULL DEFAULT 0,
        ADD given_back_shipping_tax bigint NOT NULL DEFAULT 0,
        ADD given_back_goodwill bigint NOT NULL DEFAULT 0;
      ALTER TABLE refund ADD CONSTRAINT refund_given_back_check CHECK (short_amount BETWEEN 0 AND payout
        AND given_back_shipping_gross BETWEEN 0 AND shipping_gross AND given_back_shipping_tax BETWEEN 0 AND shipping_tax
        AND given_back_goodwill BETWEEN 0 AND goodwill) NOT VALID;
      ALTER TABLE refund VALIDATE CONSTRAINT refund_given_back_check;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE refund DROP CONSTRAINT refund_given_back_check;
      ALTER TABLE refund DROP given_back_shipping_gross, DROP given_back_shipping_tax, DROP given_back_goodwill;
    `);
  }
}
