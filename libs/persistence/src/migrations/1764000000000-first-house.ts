import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the first house: sales, policies, refunds, money out, goods back, documents, messages and the boxes between processes. */
export class FirstHouse1764000000000 implements MigrationInterface {
  readonly name = 'FirstHouse1764000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(MERCHANTS);
    await db.query(SALES);
    await db.query(REFUNDS);
    await db.query(MONEY_OUT);
    await db.query(APPROVALS);
    await db.query(GOODS);
    await db.query(LEDGER);
    await db.query(DOCUMENTS);
    await db.query(BOXES);
    await db.query(GUARDS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE refund_command, idempotency_key, outbox, inbox_event, outgoing_event, message, credit_note, credit_note_series,
        posting, ledger_transaction, credit_entry, credit_account, parcel_event, parcel, return_item, goods_return,
        decision, approval_step, attempt, reservation, transfer, refund_event, refund_line, refund,
        payment, sale_line, sale, policy_version, customer, legal_entity, api_key, merchant;
      DROP FUNCTION refuse_change(); DROP FUNCTION refuse_change_once_issued(); DROP FUNCTION check_ledger_transaction_balances(); DROP FUNCTION current_transaction_no();
    `);
  }
}

const MERCHANTS = `
CREATE TABLE merchant (
  id uuid CONSTRAINT merchant_pkey PRIMARY KEY,
  slug varchar(64) NOT NULL,
  name varchar(120) NOT NULL,
  mode varchar(4) NOT NULL,
  time_zone varchar(64) NOT NULL,
  locale varchar(2) NOT NULL,
  gateways jsonb NOT NULL DEFAULT '{}',
  carriers jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT merchant_slug_key UNIQUE (slug),
  CONSTRAINT merchant_mode_check CHECK (mode IN ('test', 'live'))
);
CREATE TABLE api_key (
  id uuid CONSTRAINT api_key_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT api_key_merchant_id_fkey REFERENCES merchant (id),
  public_id char(8) NOT NULL,
  secret_hash char(64) NOT NULL,
  mode varchar(4) NOT NULL,
  owner varchar(120) NOT NULL,
  scopes text[] NOT NULL,
  role varchar(16),
  amount_limit bigint,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT api_key_public_id_key UNIQUE (public_id),
  CONSTRAINT api_key_never_creates_and_decides_check CHECK (NOT scopes @> ARRAY['refunds:create', 'refunds:decide']),
  CONSTRAINT api_key_decides_within_a_limit_check CHECK (NOT scopes @> ARRAY['refunds:decide'] OR (role IS NOT NULL AND amount_limit IS NOT NULL))
);
CREATE INDEX api_key_merchant_id_idx ON api_key (merchant_id);
CREATE TABLE legal_entity (
  id uuid CONSTRAINT legal_entity_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT legal_entity_merchant_id_fkey REFERENCES merchant (id),
  ref varchar(64) NOT NULL,
  name varchar(120) NOT NULL,
  registration_number varchar(64) NOT NULL,
  address varchar(500) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT legal_entity_merchant_id_ref_key UNIQUE (merchant_id, ref)
);
CREATE TABLE customer (
  id uuid CONSTRAINT customer_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT customer_merchant_id_fkey REFERENCES merchant (id),
  ref varchar(64) NOT NULL,
  locale varchar(2) NOT NULL,
  protected_group varchar(16),
  data_key text,
  personal text,
  email_hash char(64),
  phone_hash char(64),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT customer_merchant_id_ref_key UNIQUE (merchant_id, ref)
);
CREATE INDEX customer_email_hash_idx ON customer (email_hash, merchant_id);
CREATE INDEX customer_phone_hash_idx ON customer (phone_hash, merchant_id);
CREATE TABLE policy_version (
  id uuid CONSTRAINT policy_version_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT policy_version_merchant_id_fkey REFERENCES merchant (id),
  currency char(3) NOT NULL,
  number integer NOT NULL,
  name varchar(120) NOT NULL,
  source text NOT NULL,
  hash char(64) NOT NULL,
  status varchar(16) NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT policy_version_merchant_id_currency_number_key UNIQUE (merchant_id, currency, number),
  CONSTRAINT policy_version_status_check CHECK (status IN ('published', 'retired'))
);
CREATE UNIQUE INDEX policy_version_published_idx ON policy_version (merchant_id, currency) WHERE status = 'published';
`;

const SALES = `
CREATE TABLE sale (
  id uuid CONSTRAINT sale_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT sale_merchant_id_fkey REFERENCES merchant (id),
  sale_ref varchar(64) NOT NULL,
  customer_id uuid NOT NULL CONSTRAINT sale_customer_id_fkey REFERENCES customer (id),
  legal_entity_id uuid NOT NULL CONSTRAINT sale_legal_entity_id_fkey REFERENCES legal_entity (id),
  currency char(3) NOT NULL,
  shipping_total bigint NOT NULL,
  shipping_tax bigint NOT NULL,
  snapshot jsonb NOT NULL,
  body_hash char(64) NOT NULL,
  first_refund_at timestamptz,
  placed_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sale_merchant_id_sale_ref_key UNIQUE (merchant_id, sale_ref),
  CONSTRAINT sale_shipping_check CHECK (shipping_total >= 0 AND shipping_tax >= 0 AND shipping_tax <= shipping_total)
);
CREATE INDEX sale_customer_id_idx ON sale (customer_id);
CREATE TABLE sale_line (
  id uuid CONSTRAINT sale_line_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT sale_line_merchant_id_fkey REFERENCES merchant (id),
  sale_id uuid NOT NULL CONSTRAINT sale_line_sale_id_fkey REFERENCES sale (id) ON DELETE CASCADE,
  no integer NOT NULL,
  ref varchar(64) NOT NULL,
  kind varchar(16) NOT NULL,
  quantity integer NOT NULL,
  total bigint NOT NULL,
  tax bigint NOT NULL,
  CONSTRAINT sale_line_sale_id_ref_key UNIQUE (sale_id, ref),
  CONSTRAINT sale_line_quantity_check CHECK (quantity > 0),
  CONSTRAINT sale_line_amounts_check CHECK (total >= 0 AND tax >= 0 AND tax <= total)
);
CREATE TABLE payment (
  id uuid CONSTRAINT payment_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT payment_merchant_id_fkey REFERENCES merchant (id),
  sale_id uuid NOT NULL CONSTRAINT payment_sale_id_fkey REFERENCES sale (id) ON DELETE CASCADE,
  no integer NOT NULL,
  ref varchar(64) NOT NULL,
  gateway varchar(32) NOT NULL,
  gateway_ref varchar(120) NOT NULL,
  currency char(3) NOT NULL,
  captured bigint NOT NULL,
  held bigint NOT NULL DEFAULT 0,
  disputed bigint NOT NULL DEFAULT 0,
  captured_at timestamptz,
  CONSTRAINT payment_sale_id_ref_key UNIQUE (sale_id, ref),
  CONSTRAINT payment_captured_check CHECK (captured > 0),
  CONSTRAINT payment_held_check CHECK (held >= 0 AND held <= captured),
  CONSTRAINT payment_disputed_check CHECK (disputed >= 0)
);
CREATE INDEX payment_gateway_ref_idx ON payment (merchant_id, gateway, gateway_ref);
`;

const REFUNDS = `
CREATE TABLE refund (
  id uuid CONSTRAINT refund_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT refund_merchant_id_fkey REFERENCES merchant (id),
  sale_id uuid NOT NULL CONSTRAINT refund_sale_id_fkey REFERENCES sale (id),
  customer_id uuid NOT NULL CONSTRAINT refund_customer_id_fkey REFERENCES customer (id),
  legal_entity_id uuid NOT NULL CONSTRAINT refund_legal_entity_id_fkey REFERENCES legal_entity (id),
  policy_version_id uuid NOT NULL CONSTRAINT refund_policy_version_id_fkey REFERENCES policy_version (id),
  law_version varchar(32) NOT NULL,
  request_key char(64) NOT NULL,
  external_ref varchar(64),
  metadata jsonb NOT NULL DEFAULT '{}',
  reason varchar(32) NOT NULL,
  destination varchar(16) NOT NULL,
  requester varchar(16) NOT NULL,
  requested_by varchar(120),
  requester_owner varchar(120) NOT NULL,
  note text,
  currency char(3) NOT NULL,
  payout bigint NOT NULL,
  shipping_gross bigint NOT NULL,
  shipping_tax bigint NOT NULL,
  goodwill bigint NOT NULL,
  fee bigint NOT NULL,
  short_amount bigint NOT NULL DEFAULT 0,
  status varchar(24) NOT NULL,
  refusal varchar(48),
  review_reason varchar(48),
  was_reversed boolean NOT NULL DEFAULT false,
  statutory boolean NOT NULL,
  snapshot_hash char(64) NOT NULL,
  decided jsonb NOT NULL,
  cancel_by date,
  pay_by date,
  due_at timestamptz,
  version bigint NOT NULL DEFAULT 0,
  run_id varchar(64),
  seq integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz,
  CONSTRAINT refund_payout_check CHECK (payout > 0),
  CONSTRAINT refund_parts_check CHECK (shipping_gross >= 0 AND shipping_tax >= 0 AND shipping_tax <= shipping_gross AND goodwill >= 0 AND fee >= 0),
  CONSTRAINT refund_status_check CHECK (status IN ('requested', 'awaiting_approval', 'awaiting_return', 'processing', 'awaiting_gateway', 'in_doubt',
    'needs_review', 'completed', 'rejected', 'expired', 'cancelled', 'failed'))
);
CREATE UNIQUE INDEX refund_external_ref_idx ON refund (merchant_id, external_ref) WHERE external_ref IS NOT NULL;
CREATE UNIQUE INDEX refund_request_key_idx ON refund (request_key);
CREATE INDEX refund_created_at_idx ON refund (merchant_id, created_at, id);
CREATE INDEX refund_updated_at_idx ON refund (merchant_id, updated_at);
CREATE INDEX refund_status_idx ON refund (merchant_id, status, created_at, id);
CREATE INDEX refund_sale_id_idx ON refund (sale_id, created_at, id);
CREATE INDEX refund_customer_id_idx ON refund (customer_id, created_at, id);
CREATE INDEX refund_requested_by_idx ON refund (merchant_id, requested_by, created_at) WHERE requested_by IS NOT NULL;
CREATE TABLE refund_line (
  id uuid CONSTRAINT refund_line_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT refund_line_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT refund_line_refund_id_fkey REFERENCES refund (id),
  sale_line_id uuid NOT NULL CONSTRAINT refund_line_sale_line_id_fkey REFERENCES sale_line (id),
  no integer NOT NULL,
  units integer NOT NULL,
  gross bigint NOT NULL,
  tax bigint NOT NULL,
  given_back_units integer NOT NULL DEFAULT 0,
  given_back_gross bigint NOT NULL DEFAULT 0,
  given_back_tax bigint NOT NULL DEFAULT 0,
  CONSTRAINT refund_line_refund_id_sale_line_id_key UNIQUE (refund_id, sale_line_id),
  CONSTRAINT refund_line_amounts_check CHECK (units >= 0 AND gross >= 0 AND tax >= 0 AND tax <= gross),
  CONSTRAINT refund_line_given_back_check CHECK (given_back_units BETWEEN 0 AND units AND given_back_gross BETWEEN 0 AND gross AND given_back_tax BETWEEN 0 AND tax)
);
CREATE INDEX refund_line_sale_line_id_idx ON refund_line (sale_line_id);
CREATE TABLE refund_event (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT refund_event_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT refund_event_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT refund_event_refund_id_fkey REFERENCES refund (id),
  run_id varchar(64),
  seq integer,
  kind varchar(48) NOT NULL,
  depth varchar(16) NOT NULL,
  from_status varchar(24),
  to_status varchar(24),
  actor varchar(160) NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT refund_event_refund_id_run_id_seq_key UNIQUE (refund_id, run_id, seq),
  CONSTRAINT refund_event_depth_check CHECK (depth IN ('customer', 'staff', 'technical'))
);
CREATE INDEX refund_event_refund_id_idx ON refund_event (refund_id, id);
`;

const MONEY_OUT = `
CREATE TABLE transfer (
  id uuid CONSTRAINT transfer_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT transfer_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT transfer_refund_id_fkey REFERENCES refund (id),
  no integer NOT NULL,
  payment_id uuid CONSTRAINT transfer_payment_id_fkey REFERENCES payment (id),
  destination varchar(16) NOT NULL,
  gateway varchar(32) NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  status varchar(16) NOT NULL,
  hold_reason varchar(32),
  pending_reason varchar(32),
  decline_reason varchar(120),
  gateway_refund_id varchar(120),
  last_final_news_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT transfer_refund_id_no_key UNIQUE (refund_id, no),
  CONSTRAINT transfer_amount_check CHECK (amount > 0),
  CONSTRAINT transfer_destination_check CHECK (destination IN ('payment', 'store_credit', 'manual') AND (destination = 'payment') = (payment_id IS NOT NULL)),
  CONSTRAINT transfer_status_check CHECK (status IN ('planned', 'sending', 'pending', 'in_doubt', 'declined', 'settled', 'reversed', 'released'))
);
CREATE UNIQUE INDEX transfer_gateway_refund_id_idx ON transfer (merchant_id, gateway, gateway_refund_id) WHERE gateway_refund_id IS NOT NULL;
CREATE INDEX transfer_gateway_idx ON transfer (merchant_id, gateway, refund_id);
CREATE INDEX transfer_payment_id_idx ON transfer (payment_id);
CREATE TABLE reservation (
  id uuid CONSTRAINT reservation_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT reservation_merchant_id_fkey REFERENCES merchant (id),
  transfer_id uuid NOT NULL CONSTRAINT reservation_transfer_id_fkey REFERENCES transfer (id),
  payment_id uuid NOT NULL CONSTRAINT reservation_payment_id_fkey REFERENCES payment (id),
  amount bigint NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz,
  CONSTRAINT reservation_amount_check CHECK (amount > 0)
);
CREATE UNIQUE INDEX reservation_open_idx ON reservation (transfer_id, payment_id) WHERE released_at IS NULL;
CREATE INDEX reservation_payment_id_idx ON reservation (payment_id) WHERE released_at IS NULL;
CREATE TABLE attempt (
  id uuid CONSTRAINT attempt_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT attempt_merchant_id_fkey REFERENCES merchant (id),
  transfer_id uuid NOT NULL CONSTRAINT attempt_transfer_id_fkey REFERENCES transfer (id),
  no integer NOT NULL,
  gateway_key varchar(80) NOT NULL,
  reference varchar(80) NOT NULL,
  request_hash char(64) NOT NULL,
  status varchar(16) NOT NULL,
  sends integer NOT NULL DEFAULT 0,
  gateway_refund_id varchar(120),
  evidence jsonb,
  prepared_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  answered_at timestamptz,
  CONSTRAINT attempt_transfer_id_no_key UNIQUE (transfer_id, no),
  CONSTRAINT attempt_gateway_key_key UNIQUE (gateway_key),
  CONSTRAINT attempt_status_check CHECK (status IN ('prepared', 'sent', 'pending', 'succeeded', 'refused', 'unknown', 'not_sent'))
);
CREATE INDEX attempt_reference_idx ON attempt (merchant_id, reference);
CREATE INDEX attempt_gateway_refund_id_idx ON attempt (merchant_id, gateway_refund_id) WHERE gateway_refund_id IS NOT NULL;
`;

const APPROVALS = `
CREATE TABLE approval_step (
  id uuid CONSTRAINT approval_step_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT approval_step_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT approval_step_refund_id_fkey REFERENCES refund (id),
  round integer NOT NULL DEFAULT 1,
  no integer NOT NULL,
  role varchar(16) NOT NULL,
  hours integer NOT NULL,
  escalate_to varchar(16),
  status varchar(16) NOT NULL,
  opened_at timestamptz,
  due_at timestamptz,
  CONSTRAINT approval_step_refund_id_round_no_key UNIQUE (refund_id, round, no),
  CONSTRAINT approval_step_status_check CHECK (status IN ('waiting', 'open', 'approved', 'rejected', 'expired', 'superseded'))
);
CREATE TABLE decision (
  id uuid CONSTRAINT decision_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT decision_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT decision_refund_id_fkey REFERENCES refund (id),
  step_id uuid NOT NULL CONSTRAINT decision_step_id_fkey REFERENCES approval_step (id),
  command_id uuid NOT NULL,
  actor varchar(160) NOT NULL,
  owner varchar(120) NOT NULL,
  role varchar(16) NOT NULL,
  outcome varchar(16) NOT NULL,
  reason_code varchar(48),
  note text,
  snapshot_hash char(64) NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT decision_step_id_key UNIQUE (step_id),
  CONSTRAINT decision_command_id_key UNIQUE (command_id),
  CONSTRAINT decision_outcome_check CHECK (outcome IN ('approve', 'reject') AND (outcome = 'approve' OR reason_code IS NOT NULL))
);
CREATE INDEX decision_refund_id_idx ON decision (refund_id);
`;

const GOODS = `
CREATE TABLE goods_return (
  id uuid CONSTRAINT goods_return_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT goods_return_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT goods_return_refund_id_fkey REFERENCES refund (id),
  no integer NOT NULL,
  mode varchar(16) NOT NULL,
  method varchar(16) NOT NULL DEFAULT 'carrier',
  money_on varchar(16) NOT NULL,
  status varchar(24) NOT NULL,
  due_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT goods_return_refund_id_no_key UNIQUE (refund_id, no),
  CONSTRAINT goods_return_method_check CHECK (method IN ('carrier', 'drop_off')),
  CONSTRAINT goods_return_status_check CHECK (status IN ('expected', 'in_transit', 'partially_received', 'received', 'inspected', 'waived', 'cancelled', 'expired'))
);
CREATE TABLE return_item (
  id uuid CONSTRAINT return_item_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT return_item_merchant_id_fkey REFERENCES merchant (id),
  return_id uuid NOT NULL CONSTRAINT return_item_return_id_fkey REFERENCES goods_return (id),
  refund_line_id uuid NOT NULL CONSTRAINT return_item_refund_line_id_fkey REFERENCES refund_line (id),
  units integer NOT NULL,
  status varchar(24) NOT NULL,
  CONSTRAINT return_item_units_check CHECK (units > 0),
  CONSTRAINT return_item_status_check CHECK (status IN ('expected', 'received', 'accepted', 'accepted_with_deduction', 'rejected', 'missing', 'kept'))
);
CREATE INDEX return_item_return_id_idx ON return_item (return_id);
CREATE TABLE parcel (
  id uuid CONSTRAINT parcel_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT parcel_merchant_id_fkey REFERENCES merchant (id),
  return_id uuid NOT NULL CONSTRAINT parcel_return_id_fkey REFERENCES goods_return (id),
  no integer NOT NULL,
  carrier varchar(32) NOT NULL,
  shipment_ref varchar(120) NOT NULL,
  tracking_code varchar(64) NOT NULL,
  label_url varchar(500) NOT NULL,
  status varchar(24) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT parcel_return_id_no_key UNIQUE (return_id, no),
  CONSTRAINT parcel_tracking_code_key UNIQUE (merchant_id, carrier, tracking_code),
  CONSTRAINT parcel_status_check CHECK (status IN ('label_created', 'in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered', 'exception', 'lost', 'returned_to_sender', 'cancelled'))
);
CREATE TABLE parcel_event (
  id uuid CONSTRAINT parcel_event_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT parcel_event_merchant_id_fkey REFERENCES merchant (id),
  parcel_id uuid NOT NULL CONSTRAINT parcel_event_parcel_id_fkey REFERENCES parcel (id),
  event_id varchar(120) NOT NULL,
  status varchar(24) NOT NULL,
  applied boolean NOT NULL,
  occurred_at timestamptz NOT NULL,
  CONSTRAINT parcel_event_parcel_id_event_id_key UNIQUE (parcel_id, event_id)
);
`;

const LEDGER = `
CREATE TABLE credit_account (
  id uuid CONSTRAINT credit_account_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT credit_account_merchant_id_fkey REFERENCES merchant (id),
  customer_id uuid NOT NULL CONSTRAINT credit_account_customer_id_fkey REFERENCES customer (id),
  legal_entity_id uuid NOT NULL CONSTRAINT credit_account_legal_entity_id_fkey REFERENCES legal_entity (id),
  currency char(3) NOT NULL,
  available bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT credit_account_customer_id_legal_entity_id_currency_key UNIQUE (customer_id, legal_entity_id, currency),
  CONSTRAINT credit_account_balance_check CHECK (available >= 0 AND held >= 0)
);
CREATE TABLE credit_entry (
  id uuid CONSTRAINT credit_entry_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT credit_entry_merchant_id_fkey REFERENCES merchant (id),
  account_id uuid NOT NULL CONSTRAINT credit_entry_account_id_fkey REFERENCES credit_account (id),
  transfer_id uuid CONSTRAINT credit_entry_transfer_id_fkey REFERENCES transfer (id),
  kind varchar(16) NOT NULL,
  amount bigint NOT NULL,
  available bigint NOT NULL,
  held bigint NOT NULL DEFAULT 0,
  expires_on date,
  status varchar(16) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT credit_entry_transfer_id_kind_key UNIQUE (transfer_id, kind),
  CONSTRAINT credit_entry_kind_check CHECK (kind IN ('refund', 'bonus')),
  CONSTRAINT credit_entry_amounts_check CHECK (amount > 0 AND available >= 0 AND held >= 0 AND available + held <= amount),
  CONSTRAINT credit_entry_status_check CHECK (status IN ('active', 'exhausted', 'expired', 'reversed'))
);
CREATE INDEX credit_entry_account_id_idx ON credit_entry (account_id, expires_on);
CREATE TABLE ledger_transaction (
  id uuid CONSTRAINT ledger_transaction_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT ledger_transaction_merchant_id_fkey REFERENCES merchant (id),
  legal_entity_id uuid NOT NULL CONSTRAINT ledger_transaction_legal_entity_id_fkey REFERENCES legal_entity (id),
  refund_id uuid NOT NULL CONSTRAINT ledger_transaction_refund_id_fkey REFERENCES refund (id),
  kind varchar(32) NOT NULL,
  key varchar(120) NOT NULL,
  currency char(3) NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ledger_transaction_key_key UNIQUE (key)
);
CREATE INDEX ledger_transaction_refund_id_idx ON ledger_transaction (refund_id);
CREATE TABLE posting (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT posting_merchant_id_fkey REFERENCES merchant (id),
  transaction_id uuid NOT NULL CONSTRAINT posting_transaction_id_fkey REFERENCES ledger_transaction (id),
  account varchar(32) NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  credit_account_id uuid CONSTRAINT posting_credit_account_id_fkey REFERENCES credit_account (id),
  CONSTRAINT posting_amount_check CHECK (amount <> 0)
);
CREATE INDEX posting_transaction_id_idx ON posting (transaction_id);
`;

const DOCUMENTS = `
CREATE TABLE credit_note_series (
  id uuid CONSTRAINT credit_note_series_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT credit_note_series_merchant_id_fkey REFERENCES merchant (id),
  legal_entity_id uuid NOT NULL CONSTRAINT credit_note_series_legal_entity_id_fkey REFERENCES legal_entity (id),
  document_type varchar(16) NOT NULL,
  prefix varchar(16) NOT NULL,
  next_number bigint NOT NULL DEFAULT 1,
  CONSTRAINT credit_note_series_legal_entity_id_document_type_key UNIQUE (legal_entity_id, document_type),
  CONSTRAINT credit_note_series_next_number_check CHECK (next_number > 0)
);
CREATE TABLE credit_note (
  id uuid CONSTRAINT credit_note_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT credit_note_merchant_id_fkey REFERENCES merchant (id),
  series_id uuid NOT NULL CONSTRAINT credit_note_series_id_fkey REFERENCES credit_note_series (id),
  refund_id uuid NOT NULL CONSTRAINT credit_note_refund_id_fkey REFERENCES refund (id),
  document_type varchar(16) NOT NULL,
  completion integer NOT NULL,
  status varchar(16) NOT NULL,
  number bigint,
  display_number varchar(48),
  currency char(3) NOT NULL,
  net bigint NOT NULL,
  tax bigint NOT NULL,
  total bigint NOT NULL,
  body jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  issued_at timestamptz,
  CONSTRAINT credit_note_series_id_number_key UNIQUE (series_id, number),
  CONSTRAINT credit_note_refund_id_document_type_completion_key UNIQUE (refund_id, document_type, completion),
  CONSTRAINT credit_note_status_check CHECK (status IN ('draft', 'issued') AND (status = 'issued') = (number IS NOT NULL) AND (status = 'issued') = (issued_at IS NOT NULL)),
  CONSTRAINT credit_note_total_check CHECK (net + tax = total AND total > 0)
);
`;

const BOXES = `
CREATE FUNCTION current_transaction_no() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT pg_current_xact_id()::text::bigint';
CREATE TABLE message (
  id uuid CONSTRAINT message_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT message_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT message_refund_id_fkey REFERENCES refund (id),
  kind varchar(32) NOT NULL,
  no integer NOT NULL,
  channel varchar(8) NOT NULL DEFAULT 'mail',
  status varchar(16) NOT NULL,
  failure varchar(48),
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  CONSTRAINT message_refund_id_kind_no_key UNIQUE (refund_id, kind, no),
  CONSTRAINT message_status_check CHECK (status IN ('queued', 'sending', 'sent', 'delivered', 'bounced', 'failed', 'suppressed'))
);
CREATE TABLE outgoing_event (
  number bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outgoing_event_pkey PRIMARY KEY,
  transaction_no bigint NOT NULL DEFAULT current_transaction_no(),
  merchant_id uuid NOT NULL CONSTRAINT outgoing_event_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT outgoing_event_refund_id_fkey REFERENCES refund (id),
  sequence integer NOT NULL,
  type varchar(48) NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT outgoing_event_refund_id_sequence_key UNIQUE (refund_id, sequence)
);
CREATE INDEX outgoing_event_order_idx ON outgoing_event (merchant_id, transaction_no, number);
CREATE TABLE inbox_event (
  id uuid CONSTRAINT inbox_event_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT inbox_event_merchant_id_fkey REFERENCES merchant (id),
  source varchar(48) NOT NULL,
  event_id varchar(120) NOT NULL,
  type varchar(64) NOT NULL,
  fact jsonb NOT NULL,
  state varchar(16) NOT NULL,
  refund_id uuid CONSTRAINT inbox_event_refund_id_fkey REFERENCES refund (id),
  workflow_id varchar(160),
  signal jsonb,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  received_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inbox_event_merchant_id_source_event_id_key UNIQUE (merchant_id, source, event_id),
  CONSTRAINT inbox_event_state_check CHECK (state IN ('waiting', 'to_signal', 'signalled', 'recorded', 'late', 'unmatched'))
);
CREATE INDEX inbox_event_next_try_at_idx ON inbox_event (next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX inbox_event_refund_id_idx ON inbox_event (refund_id);
CREATE TABLE outbox (
  refund_id uuid CONSTRAINT outbox_pkey PRIMARY KEY CONSTRAINT outbox_refund_id_fkey REFERENCES refund (id),
  merchant_id uuid NOT NULL CONSTRAINT outbox_merchant_id_fkey REFERENCES merchant (id),
  start jsonb NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_next_try_at_idx ON outbox (next_try_at);
CREATE TABLE idempotency_key (
  merchant_id uuid NOT NULL CONSTRAINT idempotency_key_merchant_id_fkey REFERENCES merchant (id),
  route varchar(64) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  refund_id uuid NOT NULL CONSTRAINT idempotency_key_refund_id_fkey REFERENCES refund (id),
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (merchant_id, route, key)
);
CREATE TABLE refund_command (
  id uuid CONSTRAINT refund_command_pkey PRIMARY KEY,
  merchant_id uuid NOT NULL CONSTRAINT refund_command_merchant_id_fkey REFERENCES merchant (id),
  refund_id uuid NOT NULL CONSTRAINT refund_command_refund_id_fkey REFERENCES refund (id),
  route varchar(96) NOT NULL,
  key varchar(128) NOT NULL,
  body_hash char(64) NOT NULL,
  name varchar(32) NOT NULL,
  key_id uuid NOT NULL CONSTRAINT refund_command_key_id_fkey REFERENCES api_key (id),
  actor varchar(160) NOT NULL,
  workflow_id varchar(160) NOT NULL,
  payload jsonb NOT NULL,
  note text,
  state varchar(16) NOT NULL,
  refusal varchar(48),
  answer jsonb,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT refund_command_merchant_id_route_key_key UNIQUE (merchant_id, route, key),
  CONSTRAINT refund_command_state_check CHECK (state IN ('pending', 'done', 'refused'))
);
CREATE INDEX refund_command_next_try_at_idx ON refund_command (next_try_at) WHERE state = 'pending';
CREATE INDEX refund_command_refund_id_idx ON refund_command (refund_id);
`;

/** Rules that no code may break: append-only tables, issued documents, balanced books. */
const GUARDS = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE ON posting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE ON ledger_transaction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refund_event_append_only BEFORE UPDATE OR DELETE ON refund_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_once_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'issued' THEN
    RAISE EXCEPTION 'credit note % is issued and never changes', OLD.display_number USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER credit_note_immutable BEFORE UPDATE OR DELETE ON credit_note FOR EACH ROW EXECUTE FUNCTION refuse_change_once_issued();

CREATE FUNCTION check_ledger_transaction_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM posting WHERE transaction_id = NEW.transaction_id GROUP BY currency HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_transaction_balances();
`;
