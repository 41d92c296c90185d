import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was asked about what is not there any more is told so. */
export class WithdrawnSteps1764581000000 implements MigrationInterface {
  readonly name = 'WithdrawnSteps1764581000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds([...BEFORE, 'approval_withdrawn']));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM staff_message WHERE kind = 'approval_withdrawn'`);
    await db.query(kinds(BEFORE));
  }
}

const BEFORE = [
  'approval_open',
  'approval_reminder',
  'approval_escalated',
  'approval_assigned',
  'pay_by_near',
  'pay_by_missed',
];
const kinds = (names: readonly string[]): string => `
ALTER TABLE staff_message DROP CONSTRAINT staff_message_kind_check,
  ADD CONSTRAINT staff_message_kind_check CHECK (kind IN (${names.map((name) => `'${name}'`).join(', ')}))`;
