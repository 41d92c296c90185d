import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallAround } from './wall';

/** What people say about a refund: comments, questions back with their answers, and photos. */
export class Notes1764550000001 implements MigrationInterface {
  readonly name = 'Notes1764550000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(wallAround('note'));
    await db.query(wallAround('evidence'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE evidence, note`);
  }
}

const TABLES = `
CREATE TABLE note (
  id uuid CONSTRAINT note_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT note_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT note_refund_id_fkey REFERENCES refund (id),
  kind varchar(16) NOT NULL,
  step integer,
  asked_of varchar(16),
  reply_to uuid CONSTRAINT note_reply_to_fkey REFERENCES note (id),
  actor varchar(160) NOT NULL,
  sealed text NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT note_refund_id_key_key UNIQUE (refund_id, key),
  CONSTRAINT note_kind_check CHECK (kind IN ('comment', 'question', 'answer')),
  CONSTRAINT note_question_check CHECK ((kind = 'question') = (asked_of IS NOT NULL) AND (asked_of IS NULL OR asked_of IN ('requester', 'customer'))),
  CONSTRAINT note_answer_check CHECK ((kind = 'answer') = (reply_to IS NOT NULL))
);
CREATE UNIQUE INDEX note_reply_to_idx ON note (reply_to) WHERE reply_to IS NOT NULL;
CREATE TABLE evidence (
  id uuid CONSTRAINT evidence_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT evidence_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT evidence_refund_id_fkey REFERENCES refund (id),
  note_id uuid CONSTRAINT evidence_note_id_fkey REFERENCES note (id),
  media_type varchar(32) NOT NULL,
  bytes integer NOT NULL,
  content_hash char(64) NOT NULL,
  content text NOT NULL,
  actor varchar(160) NOT NULL,
  key varchar(128) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT evidence_refund_id_key_key UNIQUE (refund_id, key),
  CONSTRAINT evidence_bytes_check CHECK (bytes BETWEEN 1 AND 8388608)
);
`;
