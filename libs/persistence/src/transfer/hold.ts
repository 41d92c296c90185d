import type { Tx } from '../database/database';
import { newId } from '../database/new-id';
import { wakeDisputed } from '../sending-hold/wake-held';

/** Gives back what a transfer holds of its payments, which are locked by the caller. A second time there is nothing left to give back. */
export async function releaseHold(tx: Tx, transferId: string): Promise<void> {
  await tx.query(RELEASE, [transferId]);
}

/**
 * Money moved although its hold was given back: takes what still fits of the payment, which is locked by the caller.
 * Returns the part that did not fit, because something else holds it by now. A hold that was taken again meanwhile stays.
 */
export async function retakeHold(
  tx: Tx,
  id: string,
  transfer: Readonly<{ id: string; paymentId: string; amount: number }>,
): Promise<number> {
  const [taken] = await tx.query<{ amount: number }>(RETAKE, [id, transfer.id, transfer.paymentId, transfer.amount]);
  if (taken) return transfer.amount - taken.amount;
  const [kept] = await tx.query(`SELECT id FROM reservation WHERE transfer_id = $1 AND released_at IS NULL`, [
    transfer.id,
  ]);
  return kept ? 0 : transfer.amount;
}

/**
 * Holds a transfer's amount again for its next attempt, by the one conditional update that reserves money (I1). False
 * when the payment has not that much left. The payment is locked by the caller.
 */
export async function takeHold(
  tx: Tx,
  transfer: Readonly<{ id: string; paymentId: string; amount: number }>,
): Promise<boolean> {
  const [taken] = await tx.query(TAKE, [newId(), transfer.id, transfer.paymentId, transfer.amount]);
  return taken !== undefined;
}

const RELEASE = `
WITH freed AS (
  UPDATE reservation SET released_at = now() WHERE transfer_id = $1 AND released_at IS NULL RETURNING payment_id, amount
), woken AS (
  ${wakeDisputed('SELECT payment_id FROM freed')} AND t.id <> $1
)
UPDATE payment SET held = held - part.amount
FROM (SELECT payment_id, sum(amount) AS amount FROM freed GROUP BY payment_id) part WHERE payment.id = part.payment_id`;

const TAKE = `
WITH held AS (
  UPDATE payment SET held = held + $4::bigint WHERE id = $3 AND held + $4::bigint <= captured - disputed RETURNING id, merchant_id
)
INSERT INTO reservation (id, merchant_id, transfer_id, payment_id, amount) SELECT $1, merchant_id, $2, id, $4::bigint FROM held RETURNING id`;

const RETAKE = `
WITH part AS (
  SELECT id AS payment_id, merchant_id, least($4::bigint, captured - held) AS amount FROM payment
  WHERE id = $3 AND captured > held AND NOT EXISTS (SELECT FROM reservation WHERE transfer_id = $2 AND released_at IS NULL)
), taken AS (
  INSERT INTO reservation (id, merchant_id, transfer_id, payment_id, amount)
  SELECT $1, merchant_id, $2, payment_id, amount FROM part RETURNING payment_id, amount
)
UPDATE payment SET held = held + taken.amount FROM taken WHERE payment.id = taken.payment_id RETURNING taken.amount`;
