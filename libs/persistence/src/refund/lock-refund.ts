import { RefundError } from '@zikui/domain';
import { LOCK_CUSTOMER } from '../approval/authority.sql';
import type { Tx } from '../database/database';
import { loadRefund, type LoadedRefund } from './loaded-refund';
import type { Transition } from './refund-process.types';

// Everywhere the lock is the one that leaves the key alone: rows that only point to the refund are written meanwhile.
const LOCK_REFUND = `SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 FOR NO KEY UPDATE`;
const LOCK_UNREFUSED = `SELECT id FROM refund WHERE id = $1 AND merchant_id = $2 AND refusal IS NULL FOR NO KEY UPDATE`;
const LOCK_PAYMENTS = `
SELECT p.id FROM payment p
WHERE p.id IN (SELECT v.payment_id FROM reservation v JOIN transfer t ON t.id = v.transfer_id WHERE t.refund_id = $1 AND v.released_at IS NULL)
ORDER BY p.id FOR NO KEY UPDATE`;

/** Locks the refund and reads it afterwards: sent together, answered in turn. Throws `refund_not_found`. */
export async function lockRefund(tx: Tx, transition: Transition): Promise<LoadedRefund> {
  const [, refund] = await Promise.all([lock(tx, LOCK_REFUND, transition), load(tx, transition)]);
  return refund;
}

/** The same for a move that gives reservations back: payments come before the refund in the lock order. */
export async function lockRefundAndPayments(tx: Tx, transition: Transition): Promise<LoadedRefund> {
  await tx.query(LOCK_PAYMENTS, [transition.refundId]);
  return lockRefund(tx, transition);
}

/** The same for an approval: what its giver approved for this customer is summed up, so decisions about one customer queue. */
export async function lockRefundAndCustomer(tx: Tx, transition: Transition): Promise<LoadedRefund> {
  const { refundId, merchantId } = transition;
  const [, refund] = await Promise.all([tx.query(LOCK_CUSTOMER, [refundId, merchantId]), lockRefund(tx, transition)]);
  return refund;
}

/** The same for the first move, which gives reservations back only when the policy refused the request. */
export async function lockNewRefund(tx: Tx, transition: Transition): Promise<LoadedRefund> {
  const [[unrefused], refund] = await Promise.all([lock(tx, LOCK_UNREFUSED, transition), load(tx, transition)]);
  return unrefused ? refund : lockRefundAndPayments(tx, transition);
}

const lock = (tx: Tx, sql: string, { refundId, merchantId }: Transition): Promise<unknown[]> =>
  tx.query(sql, [refundId, merchantId]);

async function load(tx: Tx, transition: Transition): Promise<LoadedRefund> {
  const refund = await loadRefund(tx, transition);
  // A refund of another merchant was not locked and is not told apart from one that does not exist.
  if (refund?.merchantId !== transition.merchantId) throw new RefundError('refund_not_found');
  return refund;
}
