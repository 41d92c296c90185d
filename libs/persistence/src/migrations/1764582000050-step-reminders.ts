import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallAround } from './wall';

/** Steps that a person put aside for a while. */
export class StepReminders1764582000050 implements MigrationInterface {
  readonly name = 'StepReminders1764582000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(wallAround('step_reminder'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE step_reminder');
  }
}

const TABLE = `
CREATE TABLE step_reminder (
  id uuid CONSTRAINT step_reminder_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT step_reminder_merchant_id_fkey REFERENCES merchant (id),
  staff_id uuid NOT NULL CONSTRAINT step_reminder_staff_id_fkey REFERENCES staff_user (id),
  step_id uuid NOT NULL CONSTRAINT step_reminder_step_id_fkey REFERENCES approval_step (id),
  remind_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT step_reminder_staff_id_step_id_key UNIQUE (staff_id, step_id)
);
CREATE INDEX step_reminder_merchant_id_idx ON step_reminder (merchant_id, id);
CREATE INDEX step_reminder_step_id_idx ON step_reminder (step_id);
`;
