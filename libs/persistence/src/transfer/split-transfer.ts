import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { prepareAttempts, type ForRefund } from './prepare-attempts';

/**
 * A transfer of which less moved becomes what moved; the rest is planned anew as a transfer of its own, with a number
 * that was never used and its first attempt. What the payment holds stays the same. All rows are locked by the caller.
 */
export async function splitTransfer(
  tx: Tx,
  secret: string,
  refund: ForRefund,
  { transferId, keep }: Readonly<{ transferId: string; keep: number }>,
): Promise<void> {
  const restId = newId();
  await tx.query(`UPDATE reservation SET released_at = now() WHERE transfer_id = $1 AND released_at IS NULL`, [
    transferId,
  ]);
  const [rest] = await tx.query<{ no: number; amount: number; gateway: string; gatewayRef: string }>(SPLIT, [
    ...[transferId, keep, restId, newId(), newId()],
  ]);
  if (!rest) throw new Error('a transfer that is split exists, and is larger than what moved');
  const { no, amount, gateway, gatewayRef } = rest;
  await prepareAttempts(tx, secret, refund, [
    { transferId: restId, transferNo: no, attemptNo: 1, gateway, gatewayRef, amount },
  ]);
}

const SPLIT = `
WITH whole AS (
  SELECT t.*, (SELECT max(no) + 1 FROM transfer WHERE refund_id = t.refund_id) AS next_no FROM transfer t WHERE t.id = $1 AND t.amount > $2::bigint
), kept AS (
  UPDATE transfer SET amount = $2::bigint, updated_at = now() FROM whole WHERE transfer.id = whole.id
), rest AS (
  INSERT INTO transfer (id, merchant_id, refund_id, no, payment_id, destination, gateway, currency, amount, status)
  SELECT $3, merchant_id, refund_id, next_no, payment_id, destination, gateway, currency, amount - $2::bigint, 'planned' FROM whole
  RETURNING no, amount, gateway, payment_id
), held AS (
  INSERT INTO reservation (id, merchant_id, transfer_id, payment_id, amount)
  SELECT $4::uuid, merchant_id, id, payment_id, $2::bigint FROM whole
  UNION ALL SELECT $5::uuid, merchant_id, $3::uuid, payment_id, amount - $2::bigint FROM whole
)
SELECT rest.no, rest.amount, rest.gateway, p.gateway_ref AS "gatewayRef" FROM rest JOIN payment p ON p.id = rest.payment_id`;
