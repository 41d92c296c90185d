import type { Tx } from '../database/database';
import type { RefundTransfer } from '../refund/loaded-refund';
import { wakeDisputed } from '../sending-hold/wake-held';

/**
 * Gives up every transfer of a refund that moved nothing, with its reservations; an attempt that is only prepared can
 * then never be sent. Payments are locked by the caller. Returns the transfers as they are afterwards.
 */
export async function releaseTransfers(
  tx: Tx,
  refundId: string,
  transfers: readonly RefundTransfer[],
): Promise<readonly RefundTransfer[]> {
  await tx.query(RELEASE, [refundId]);
  return transfers.map((transfer) =>
    GIVEN_UP.includes(transfer.status) ? { ...transfer, status: 'released' } : transfer,
  );
}

const GIVEN_UP: readonly string[] = ['planned', 'declined'];

const RELEASE = `
WITH released AS (
  UPDATE transfer SET status = 'released', hold_reason = NULL, updated_at = now() WHERE refund_id = $1 AND status IN ('planned', 'declined') RETURNING id
), unsent AS (
  UPDATE attempt SET status = 'not_sent' FROM released WHERE attempt.transfer_id = released.id AND attempt.status = 'prepared'
), freed AS (
  UPDATE reservation SET released_at = now() FROM released
  WHERE reservation.transfer_id = released.id AND reservation.released_at IS NULL RETURNING reservation.payment_id, reservation.amount
), woken AS (
  ${wakeDisputed('SELECT payment_id FROM freed')} AND t.refund_id <> $1
)
UPDATE payment SET held = held - part.amount
FROM (SELECT payment_id, sum(amount) AS amount FROM freed GROUP BY payment_id) part WHERE payment.id = part.payment_id`;
