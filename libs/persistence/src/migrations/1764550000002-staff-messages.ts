import type { MigrationInterface, QueryRunner } from 'typeorm';
import { passageOf, wallAround } from './wall';

/** What approvers are told of steps that wait for them. */
export class StaffMessages1764550000002 implements MigrationInterface {
  readonly name = 'StaffMessages1764550000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(wallAround('staff_message'));
    // What a message says is read as the merchant whose it is.
    await db.query(passageOf('relay', 'staff_message', 'SELECT, UPDATE'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE staff_message`);
  }
}

const TABLES = `
CREATE TABLE staff_message (
  id uuid CONSTRAINT staff_message_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT staff_message_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT staff_message_refund_id_fkey REFERENCES refund (id),
  step_id uuid NOT NULL CONSTRAINT staff_message_step_id_fkey REFERENCES approval_step (id),
  person varchar(120) NOT NULL,
  kind varchar(24) NOT NULL,
  status varchar(16) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT staff_message_step_id_person_kind_key UNIQUE (step_id, person, kind),
  CONSTRAINT staff_message_kind_check CHECK (kind IN ('approval_open', 'approval_reminder', 'approval_escalated')),
  CONSTRAINT staff_message_status_check CHECK (status IN ('queued', 'sent', 'failed', 'suppressed') AND (status = 'queued') = (ended_at IS NULL))
);
CREATE INDEX staff_message_due_idx ON staff_message (next_try_at) WHERE status = 'queued';
`;
