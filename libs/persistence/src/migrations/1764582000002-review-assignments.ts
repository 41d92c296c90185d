import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refunds of the desk are handed to somebody, who is told of it. */
export class ReviewAssignments1764582000002 implements MigrationInterface {
  readonly name = 'ReviewAssignments1764582000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE refund ADD review_assigned_to varchar(120)');
    await db.query('ALTER TABLE staff_message ALTER step_id DROP NOT NULL');
    await db.query(kinds([...BEFORE, 'review_assigned']));
    await db.query(
      `ALTER TABLE staff_message ADD CONSTRAINT staff_message_step_check CHECK ((kind = 'review_assigned') = (step_id IS NULL))`,
    );
    await db.query(
      'CREATE UNIQUE INDEX staff_message_review_idx ON staff_message (refund_id, person) WHERE step_id IS NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM staff_message WHERE step_id IS NULL`);
    await db.query('DROP INDEX staff_message_review_idx');
    await db.query('ALTER TABLE staff_message DROP CONSTRAINT staff_message_step_check');
    await db.query(kinds(BEFORE));
    await db.query('ALTER TABLE staff_message ALTER step_id SET NOT NULL');
    await db.query('ALTER TABLE refund DROP review_assigned_to');
  }
}

const BEFORE = [
  ...['approval_open', 'approval_reminder', 'approval_escalated', 'approval_assigned'],
  ...['pay_by_near', 'pay_by_missed', 'approval_withdrawn'],
];
const kinds = (names: readonly string[]): string => `
ALTER TABLE staff_message DROP CONSTRAINT staff_message_kind_check,
  ADD CONSTRAINT staff_message_kind_check CHECK (kind IN (${names.map((name) => `'${name}'`).join(', ')}))`;
