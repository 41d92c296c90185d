import { uuidOf } from '@zikui/domain';
import type { TestStack } from '../environment/stack';
import type { Sold } from './client/shop';

type Rows = Pick<TestStack, 'database'>;
export type AttemptRow = Readonly<{ no: number; status: string; sends: number; gatewayKey: string; reference: string }>;

/** The attempts of a refund's transfers, which no public address shows. */
export const attemptsOf = ({ database }: Rows, refundId: string): Promise<readonly AttemptRow[]> =>
  database.read((tx) =>
    tx.query<AttemptRow>(
      `SELECT a.no, a.status, a.sends, a.gateway_key AS "gatewayKey", a.reference FROM attempt a JOIN transfer t ON t.id = a.transfer_id
       WHERE t.refund_id = $1 ORDER BY t.no, a.no`,
      [uuidOf('refund', refundId)],
    ),
  );

/** What each payment of a sale holds for refunds, in the order of the sale. */
export async function heldOn({ database }: Rows, { saleRef }: Sold): Promise<readonly number[]> {
  const sql = `SELECT p.held FROM payment p JOIN sale s ON s.id = p.sale_id WHERE s.sale_ref = $1 ORDER BY p.no`;
  const rows = await database.read((tx) => tx.query<{ held: number }>(sql, [saleRef]));
  return rows.map(({ held }) => held);
}

export const countOfRefunds = (rows: Rows): Promise<number> =>
  count(rows, 'SELECT count(*)::int AS count FROM refund', []);

/** How often that event of a gateway is stored: late announcements of other refunds leave its count alone. */
export const countOfEvent = (rows: Rows, eventId: string): Promise<number> =>
  count(rows, 'SELECT count(*)::int AS count FROM inbox_event WHERE event_id = $1', [eventId]);

/** Stored events of one source, told to one merchant. */
export const countOfEvents = (
  rows: Rows,
  source: 'carrier:easypost' | 'gateway:adyen',
  merchantId: string,
): Promise<number> =>
  count(rows, 'SELECT count(*)::int AS count FROM inbox_event WHERE source = $1 AND merchant_id = $2', [
    source,
    uuidOf('merchant', merchantId),
  ]);

async function count({ database }: Rows, sql: string, values: readonly unknown[]): Promise<number> {
  const [row] = await database.read((tx) => tx.query<{ count: number }>(sql, [...values]));
  return row?.count ?? 0;
}
