import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts that a second person has to confirm, and the book of what people did. */
export class SecondPerson1764200000000 implements MigrationInterface {
  readonly name = 'SecondPerson1764200000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PROPOSALS);
    await db.query(AUDIT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE proposal_decision, proposal;
      DROP FUNCTION audit_entry_hash(audit_entry); DROP TABLE audit_entry; DROP FUNCTION chain_audit_entry();
    `);
  }
}

const PROPOSALS = `
CREATE TABLE proposal (
  id uuid CONSTRAINT proposal_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT proposal_merchant_id_fkey REFERENCES merchant (id),
  kind varchar(32) NOT NULL,
  subject varchar(96) NOT NULL,
  subject_hash char(64) NOT NULL,
  refund_id uuid CONSTRAINT proposal_refund_id_fkey REFERENCES refund (id),
  transfer_id uuid CONSTRAINT proposal_transfer_id_fkey REFERENCES transfer (id),
  payload jsonb NOT NULL,
  payload_hash char(64) NOT NULL,
  amount bigint,
  currency char(3),
  proposed_by varchar(160) NOT NULL,
  proposer_owner varchar(120) NOT NULL,
  reason text,
  evidence text NOT NULL,
  status varchar(16) NOT NULL,
  route varchar(96) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT proposal_merchant_id_route_key_key UNIQUE (merchant_id, route, key),
  CONSTRAINT proposal_status_check CHECK (status IN ('open', 'confirmed', 'rejected', 'void', 'expired') AND (status = 'open') = (ended_at IS NULL)),
  CONSTRAINT proposal_amount_check CHECK (amount IS NULL OR (amount > 0 AND currency IS NOT NULL))
);
CREATE UNIQUE INDEX proposal_open_idx ON proposal (merchant_id, kind, subject) WHERE status = 'open';
CREATE INDEX proposal_merchant_id_idx ON proposal (merchant_id, id);
CREATE INDEX proposal_status_idx ON proposal (merchant_id, status, id);
CREATE INDEX proposal_refund_id_idx ON proposal (refund_id);
CREATE INDEX proposal_transfer_id_idx ON proposal (transfer_id) WHERE status = 'open';
CREATE TABLE proposal_decision (
  id uuid CONSTRAINT proposal_decision_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT proposal_decision_merchant_id_fkey REFERENCES merchant (id),
  proposal_id uuid NOT NULL CONSTRAINT proposal_decision_proposal_id_fkey REFERENCES proposal (id),
  outcome varchar(16) NOT NULL,
  actor varchar(160) NOT NULL,
  owner varchar(120) NOT NULL,
  role varchar(16) NOT NULL,
  note text,
  payload_hash char(64) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT proposal_decision_proposal_id_key UNIQUE (proposal_id),
  CONSTRAINT proposal_decision_outcome_check CHECK (outcome IN ('confirm', 'reject'))
);
CREATE TRIGGER proposal_decision_append_only BEFORE UPDATE OR DELETE ON proposal_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

/** Each entry carries the hash of the one before it in its chain: a changed, removed or inserted entry no longer fits. */
const AUDIT = `
CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_entry_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT audit_entry_merchant_id_fkey REFERENCES merchant (id),
  chain varchar(48) NOT NULL,
  no integer NOT NULL,
  actor varchar(160) NOT NULL,
  owner varchar(120),
  role varchar(16),
  action varchar(48) NOT NULL,
  subject varchar(96) NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  address varchar(64),
  at timestamptz NOT NULL DEFAULT now(),
  prev_hash char(64) NOT NULL,
  hash char(64) NOT NULL,
  CONSTRAINT audit_entry_chain_no_key UNIQUE (chain, no)
);
CREATE INDEX audit_entry_merchant_id_idx ON audit_entry (merchant_id, id);
CREATE FUNCTION audit_entry_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(entry.prev_hash, entry.merchant_id, entry.chain, entry.no, entry.actor, entry.owner, entry.role,
    entry.action, entry.subject, entry.data, entry.address, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text, 'UTF8')), 'hex')
$$;
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last audit_entry;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.chain, 0));
  SELECT * INTO last FROM audit_entry WHERE chain = NEW.chain ORDER BY no DESC LIMIT 1;
  NEW.no := coalesce(last.no, 0) + 1;
  NEW.prev_hash := coalesce(last.hash, repeat('0', 64));
  NEW.at := now();
  NEW.hash := audit_entry_hash(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_chained BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_never_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;
