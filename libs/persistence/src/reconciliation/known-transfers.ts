import type { GatewayAsk, GatewayMovement, KnownTransfer } from '@zikui/domain';
import { PLANNED_ANEW } from '../database/prepared-statement';
import type { Reading } from '../audit/reading';

/** What our books know of one gateway account. */
export type BooksOf = Readonly<{ merchantId: string; gateway: string }>;
/** A transfer that left for the gateway, with what to ask it by. */
export type SentTransfer = KnownTransfer & Readonly<{ ask: Omit<GatewayAsk, 'account'> }>;
/** Sent at or after this moment, and before the other, in RFC 3339. */
export type SentWithin = Readonly<{ from: string; to: string }>;

/** What a movement belongs to: a transfer, or one of another merchant who shares the account, or nothing that we know. */
export type OwnerOfMovement = KnownTransfer | 'another_merchant' | null;

/** The owners of a page of movements, in its order: found by the gateway's id, else by our reference. What is nothing of this merchant's is looked for among all (`house`). */
export async function ownersOfMovements(
  tx: Reading,
  { merchantId, gateway }: BooksOf,
  movements: readonly Pick<GatewayMovement, 'gatewayRefundId' | 'reference'>[],
  house: Reading = tx,
): Promise<readonly OwnerOfMovement[]> {
  const asked = movements.map(({ gatewayRefundId, reference }, place) => ({ place, id: gatewayRefundId, reference }));
  const rows = await tx.query<KnownTransfer & { place: number }>(OF_MOVEMENTS, [
    merchantId,
    gateway,
    JSON.stringify(asked),
  ]);
  const owners = new Map<number, OwnerOfMovement>(rows.map(({ place, ...known }) => [place, known]));
  const unknown = asked.filter(({ place }) => !owners.has(place));
  if (unknown.length > 0) {
    const others = await house.query<{ place: number }>(OF_OTHERS, [merchantId, gateway, JSON.stringify(unknown)]);
    for (const { place } of others) owners.set(place, 'another_merchant');
  }
  return asked.map(({ place }) => owners.get(place) ?? null);
}

/** A page of transfers whose newest call left within that time, by id after `after`. */
export const sentTransfers = (
  tx: Reading,
  { merchantId, gateway }: BooksOf,
  { from, to }: SentWithin,
  after: string | null,
  limit: number,
): Promise<readonly SentTransfer[]> => tx.query<SentTransfer>(SENT, [merchantId, gateway, from, to, after, limit]);

/** News of an attempt that a newer one overtook move that attempt alone, so it answers for itself. */
const KNOWN = `
  t.id AS "transferId", t.refund_id AS "refundId", a.sent_at AS "sentAt", jsonb_build_object('amount', t.amount, 'currency', t.currency) AS amount,
  a.gateway_refund_id AS "gatewayRefundId",
  CASE WHEN newest.id = a.id THEN t.status ELSE CASE a.status WHEN 'refused' THEN 'declined' WHEN 'succeeded' THEN 'settled'
    WHEN 'pending' THEN 'pending' WHEN 'not_sent' THEN 'released' ELSE 'in_doubt' END END AS status,
  CASE WHEN newest.id = a.id THEN posted.amount WHEN a.status = 'succeeded' THEN t.amount ELSE 0 END::bigint AS posted`;
const BESIDE = `
  CROSS JOIN LATERAL (SELECT id FROM attempt WHERE transfer_id = t.id AND (no = 1 OR status NOT IN ('prepared', 'not_sent')) ORDER BY no DESC LIMIT 1) newest
  CROSS JOIN LATERAL (SELECT coalesce(-sum(p.amount), 0) AS amount FROM ledger_transaction l JOIN posting p ON p.transaction_id = l.id
    WHERE l.refund_id = t.refund_id AND starts_with(l.key, 'transfer:' || t.id || ':') AND p.account = 'gateway_clearing') posted`;

const OF_MOVEMENTS = `
SELECT movement.place, ${KNOWN}
FROM jsonb_to_recordset($3::jsonb) AS movement (place integer, id text, reference text)
CROSS JOIN LATERAL (
  SELECT a.* FROM attempt a JOIN transfer t ON t.id = a.transfer_id JOIN refund r ON r.id = t.refund_id
  WHERE a.merchant_id = $1 AND t.gateway = $2 AND (a.gateway_refund_id = movement.id OR a.reference = movement.reference)
  ORDER BY coalesce(a.gateway_refund_id = movement.id, false) DESC, r.origin = 'external' DESC, a.no DESC LIMIT 1
) a JOIN transfer t ON t.id = a.transfer_id ${BESIDE}`;

const OF_OTHERS = `
SELECT DISTINCT movement.place
FROM jsonb_to_recordset($3::jsonb) AS movement (place integer, id text, reference text)
JOIN merchant m ON m.id <> $1 AND jsonb_exists(m.gateways, $2::text)
JOIN attempt a ON a.merchant_id = m.id AND (a.gateway_refund_id = movement.id OR a.reference = movement.reference)
JOIN transfer t ON t.id = a.transfer_id AND t.gateway = $2::text`;

const SENT = `${PLANNED_ANEW}
SELECT ${KNOWN}, jsonb_build_object('idempotencyKey', a.gateway_key, 'reference', a.reference, 'gatewayRef', pay.gateway_ref,
  'amount', jsonb_build_object('amount', t.amount, 'currency', t.currency)) AS ask
FROM attempt a JOIN transfer t ON t.id = a.transfer_id AND t.gateway = $2 JOIN payment pay ON pay.id = t.payment_id ${BESIDE}
WHERE a.merchant_id = $1 AND a.sent_at >= $3::timestamptz AND a.sent_at < $4::timestamptz AND newest.id = a.id
  AND ($5::uuid IS NULL OR t.id > $5) ORDER BY t.id LIMIT $6`;
