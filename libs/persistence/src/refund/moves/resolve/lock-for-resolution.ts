import { RefundError } from '@zikui/domain';
import type { Tx } from '../../../database/database';
import { loadRefund, type LoadedRefund } from '../../loaded-refund';
import type { Transition } from '../../refund-process.types';

/** Locks all that a resolution may change, in the lock order, and reads it afterwards. Throws `refund_not_found`. */
export async function lockForResolution(tx: Tx, transition: Transition, takesFromSale: boolean): Promise<LoadedRefund> {
  const { refundId, merchantId } = transition;
  // What all came back takes units and amounts of its sale again: as a request does, the sale is locked first.
  if (takesFromSale) await tx.query(LOCK_SALE, [refundId]);
  await tx.query(LOCK_PAYMENTS, [refundId]);
  await tx.query(`SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 FOR NO KEY UPDATE`, [refundId, merchantId]);
  // Whoever claims a transfer for sending locks it alone: afterwards nothing of this refund leaves any more.
  await tx.query(`SELECT id FROM transfer WHERE refund_id = $1 ORDER BY id FOR NO KEY UPDATE`, [refundId]);
  const refund = await loadRefund(tx, transition);
  if (refund?.merchantId !== merchantId) throw new RefundError('refund_not_found');
  return refund;
}

const LOCK_SALE = `SELECT s.id FROM sale s JOIN refund r ON r.sale_id = s.id WHERE r.id = $1 FOR NO KEY UPDATE OF s`;

/** Also of transfers that hold nothing now and may hold it again. */
const LOCK_PAYMENTS = `
SELECT p.id FROM payment p
WHERE p.id IN (
  SELECT t.payment_id FROM transfer t WHERE t.refund_id = $1
  UNION SELECT v.payment_id FROM reservation v JOIN transfer t ON t.id = v.transfer_id WHERE t.refund_id = $1)
ORDER BY p.id FOR NO KEY UPDATE`;

/** I1 once more before COMMIT: what the payments of the refund hold is what is reserved, and never above what was captured. Throws `internal`: the act is undone. */
export async function checkHolds(tx: Tx, refundId: string): Promise<void> {
  const [broken] = await tx.query(BROKEN_HOLDS, [refundId]);
  if (broken) throw new RefundError('internal');
}

const BROKEN_HOLDS = `
SELECT p.id FROM payment p
WHERE p.id IN (SELECT v.payment_id FROM reservation v JOIN transfer t ON t.id = v.transfer_id WHERE t.refund_id = $1)
  AND (p.held > p.captured
    OR p.held <> (SELECT coalesce(sum(v.amount), 0) FROM reservation v WHERE v.payment_id = p.id AND v.released_at IS NULL))`;
