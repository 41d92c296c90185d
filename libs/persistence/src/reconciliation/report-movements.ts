import { reportInvalid, type GatewayMovement, type ReportedMovement } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import type { BooksOf } from './known-transfers';

/** Writes movements of a report. One that is named again has come back since, or is a fault of the report. Throws `report_invalid`. */
export async function addMovements(
  tx: Tx,
  merchantId: string,
  reconciliationId: string,
  movements: readonly ReportedMovement[],
): Promise<void> {
  // One statement can't change a row twice: movements that come back within one page are told apart first.
  const last = new Map(movements.map((one) => [one.movement.gatewayRefundId, one]));
  for (const one of movements) {
    const later = last.get(one.movement.gatewayRefundId);
    if (later !== one && later?.movement.status !== 'declined') throw namedTwice(later ?? one);
  }
  const rows = [...last.values()].map(({ line, movement }) => ({ id: newId(), line, ...movement, ...movement.amount }));
  if (rows.length === 0) return;
  const written = await tx.query<{ id: string }>(ADD, [merchantId, reconciliationId, JSON.stringify(rows)]);
  if (written.length === rows.length) return;
  const kept = new Set(written.map(({ id }) => id));
  const twice = [...last.values()].find(({ movement }) => !kept.has(movement.gatewayRefundId));
  if (twice) throw namedTwice(twice);
}

const namedTwice = ({ line, movement }: ReportedMovement) =>
  reportInvalid(line, 'id', `${movement.gatewayRefundId} stands in the report twice`);

/** A page of a report's movements in the order of the gateway's ids. */
export async function reportedMovements(
  tx: Tx,
  reconciliationId: string,
  after: string | null,
  limit: number,
): Promise<Readonly<{ items: readonly GatewayMovement[]; next: string | null }>> {
  const items = await tx.query<GatewayMovement>(PAGE, [reconciliationId, after, limit]);
  return { items, next: items.length < limit ? null : (items.at(-1)?.gatewayRefundId ?? null) };
}

/** Whether an imported report of the account names that refund. */
export async function isReported(tx: Tx, { merchantId, gateway }: BooksOf, gatewayRefundId: string): Promise<boolean> {
  const [row] = await tx.query<{ is: boolean }>(IS_REPORTED, [merchantId, gateway, gatewayRefundId]);
  return row?.is ?? false;
}

/** The first local day of which a report of the account was imported; undefined when there is none. */
export async function firstReportedDay(tx: Tx, { merchantId, gateway }: BooksOf): Promise<string | undefined> {
  const [row] = await tx.query<{ day: string | null }>(FIRST_DAY, [merchantId, gateway]);
  return row?.day ?? undefined;
}

const IMPORTED = `c.merchant_id = $1 AND c.gateway = $2 AND c.source = 'report' AND c.status <> 'reading'`;
const IS_REPORTED = `
SELECT EXISTS (SELECT FROM reconciliation c JOIN report_movement r ON r.reconciliation_id = c.id AND r.gateway_refund_id = $3
  WHERE ${IMPORTED}) AS is`;
const FIRST_DAY = `SELECT min(c.from_day) AS day FROM reconciliation c WHERE ${IMPORTED}`;

const ADD = `
INSERT INTO report_movement AS known (id, merchant_id, reconciliation_id, line, gateway_refund_id, reference, gateway_ref, amount, currency, status, moved_at)
SELECT id, $1, $2, line, "gatewayRefundId", reference, "gatewayRef", amount, currency, status, "createdAt"
FROM jsonb_to_recordset($3::jsonb) AS row (id uuid, line integer, "gatewayRefundId" text, reference text, "gatewayRef" text, amount bigint,
  currency text, status text, "createdAt" timestamptz)
ON CONFLICT (reconciliation_id, gateway_refund_id) DO UPDATE SET status = EXCLUDED.status, line = EXCLUDED.line
  WHERE EXCLUDED.status = 'declined' AND known.status <> 'declined'
RETURNING gateway_refund_id AS id`;

const PAGE = `
SELECT gateway_refund_id AS "gatewayRefundId", reference, gateway_ref AS "gatewayRef",
  jsonb_build_object('amount', amount, 'currency', currency) AS amount, status, moved_at AS "createdAt"
FROM report_movement WHERE reconciliation_id = $1 AND ($2::text IS NULL OR gateway_refund_id > $2) ORDER BY gateway_refund_id LIMIT $3`;
