import type { GatewayMovement } from '@zikui/domain';
import type { Reading } from '../audit/reading';
import type { BooksOf } from './known-transfers';

/** A page of what one gateway told within a time. */
export type ToldAsk = Readonly<{ fromMs: number; toMs: number; after: string | null; limit: number }>;

/**
 * What a gateway that lists nothing has told of its refunds, by its announcements and by its imported reports: each refund
 * once, as it was told of last, in the order of the gateway's ids.
 */
export async function toldMovements(
  tx: Reading,
  { merchantId, gateway }: BooksOf,
  { fromMs, toMs, after, limit }: ToldAsk,
): Promise<Readonly<{ items: readonly GatewayMovement[]; next: string | null }>> {
  const span = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
  const items = await tx.query<GatewayMovement>(TOLD, [merchantId, gateway, ...span, after, limit]);
  return { items, next: items.length < limit ? null : (items.at(-1)?.gatewayRefundId ?? null) };
}

// Nothing arrives more than a moment before it happened: clocks differ. Some gateways tell whole seconds: what was told of
// the same one ends with the failure, which follows a success and never comes before it.
const TOLD = `
WITH told AS (
  SELECT i.fact ->> 'gatewayRefundId' AS id, i.fact ->> 'reference' AS reference, i.fact ->> 'gatewayRef' AS gateway_ref,
    i.fact #> '{outcome,amount}' AS amount, i.fact #>> '{outcome,status}' AS status, (i.fact ->> 'occurredAt')::timestamptz AS at
  FROM inbox_event i
  WHERE i.merchant_id = $1 AND i.source = 'gateway:' || $2::text AND i.received_at >= $3::timestamptz - interval '1 day'
  UNION ALL
  SELECT r.gateway_refund_id, r.reference, r.gateway_ref, jsonb_build_object('amount', r.amount, 'currency', r.currency), r.status, r.moved_at
  FROM reconciliation c JOIN report_movement r ON r.reconciliation_id = c.id
  WHERE c.merchant_id = $1 AND c.gateway = $2::text AND c.source = 'report' AND c.status <> 'reading'
    AND c.to_day >= ($3::timestamptz - interval '1 day')::date
), latest AS (
  SELECT DISTINCT ON (id) * FROM told WHERE id IS NOT NULL AND ($5::text IS NULL OR id > $5) ORDER BY id, at DESC, array_position(ARRAY['declined', 'settled', 'pending'], status)
)
SELECT id AS "gatewayRefundId", reference, gateway_ref AS "gatewayRef", amount, status, at AS "createdAt"
FROM latest WHERE at >= $3::timestamptz AND at < $4::timestamptz ORDER BY id LIMIT $6`;
