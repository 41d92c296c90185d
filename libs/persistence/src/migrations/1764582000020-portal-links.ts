import type { MigrationInterface, QueryRunner } from 'typeorm';
import { passageOf, wallAround } from './wall';

/** Customers reach the page of their refund by links in messages; some messages are sent by no process, and the shop says how it is reached. */
export class PortalLinks1764582000020 implements MigrationInterface {
  readonly name = 'PortalLinks1764582000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(wallAround('portal_link'));
    await db.query(
      passageOf(
        'relay',
        'message',
        'SELECT (id, merchant_id, status, tries, next_try_at), UPDATE (tries, next_try_at)',
      ),
    );
    // Whoever asks for a link names a refund before anybody knows whose it is.
    await db.query(passageOf('intake', 'refund', 'SELECT (id, merchant_id)'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
DROP POLICY refund_of_intake ON refund;
REVOKE SELECT (id, merchant_id) ON refund FROM zikui_intake;
DROP POLICY message_of_relay ON message;
REVOKE SELECT (id, merchant_id, status, tries, next_try_at), UPDATE (tries, next_try_at) ON message FROM zikui_relay;
DROP TABLE portal_link;
DELETE FROM message WHERE next_try_at IS NOT NULL AND status = 'queued';
ALTER TABLE message DROP tries, DROP next_try_at;
ALTER TABLE merchant DROP contact;`);
  }
}

const TABLES = `
ALTER TABLE merchant ADD contact jsonb NOT NULL DEFAULT '{}';
ALTER TABLE message ADD tries integer NOT NULL DEFAULT 0, ADD next_try_at timestamptz;
CREATE INDEX message_next_try_at_idx ON message (next_try_at) WHERE next_try_at IS NOT NULL AND status = 'queued';
CREATE TABLE portal_link (
  message_id uuid CONSTRAINT portal_link_pkey PRIMARY KEY CONSTRAINT portal_link_message_id_fkey REFERENCES message (id),
  merchant_id uuid NOT NULL CONSTRAINT portal_link_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT portal_link_refund_id_fkey REFERENCES refund (id),
  opened integer NOT NULL,
  opened_at timestamptz,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT portal_link_opened_check CHECK (opened >= 0)
);`;
