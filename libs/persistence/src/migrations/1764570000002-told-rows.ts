import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes are told of rows that changed beside them also where no gateway announced it. */
export class ToldRows1764570000002 implements MigrationInterface {
  readonly name = 'ToldRows1764570000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(names(`'holdLifted', 'gatewayEvent'`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM outbox_signal WHERE name <> 'holdLifted'; ${names(`'holdLifted'`)}`);
  }
}

const names = (known: string): string => `
ALTER TABLE outbox_signal DROP CONSTRAINT outbox_signal_name_check, ADD CONSTRAINT outbox_signal_name_check CHECK (name IN (${known}));`;
