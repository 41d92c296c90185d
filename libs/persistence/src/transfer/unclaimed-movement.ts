import { timelineDepth } from '@zikui/domain';
import type { Tx } from '../database/database';
import { importMovement, type Movement } from './import-movement';
import { loadTransfer, lockForNews, type LoadedTransfer } from './loaded-transfer';

/** A movement of a payment that the gateway names by its own reference. */
export type UnclaimedMovement = Omit<Movement, 'paymentId' | 'of'> & Readonly<{ gatewayRef: string }>;
/** `claimed`: a transfer of that amount is on its way and the movement may be its own; a person looks. `unknown`: no payment of ours, or none it could be recorded on. */
export type Imported =
  | Readonly<{ kind: 'imported'; refundId: string }>
  | Readonly<{ kind: 'claimed'; transfer: LoadedTransfer }>
  | Readonly<{ kind: 'unknown' }>;

/**
 * Takes up a movement that belongs to no attempt: as an external refund on its payment, unless a transfer of the same
 * amount on that payment is on its way; then it is kept with that one as evidence. Locks sale, payment and what it
 * changes, in the lock order. Safe to repeat.
 */
export async function takeUpMovement(tx: Tx, movement: UnclaimedMovement): Promise<Imported> {
  const { merchantId, gateway, gatewayRef, currency, amount } = movement;
  const [place] = await tx.query<{ paymentId: string; saleId: string }>(PLACE, [
    merchantId,
    gateway,
    gatewayRef,
    currency,
  ]);
  if (!place) return { kind: 'unknown' };
  const { paymentId, saleId } = place;
  await tx.query(`SELECT id FROM sale WHERE id = $1 FOR NO KEY UPDATE`, [saleId]);
  await tx.query(`SELECT id FROM payment WHERE id = $1 FOR NO KEY UPDATE`, [paymentId]);
  const [open] = await tx.query<{ id: string }>(ON_ITS_WAY, [paymentId, amount]);
  if (open) return { kind: 'claimed', transfer: await keepAsEvidence(tx, open.id, movement) };
  const refundId = await importMovement(tx, { ...movement, paymentId, of: null });
  if (refundId === null) return { kind: 'unknown' };
  // As after every first refund: what the sale holds is not changed any more.
  await tx.query(`UPDATE sale SET first_refund_at = now() WHERE id = $1 AND first_refund_at IS NULL`, [saleId]);
  return { kind: 'imported', refundId };
}

async function keepAsEvidence(
  tx: Tx,
  transferId: string,
  { gateway, gatewayRefundId, amount, currency }: UnclaimedMovement,
): Promise<LoadedTransfer> {
  await lockForNews(tx, transferId);
  const transfer = await loadTransfer(tx, transferId);
  const alert = 'unclaimed_movement';
  await tx.query(KEEP, [
    ...[transferId, JSON.stringify({ alert, otherGatewayRefundId: gatewayRefundId }), transfer.refund.id],
    ...[timelineDepth('money_alert'), `gateway:${gateway}`],
    JSON.stringify({ transfer: transfer.no, amount, currency, gatewayRefundId, alert, uncovered: 0 }),
  ]);
  return transfer;
}

const PLACE = `
SELECT id AS "paymentId", sale_id AS "saleId" FROM payment
WHERE merchant_id = $1 AND gateway = $2 AND gateway_ref = $3 AND currency = $4 ORDER BY id LIMIT 1`;

// Read after the lock of the payment: whoever sends a transfer or answers for it has ended, or waits.
const ON_ITS_WAY = `
SELECT id FROM transfer WHERE payment_id = $1 AND amount = $2::bigint AND status IN ('sending', 'pending', 'in_doubt') ORDER BY id LIMIT 1`;

// The same movement told again is no further news.
const KEEP = `
WITH kept AS (
  UPDATE attempt SET evidence = coalesce(evidence, '{}') || $2::jsonb
  WHERE id = (SELECT id FROM attempt WHERE transfer_id = $1 ORDER BY no DESC LIMIT 1)
    AND evidence->>'otherGatewayRefundId' IS DISTINCT FROM $2::jsonb->>'otherGatewayRefundId'
  RETURNING merchant_id
)
INSERT INTO refund_event (merchant_id, refund_id, kind, depth, actor, data) SELECT merchant_id, $3, 'money_alert', $4, $5, $6::jsonb FROM kept`;
