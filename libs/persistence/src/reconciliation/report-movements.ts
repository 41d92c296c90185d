import { reportInvalid, type GatewayMovement, type ReportedMovement } from '@zikui/domain';
import type { Tx } from '../database/database';
import { newId } from '../database/new-id';

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
