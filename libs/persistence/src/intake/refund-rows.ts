type Json = string | number | boolean | null | object;
type Rows<Column extends string> = readonly Readonly<Record<Column, Json>>[];

const REFUND = [
  'id',
  'merchant_id',
  'sale_id',
  'customer_id',
  'legal_entity_id',
  'policy_version_id',
  'law_version',
  'request_key',
  'external_ref',
  'metadata',
  'reason',
  'destination',
  'requester',
  'requested_by',
  'requester_owner',
  'note',
  'currency',
  'payout',
  'shipping_gross',
  'shipping_tax',
  'goodwill',
  'fee',
  'status',
  'refusal',
  'statutory',
  'snapshot_hash',
  'decided',
  'cancel_by',
  'pay_by',
  'pay_ends_at',
  'clock_at',
  'due_at',
  'created_at',
  'updated_at',
] as const;

/** What the intake writes: columns by table. Columns that are not named keep their default. */
const COLUMNS = {
  refund: REFUND,
  refund_line: ['id', 'merchant_id', 'refund_id', 'sale_line_id', 'no', 'units', 'gross', 'tax'],
  transfer: [
    'id',
    'merchant_id',
    'refund_id',
    'no',
    'payment_id',
    'destination',
    'gateway',
    'currency',
    'amount',
    'status',
  ],
  reservation: ['id', 'merchant_id', 'transfer_id', 'payment_id', 'amount'],
  approval_step: ['id', 'merchant_id', 'refund_id', 'no', 'role', 'slots', 'needed', 'hours', 'escalate_to', 'status'],
  goods_return: ['id', 'merchant_id', 'refund_id', 'no', 'mode', 'money_on', 'method', 'status', 'due_at'],
  return_item: ['id', 'merchant_id', 'return_id', 'refund_line_id', 'units', 'status'],
  refund_event: ['merchant_id', 'refund_id', 'kind', 'depth', 'to_status', 'actor', 'data'],
  outgoing_event: ['merchant_id', 'refund_id', 'sequence', 'type', 'body'],
  outbox: ['refund_id', 'merchant_id', 'start', 'next_try_at'],
  idempotency_key: ['merchant_id', 'route', 'key', 'body_hash', 'refund_id', 'answer'],
} as const;
type Table = keyof typeof COLUMNS;

/** Rows of one table on their way in. */
export type RowsOf<T extends Table> = Rows<(typeof COLUMNS)[T][number]>;
/** One refund as rows, by table. The whole goes to PostgreSQL as one JSON document, in one statement. */
export type RefundRows = Readonly<{ [T in Table]: RowsOf<T> }>;

/** The columns that every row of a refund has. */
export type OwnColumns = Readonly<{ merchant_id: string; refund_id: string }>;

const insert = (table: Table): string => {
  const columns = COLUMNS[table].join(', ');
  return `${table}_rows AS (
    INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb -> '${table}')
  )`;
};

/** $1: the rows, $2: the sale. Insists that every reservation finds room: fails as `over_refund` when one does not. */
export const INSERT_REFUND = `
  WITH ${(Object.keys(COLUMNS) as Table[]).map(insert).join(', ')},
  held AS (
    UPDATE payment SET held = payment.held + r.amount
    FROM jsonb_to_recordset($1::jsonb -> 'reservation') AS r (payment_id uuid, amount bigint)
    WHERE payment.id = r.payment_id AND payment.held + r.amount <= payment.captured - payment.disputed
    RETURNING payment.id
  ), frozen AS (
    UPDATE sale SET first_refund_at = now() WHERE id = $2 AND first_refund_at IS NULL
  )
  SELECT insist(count(*) = jsonb_array_length($1::jsonb -> 'reservation'), 'over_refund') FROM held`;
