import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever keeps an endpoint is told by mail when it was disabled because it answered 410. */
export class EndpointContact1764510000002 implements MigrationInterface {
  readonly name = 'EndpointContact1764510000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE webhook_endpoint ADD contact text, ADD notice_due_at timestamptz, ADD notice_tries integer NOT NULL DEFAULT 0, ADD noticed_at timestamptz;
      CREATE INDEX webhook_endpoint_notice_idx ON webhook_endpoint (notice_due_at) WHERE notice_due_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX webhook_endpoint_notice_idx;
      ALTER TABLE webhook_endpoint DROP contact, DROP notice_due_at, DROP notice_tries, DROP noticed_at`);
  }
}
