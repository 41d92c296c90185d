import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A small index by which the announcements of a day are found; of a kind that a webhook does not pay for when it comes in. */
export class EventsOfADay1764460000000 implements MigrationInterface {
  readonly name = 'EventsOfADay1764460000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX inbox_event_received_at_idx ON inbox_event USING brin (received_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX inbox_event_received_at_idx');
  }
}
