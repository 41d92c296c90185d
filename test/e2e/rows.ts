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

export async function countOf(
  { database }: Rows,
  table: 'inbox_event' | 'refund' | 'outbox' | 'idempotency_key',
): Promise<number> {
  const [row] = await database.read((tx) => tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`));
  return row?.count ?? 0;
}

/** Stored events of one source: late announcements of others leave its count alone. */
export async function countOfEvents({ database }: Rows, source: 'carrier:easypost' | 'gateway:adyen'): Promise<number> {
  const sql = 'SELECT count(*)::int AS count FROM inbox_event WHERE source = $1';
  const [row] = await database.read((tx) => tx.query<{ count: number }>(sql, [source]));
  return row?.count ?? 0;
}
