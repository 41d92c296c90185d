import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallAround } from './wall';

/** What people keep for themselves: forms that they have begun, lists as they look at them, refunds that they follow. */
export class OwnPages1764582000010 implements MigrationInterface {
  readonly name = 'OwnPages1764582000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    for (const table of OWN) await db.query(wallAround(table));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE ${OWN.join(', ')}`);
  }
}

const OWN = ['refund_draft', 'saved_view', 'refund_watch'];
const owned = (table: string): string => `
  id uuid CONSTRAINT ${table}_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT ${table}_merchant_id_fkey REFERENCES merchant (id),
  staff_id uuid NOT NULL CONSTRAINT ${table}_staff_id_fkey REFERENCES staff_user (id),`;

const TABLES = `
CREATE TABLE refund_draft (${owned('refund_draft')}
  name varchar(64) NOT NULL,
  sealed text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT refund_draft_staff_id_name_key UNIQUE (staff_id, name)
);
CREATE INDEX refund_draft_expires_at_idx ON refund_draft (merchant_id, expires_at);
CREATE TABLE saved_view (${owned('saved_view')}
  page varchar(16) NOT NULL,
  name varchar(60) NOT NULL,
  query varchar(500) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT saved_view_staff_id_page_name_key UNIQUE (staff_id, page, name),
  CONSTRAINT saved_view_page_check CHECK (page IN ('refunds', 'approvals', 'reviews'))
);
CREATE INDEX saved_view_merchant_id_idx ON saved_view (merchant_id, id);
CREATE TABLE refund_watch (${owned('refund_watch')}
  refund_id uuid NOT NULL CONSTRAINT refund_watch_refund_id_fkey REFERENCES refund (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT refund_watch_staff_id_refund_id_key UNIQUE (staff_id, refund_id)
);
CREATE INDEX refund_watch_merchant_id_idx ON refund_watch (merchant_id, id);
CREATE INDEX refund_watch_refund_id_idx ON refund_watch (refund_id);
`;
