import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is handed a step, and whoever could decide one whose legal date comes near or has passed, is told, too. */
export class StaffDeadlines1764580000000 implements MigrationInterface {
  readonly name = 'StaffDeadlines1764580000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds([...BEFORE, 'approval_assigned', 'pay_by_near', 'pay_by_missed']));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM staff_message WHERE kind NOT IN (${BEFORE.map((kind) => `'${kind}'`).join(', ')})`);
    await db.query(kinds(BEFORE));
  }
}

const BEFORE = ['approval_open', 'approval_reminder', 'approval_escalated'];
const kinds = (names: readonly string[]): string => `
ALTER TABLE staff_message DROP CONSTRAINT staff_message_kind_check,
  ADD CONSTRAINT staff_message_kind_check CHECK (kind IN (${names.map((name) => `'${name}'`).join(', ')}))`;
