import type { Tx } from '../database/database';

/** Wakes every transfer that waits for a hold, which was just ended in this transaction. The relay delivers the signals. */
export async function wakeHeldBy(tx: Tx, holdId: string): Promise<void> {
  await tx.query(WAKE_ALL, [holdId]);
}

/** Wakes these transfers, which were held: each is tried again and waits anew when something still holds it. */
export async function wakeTransfers(tx: Tx, transferIds: readonly string[]): Promise<void> {
  await tx.query(WAKE_THESE, [transferIds]);
}

const SIGNAL = `
INSERT INTO outbox_signal (id, merchant_id, refund_id, name, event)
SELECT gen_random_uuid(), t.merchant_id, t.refund_id, 'holdLifted', jsonb_build_object('transferId', t.id)`;

/**
 * Wakes what waits for a dispute of payments, of which something just became free: what is paid back to them, and what
 * becomes store credit and holds money of them. `payments` is a subquery of their ids.
 */
export const wakeDisputed = (payments: string): string => `${SIGNAL} FROM transfer t
WHERE t.hold_reason = 'dispute' AND (t.payment_id IN (${payments}) OR (t.payment_id IS NULL AND EXISTS (
  SELECT FROM reservation v WHERE v.transfer_id = t.id AND v.released_at IS NULL AND v.payment_id IN (${payments}))))`;

const WAKE_ALL = `${SIGNAL}
FROM sending_hold h JOIN transfer t ON t.hold_reason = h.reason AND (h.merchant_id IS NULL OR t.merchant_id = h.merchant_id)
  AND (h.gateway IS NULL OR t.gateway = h.gateway) AND (h.currency IS NULL OR t.currency = h.currency)
JOIN refund r ON r.id = t.refund_id AND (h.requested_by IS NULL OR r.requested_by = h.requested_by)
  AND (h.refund_reason IS NULL OR r.reason = h.refund_reason)
WHERE h.id = $1`;

const WAKE_THESE = `${SIGNAL} FROM transfer t WHERE t.id = ANY ($1::uuid[]) AND t.hold_reason IS NOT NULL`;
