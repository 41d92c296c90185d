import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A small index by which the attempts of a day are found; of a kind that a refund does not pay for when it is sent. */
export class AttemptsOfADay1764300000002 implements MigrationInterface {
  readonly name = 'AttemptsOfADay1764300000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX attempt_sent_at_idx ON attempt USING brin (sent_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX attempt_sent_at_idx');
  }
}
