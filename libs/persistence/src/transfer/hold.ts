import type { Tx } from '../database/database';

/** Gives back what a transfer holds of its payments, which are locked by the caller. A second time there is nothing left to give back. */
export async function releaseHold(tx: Tx, transferId: string): Promise<void> {
  await tx.query(RELEASE, [transferId]);
}

/**
 * Money moved although its hold was given back: takes what still fits of the payment, which is locked by the caller.
 * Returns the part that did not fit, because something else holds it by now.
 */
export async function retakeHold(
  tx: Tx,
  id: string,
  transfer: Readonly<{ id: string; paymentId: string; amount: number }>,
): Promise<number> {
  const [taken] = await tx.query<{ amount: number }>(RETAKE, [id, transfer.id, transfer.paymentId, transfer.amount]);
  return transfer.amount - (taken?.amount ?? 0);
}

const RELEASE = `
WITH freed AS (
  UPDATE reservation SET released_at = now() WHERE transfer_id = $1 AND released_at IS NULL RETURNING payment_id, amount
)
UPDATE payment SET held = held - part.amount
FROM (SELECT payment_id, sum(amount) AS amount FROM freed GROUP BY payment_id) part WHERE payment.id = part.payment_id`;

const RETAKE = `
WITH part AS (
  SELECT id AS payment_id, merchant_id, least($4::bigint, captured - held) AS amount FROM payment WHERE id = $3 AND captured > held
), taken AS (
  INSERT INTO reservation (id, merchant_id, transfer_id, payment_id, amount)
  SELECT $1, merchant_id, $2, payment_id, amount FROM part RETURNING payment_id, amount
)
UPDATE payment SET held = held + taken.amount FROM taken WHERE payment.id = taken.payment_id RETURNING taken.amount`;
