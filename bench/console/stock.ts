import { Client } from 'pg';
import { uuidOf } from '@zikui/domain';
import { copyRows, idOf, type OwnColumns } from '../load/copied-rows';

/** Whose rows, and of which refund they are copies. */
type Stock = Readonly<{ databaseUrl: string; name: string; refundId: string }>;

const REFUNDS_PER_SALE = 5;
const SALES_PER_CUSTOMER = 2;
const SALE = `k / ${String(REFUNDS_PER_SALE)}`;
const CUSTOMER = `${SALE} / ${String(SALES_PER_CUSTOMER)}`;

/** How refunds of a shop ended, out of a thousand: nearly all were paid. */
const STATUS = `CASE WHEN k % 1000 < 940 THEN 'completed' WHEN k % 1000 < 970 THEN 'rejected' WHEN k % 1000 < 985 THEN 'cancelled'
  WHEN k % 1000 < 995 THEN 'expired' WHEN k % 1000 < 999 THEN 'failed' ELSE 'needs_review' END`;
/** One a half minute, the newest first; whole milliseconds, as the service writes them. */
const AT = `date_trunc('second', now()) - k * interval '30 seconds'`;

/** The rows of a refund that a list reads, by table, for refund number `k`. */
const rowsOf = (
  name: string,
): Readonly<Record<string, Readonly<{ own: OwnColumns; original: string; share: number }>>> => {
  const id = (table: string, k: string): string => idOf(`${name} ${table}`, k);
  const ofSale = 1 / REFUNDS_PER_SALE;
  const sold = 'sale_id = (SELECT sale_id FROM refund WHERE id = $1)';
  return {
    customer: {
      own: {
        id: id('customer', 'k'),
        ref: `'${name}-' || k`,
        email_hash: `repeat(md5('${name} mail ' || k), 2)`,
        phone_hash: 'NULL',
        // Sealed for another row: of these customers nothing personal is known.
        data_key: 'NULL',
        personal: 'NULL',
      },
      original: 'id = (SELECT customer_id FROM refund WHERE id = $1)',
      share: ofSale / SALES_PER_CUSTOMER,
    },
    sale: {
      own: {
        id: id('sale', 'k'),
        sale_ref: `'${name}-' || k`,
        customer_id: id('customer', `k / ${String(SALES_PER_CUSTOMER)}`),
      },
      original: 'id = (SELECT sale_id FROM refund WHERE id = $1)',
      share: ofSale,
    },
    sale_line: { own: { id: id('sale_line', 'k'), sale_id: id('sale', 'k') }, original: sold, share: ofSale },
    payment: {
      own: { id: id('payment', 'k'), sale_id: id('sale', 'k'), gateway_ref: `'pi_${name}' || k` },
      original: sold,
      share: ofSale,
    },
    refund: {
      own: {
        id: id('refund', 'k'),
        sale_id: id('sale', SALE),
        customer_id: id('customer', CUSTOMER),
        request_key: `repeat(md5('${name} refund ' || k), 2)`,
        external_ref: `CASE WHEN k % 100 = 0 THEN '${name}-ext-' || k END`,
        created_at: AT,
        updated_at: AT,
        pay_by: `(${AT})::date + 14`,
        pay_ends_at: `(${AT}) + interval '15 days'`,
        pay_missed: 'k % 500 = 0',
        clock_at: 'NULL',
      },
      original: 'id = $1',
      share: 1,
    },
    refund_line: {
      own: { id: id('refund_line', 'k'), refund_id: id('refund', 'k'), sale_line_id: id('sale_line', SALE) },
      original: 'refund_id = $1',
      share: 1,
    },
    transfer: {
      own: {
        id: id('transfer', 'k'),
        refund_id: id('refund', 'k'),
        payment_id: id('payment', SALE),
        gateway_refund_id: `'re_${name}' || k`,
      },
      original: 'refund_id = $1',
      share: 1,
    },
  };
};

/** Of a stock that is over: how each refund ended. */
const ENDED: OwnColumns = {
  status: STATUS,
  // What a list reads of it, made once: to copy all of it for each row takes most of the time.
  decided: `(SELECT jsonb_build_object('approval', decided -> 'approval', 'deadlines', decided -> 'deadlines', 'basis', decided -> 'basis',
    'explanation', jsonb_path_query_array(decided, '$.explanation[0 to 1]')) FROM refund WHERE id = $1)`,
};
/** Steps that wait are due one after another, none of them yet. */
const WAITING = (name: string): OwnColumns => ({
  id: idOf(`${name} approval_step`, 'k'),
  refund_id: idOf(`${name} refund`, 'k'),
  opened_at: AT,
  due_at: `date_trunc('second', now()) + interval '1 day' + k * interval '1 second'`,
  remind_at: 'NULL',
});

/** Stores copies of a completed refund, and of what its row in the list is made of. */
export const storeEnded = (stock: Stock, count: number): Promise<void> =>
  store(stock, count, async (client, name, params) => {
    await copyAll(client, name, params, count, ENDED);
  });

/** Stores copies of a refund that waits for an approval, each with its open step. */
export const storeWaiting = (stock: Stock, count: number): Promise<void> =>
  store(stock, count, async (client, name, params) => {
    await copyAll(client, name, params, count, {});
    const original = `refund_id = $1 AND status = 'open'`;
    await copyRows(client, 'approval_step', WAITING(name), { original, params, from: 0, to: count });
    await client.query('VACUUM (ANALYZE) approval_step');
  });

async function copyAll(
  client: Client,
  name: string,
  params: readonly unknown[],
  count: number,
  ofRefund: OwnColumns,
): Promise<void> {
  for (const [table, { own, original, share }] of Object.entries(rowsOf(name))) {
    const columns = table === 'refund' ? { ...own, ...ofRefund } : own;
    await copyRows(client, table, columns, { original, params, from: 0, to: Math.ceil(count * share) });
    await client.query(`VACUUM (ANALYZE) ${table}`);
  }
}

async function store(
  { databaseUrl, name, refundId }: Stock,
  count: number,
  work: (client: Client, name: string, params: readonly unknown[]) => Promise<void>,
): Promise<void> {
  if (count === 0) return;
  // A connection of its own, without the time limits of the services.
  const client = new Client({ connectionString: databaseUrl, application_name: 'zikui-bench-console' });
  await client.connect();
  try {
    // Rules between tables hold for the copies as for the original; to check each again takes most of the time.
    await client.query('SET session_replication_role = replica');
    await work(client, name, [uuidOf('refund', refundId) ?? refundId]);
  } finally {
    await client.end();
  }
}
