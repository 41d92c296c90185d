import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seals over the book of what people did: who changes, shortens or rewrites it afterwards is found out. */
export class AuditSeal1764440000001 implements MigrationInterface {
  readonly name = 'AuditSeal1764440000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE refund_command DROP COLUMN address; DROP TABLE audit_head, audit_seal`);
  }
}

// A head is the last entry of a chain that a seal covers; the seal's root is over all of them.
const TABLES = `
CREATE TABLE audit_seal (
  no integer CONSTRAINT audit_seal_pkey PRIMARY KEY,
  up_to bigint NOT NULL,
  heads integer NOT NULL,
  root char(64) NOT NULL,
  previous_hash char(64) NOT NULL,
  signature varchar(128) NOT NULL,
  hash char(64) NOT NULL,
  at timestamptz NOT NULL
);
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE audit_head (
  chain varchar(48) CONSTRAINT audit_head_pkey PRIMARY KEY,
  no integer NOT NULL,
  hash char(64) NOT NULL
);
ALTER TABLE refund_command ADD COLUMN address varchar(64);
`;
