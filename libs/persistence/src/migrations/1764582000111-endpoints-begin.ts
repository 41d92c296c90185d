import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An endpoint keeps which transactions were over when it was made (`pg_snapshot`): its place alone lies before whatever was
 * still running anywhere on the server, and so before events that were done by then. Endpoints of before have none.
 */
export class EndpointsBegin1764582000111 implements MigrationInterface {
  readonly name = 'EndpointsBegin1764582000111';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE webhook_endpoint ADD COLUMN made_after text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE webhook_endpoint DROP COLUMN made_after');
  }
}
