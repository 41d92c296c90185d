import { Client } from 'pg';
import { copyRows, idOf as id, type OwnColumns } from './copied-rows';

/** Refunds per sale and sales per customer of the stock: shops have many customers with few refunds each. */
const REFUNDS_PER_SALE = 2;
const SALES_PER_CUSTOMER = 5;
const SALE = `k / ${REFUNDS_PER_SALE}`;
const CUSTOMER = `${SALE} / ${SALES_PER_CUSTOMER}`;

/** What differs between a row and the one that it is copied from, by table, for refund number `k`. */
const OWN: Readonly<Record<string, OwnColumns>> = {
  customer: { id: id('customer', 'k'), ref: `'stock-' || k`, email_hash: `repeat(md5('mail ' || k), 2)` },
  sale: {
    id: id('sale', 'k'),
    sale_ref: `'stock-' || k`,
    customer_id: id('customer', `k / ${SALES_PER_CUSTOMER}`),
  },
  sale_line: { id: id('sale_line', 'k'), sale_id: id('sale', 'k') },
  payment: { id: id('payment', 'k'), sale_id: id('sale', 'k'), gateway_ref: `'pi_stock' || k` },
  refund: {
    id: id('refund', 'k'),
    sale_id: id('sale', SALE),
    customer_id: id('customer', CUSTOMER),
    request_key: `repeat(md5('refund ' || k), 2)`,
    created_at: `now() - k * interval '1 minute'`,
    updated_at: `now() - k * interval '1 minute'`,
  },
  refund_line: { id: id('refund_line', 'k'), refund_id: id('refund', 'k'), sale_line_id: id('sale_line', SALE) },
  transfer: {
    id: id('transfer', 'k'),
    refund_id: id('refund', 'k'),
    payment_id: id('payment', SALE),
    gateway_refund_id: `'re_stock' || k`,
  },
  reservation: {
    id: id('reservation', 'k'),
    transfer_id: id('transfer', 'k'),
    payment_id: id('payment', SALE),
  },
  idempotency_key: { refund_id: id('refund', 'k'), key: `'stock-' || k` },
};
/** How many rows of a table there are for a number of refunds. */
const SHARE: Readonly<Record<string, number>> = {
  customer: 1 / REFUNDS_PER_SALE / SALES_PER_CUSTOMER,
  sale: 1 / REFUNDS_PER_SALE,
  sale_line: 1 / REFUNDS_PER_SALE,
  payment: 1 / REFUNDS_PER_SALE,
};

/**
 * Stores copies of a merchant's newest completed refund, with what accepting another one reads. The stock is as old as it
 * would be: one a minute. On a connection of its own, without the time limits of the services.
 */
export async function storeRefunds(databaseUrl: string, merchantId: string, from: number, to: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'zikui-bench-stock' });
  await client.connect();
  try {
    // Rules between tables hold for the copies as for the original; to check each again takes most of the time.
    await client.query(`SET session_replication_role = replica`);
    for (const [table, own] of Object.entries(OWN)) {
      const share = SHARE[table] ?? 1;
      const [first, end] = [Math.ceil(from * share), Math.ceil(to * share)];
      const original = `${table === 'refund' ? `status = 'completed' AND ` : ''}merchant_id = $1`;
      await copyRows(client, table, own, { original, params: [merchantId], from: first, to: end });
      await client.query(`VACUUM (ANALYZE) ${table}`);
    }
    // What is measured is the stock; what loading it at once leaves to vacuum and to write down ends here.
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
