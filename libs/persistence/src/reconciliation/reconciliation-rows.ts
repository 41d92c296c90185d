import { RefundError } from '@zikui/domain';
import type { Tx } from '../database/database';
import {
  reconciliationView,
  type ReconciliationSource,
  type ReconciliationStatus,
  type ReconciliationView,
} from './reconciliation.view';

export type NewReconciliation = Readonly<{
  id: string;
  merchantId: string;
  gateway: string;
  source: ReconciliationSource;
  fromDay: string;
  toDay: string;
  key: string;
  bodyHash: string;
  actor: string;
  status: ReconciliationStatus | 'reading';
}>;

/** Whoever else asks under this key waits until this transaction is over. */
export const lockKey = async (tx: Tx, merchantId: string, key: string): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`reconciliation\n${merchantId}\n${key}`]);
};

/** Throws `gateway_not_configured` for an account that the merchant does not have. */
export async function insertReconciliation(tx: Tx, row: NewReconciliation): Promise<void> {
  const { id, merchantId, gateway, source, fromDay, toDay, key, bodyHash, actor, status } = row;
  const params = [id, merchantId, gateway, source, fromDay, toDay, key, bodyHash, actor, status];
  if ((await tx.query(INSERT, params)).length === 0) throw new RefundError('gateway_not_configured', { gateway });
}

/** A view with where it stands in the list. */
export type PlacedView = ReconciliationView & Readonly<{ place: string }>;
export const shown = ({ place: _, ...view }: PlacedView): ReconciliationView => reconciliationView(view);

export async function findView(tx: Tx, merchantId: string, id: string): Promise<ReconciliationView | undefined> {
  const [row] = await tx.query<PlacedView>(`${SELECT_RECONCILIATION} AND c.id = $2`, [merchantId, id]);
  return row && shown(row);
}
export async function viewOf(tx: Tx, merchantId: string, id: string): Promise<ReconciliationView> {
  const view = await findView(tx, merchantId, id);
  if (!view) throw new RefundError('internal');
  return view;
}

/** Of merchant $1; a report that is still being read is not there yet. */
export const SELECT_RECONCILIATION = `
SELECT c.id, c.gateway, c.source, c.from_day AS "fromDay", c.to_day AS "toDay", c.status, c.failure, c.totals,
  (SELECT count(*)::int FROM reconciliation_difference d WHERE d.reconciliation_id = c.id AND d.resolved_at IS NULL) AS differences,
  c.created_at AS "createdAt", c.ended_at AS "endedAt", c.created_at::text AS place
FROM reconciliation c WHERE c.merchant_id = $1 AND c.status <> 'reading'`;

const INSERT = `
INSERT INTO reconciliation (id, merchant_id, gateway, source, from_day, to_day, key, body_hash, actor, status)
SELECT $1, id, $3::text, $4, $5, $6, $7, $8, $9, $10 FROM merchant WHERE id = $2 AND jsonb_exists(gateways, $3::text) RETURNING id`;
