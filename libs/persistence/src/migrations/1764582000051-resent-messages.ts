import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that somebody had sent once more: which one it says again, whose key asked for it. */
export class ResentMessages1764582000051 implements MigrationInterface {
  readonly name = 'ResentMessages1764582000051';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE message DROP COLUMN resend_of, DROP COLUMN key');
  }
}

const COLUMNS = `
ALTER TABLE message
  ADD COLUMN resend_of uuid CONSTRAINT message_resend_of_fkey REFERENCES message (id),
  ADD COLUMN key varchar(128),
  ADD CONSTRAINT message_resend_check CHECK ((resend_of IS NULL) = (key IS NULL));
CREATE UNIQUE INDEX message_key_idx ON message (refund_id, key) WHERE key IS NOT NULL;
CREATE INDEX message_resend_of_idx ON message (resend_of) WHERE resend_of IS NOT NULL;
`;
